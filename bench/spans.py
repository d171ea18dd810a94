"""Whether actors named with a state are found under it: `python -m bench.spans [dev|test]`.

Each row of the plv set marks who did it and to whom. A span that holds the name or the adjective of a state, by the
registry, is right where a mention of an actor of that country overlaps it; "headed" asks that the span's own head word
be one. The errors shown are those of dev only: `~` before one that only the second figure counts.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.phrases import HALVES, half_of
from bench.places import SHARED
from tidings.engine import Reader
from tidings.lexicon.actors import ActorRegistry
from tidings.lexicon.phrases import keys
from tidings.record import Analysis, Span
from tidings.settings import Settings

PLV = SHARED / "data/measure/plv/plv_train.tsv"
_STATE = frozenset({"name", "adjective", "people"})


@dataclass(frozen=True, slots=True)
class Marked:
    """A marked actor of a sentence, and the states its words name."""

    sentence: str
    span: Span
    countries: tuple[str, ...]


def marked(path: Path, registry: ActorRegistry) -> Iterator[Marked]:
    """The marked spans of the set that name a state."""
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            for role, tag in (("source", "<s>"), ("target", "<t>")):
                countries = tuple(dict.fromkeys(_countries(row[role], registry)))
                start = _start(row["marked_sentence"], tag)
                span = Span(max(start, 0), max(start, 0) + len(row[role]))
                if countries and start >= 0 and span.slice(row["sentence"]) == row[role]:
                    yield Marked(row["sentence"], span, countries)


def _start(sentence: str, tag: str) -> int:
    """Where a tag stands, counted without tags; -1 where it is not."""
    at = sentence.find(tag)
    if at < 0:
        return -1
    before = sentence[:at]
    return at - sum(before.count(mark) * len(mark) for mark in ("<s>", "</s>", "<t>", "</t>"))


def _countries(text: str, registry: ActorRegistry) -> Iterator[str]:
    """The states whose names or adjectives stand in a text, the longest name at each word."""
    owner = [(word, key) for word in text.replace("-", " ").split() for key in keys(word)]
    flat = [key for _, key in owner]
    at = 0
    while at < len(flat):
        hit = registry.forms.longest(flat, at)
        if hit is None:
            at += 1
            continue
        written = " ".join(dict.fromkeys(word.strip(",.;:()\"'") for word, _ in owner[at : at + hit[0]]))
        for form in hit[1]:
            if form.kind in _STATE and form.actor.startswith("state:") and form.fits(written.removesuffix("'s")):
                yield form.actor.removeprefix("state:")
                break
        at += hit[0]


def found(analysis: Analysis, item: Marked) -> tuple[set[str], set[str]]:
    """The countries of the actors whose mentions overlap the span, and of those its head word is the head of."""
    actors = {actor.id: actor for actor in analysis.actors}
    heads = list(_heads(analysis, item.span))
    inside: set[str] = set()
    headed: set[str] = set()
    for mention in analysis.actor_mentions:
        country = actors[mention.actor].country or "-"
        if mention.mention.span.overlaps(item.span):
            inside.add(country)
        if any(mention.mention.head.overlaps(head) for head in heads):
            headed.add(country)
    return inside, headed


def _heads(analysis: Analysis, span: Span) -> Iterator[Span]:
    """The words of a span that depend on words outside it, and the names in apposition to them."""
    for sentence in analysis.sentences:
        inside = [i for i, token in enumerate(sentence.tokens) if span.overlaps(token.span) and token.pos != "PUNCT"]
        outer = {i for i in inside if sentence.tokens[i].head not in inside}
        for i in inside:
            token = sentence.tokens[i]
            if i in outer or (token.head in outer and token.relation in ("appos", "flat", "conj", "nmod:desc")):
                yield token.span


def main(halves: tuple[str, ...]) -> None:
    """Print the share of each half, overall and by country, and the errors of dev."""
    reader = Reader(Settings(workers=1))
    right: Counter[str] = Counter()
    headed: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for item in marked(PLV, reader.lexicon.actors):
        half = half_of(item.sentence)
        if half not in halves:
            continue
        inside, heads = found(reader.read_text(item.sentence), item)
        total[half] += 1
        right[half] += bool(inside & set(item.countries))
        headed[half] += bool(heads & set(item.countries))
        if half == "dev" and not heads & set(item.countries):
            text = item.span.slice(item.sentence)[:90]
            sign = "~" if inside & set(item.countries) else " "
            print(f"{sign} {text:90} {','.join(item.countries)} read {heads or '-'}")
    for half in halves:
        n = max(1, total[half])
        print(f"{half:5} {total[half]:5} spans  {right[half] / n:.3f}  headed {headed[half] / n:.3f}")


if __name__ == "__main__":
    main(tuple(sys.argv[1:]) or HALVES)
