"""Actor phrases against their codes: `python -m bench.phrases [dev|test]` prints the shares, and the errors of dev.

The phrases of `tests/actor/phrases.tsv` were coded by hand before the program was asked. A star stands before the head
word of the phrase; "SAU;IRN" are two actors under one head, "COP|MIL" two codes of which a coder may take either, "-"
is no country or no sector.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from tidings.record import Analysis, Span

PHRASES = Path(__file__).resolve().parents[1] / "tests/actor/phrases.tsv"
HALVES = ("dev", "test")


@dataclass(frozen=True, slots=True)
class Phrase:
    """One phrase of a sentence, its head, and the countries and sectors that are right."""

    sentence: str
    phrase: str
    head: Span
    countries: tuple[frozenset[str], ...]
    sectors: tuple[frozenset[str], ...]

    @property
    def half(self) -> str:
        """The half of the set its sentence falls in."""
        return half_of(self.sentence)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was read for a phrase, and what of it is right."""

    phrase: Phrase
    found: frozenset[str]
    country: bool
    sectors: bool


def half_of(sentence: str) -> str:
    """The half of a set that a sentence falls in, by its hash.

    >>> half_of("Chile, Peru and Colombia signed the accord.") in HALVES
    True
    """
    return HALVES[int(sha256(sentence.encode()).hexdigest(), 16) % 2]


def phrases(path: Path = PHRASES) -> list[Phrase]:
    """All phrases of the file, in its order."""
    with path.open(encoding="utf-8", newline="") as lines:
        return [_phrase(row) for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)]


def outcomes(items: Iterable[Phrase], analyse: Callable[[str], Analysis]) -> Iterator[Outcome]:
    """What the reader makes of each phrase."""
    for item in items:
        found = read(analyse(item.sentence), item.head)
        countries = frozenset(country for country, _ in found)
        right = all(any(sectors == wanted for wanted in item.sectors) for _, sectors in found)
        codes = frozenset(f"{country} {' '.join(sorted(sectors)) or '-'}" for country, sectors in found)
        yield Outcome(item, codes, countries in item.countries, bool(found) and right)


def read(analysis: Analysis, head: Span) -> list[tuple[str, frozenset[str]]]:
    """Country and sectors of those a head word stands for: mentions it heads, else the closest around it."""
    actors = {actor.id: actor for actor in analysis.actors}
    mentions = [m for m in analysis.actor_mentions if m.mention.head.overlaps(head)]
    if not mentions:
        around = [m for m in analysis.actor_mentions if m.mention.span.contains(head)]
        mentions = sorted(around, key=lambda m: len(m.mention.span))[:1]
    known = [actors[m.actor] for m in mentions]
    return [(actor.country or "-", frozenset(actor.sectors)) for actor in known]


def shares(results: Iterable[Outcome]) -> tuple[int, float, float, float]:
    """How many, and the shares with the right country, the right sectors, and both."""
    results = list(results)
    n = len(results) or 1
    both = sum(r.country and r.sectors for r in results)
    return len(results), sum(r.country for r in results) / n, sum(r.sectors for r in results) / n, both / n


def _phrase(row: dict[str, str]) -> Phrase:
    before, after = row["phrase"].split("*")
    start = row["sentence"].rindex(before + after) + len(before)
    head = Span(start, start + len(after.split()[0].rstrip(",")))
    countries = tuple(frozenset(each.split(";")) for each in row["country"].split("|"))
    sectors = tuple(frozenset(each.replace("-", "").split()) for each in row["sectors"].split("|"))
    return Phrase(row["sentence"], row["phrase"], head, countries, sectors)


def main(halves: tuple[str, ...]) -> None:
    """Print the shares of each half, and what was misread in dev: the other half is not to be looked at."""
    from tidings.engine import Reader
    from tidings.settings import Settings

    reader = Reader(Settings(workers=1))
    results = list(outcomes(phrases(), reader.read_text))
    for half in halves:
        mine = [r for r in results if r.phrase.half == half]
        n, country, sectors, both = shares(mine)
        print(f"{half:5} {n:4} country {country:.3f}  sectors {sectors:.3f}  both {both:.3f}")
        for r in mine if half == "dev" else ():
            if not (r.country and r.sectors):
                wanted = "|".join(";".join(sorted(c)) for c in r.phrase.countries)
                codes = "|".join(" ".join(sorted(s)) or "-" for s in r.phrase.sectors)
                print(f"  {r.phrase.phrase:45} {wanted} {codes:20} read {'; '.join(sorted(r.found)) or 'nobody'}")


if __name__ == "__main__":
    main(tuple(sys.argv[1:]) or HALVES)
