"""The table of lemmas that goes beside the model: words seen in training, and the regular forms of English verbs."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from training.trees import Example

_SHARE = 0.8
Table = dict[tuple[str, str], str]


def write_lemmas(examples: Iterable[Example], rolesets: Path, path: Path) -> None:
    """Form, part of speech, lemma, a line each; what was seen in training comes before what a rule makes."""
    table = _of_verbs(rolesets) | _of_examples(examples)
    path.write_text("".join(f"{form}\t{upos}\t{lemma}\n" for (form, upos), lemma in sorted(table.items())), "utf-8")


def _of_examples(examples: Iterable[Example]) -> Table:
    """Every word but names whose lemma is nearly always the same."""
    seen: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for example in examples:
        for form, upos, lemma in zip(example.forms, example.upos, example.lemmas, strict=False):
            if upos not in ("PROPN", "X", "PUNCT", "NUM", "SYM") and form.replace("'", "").isalpha():
                seen[form.lower(), upos][lemma] += 1
    best = ((word, counts.most_common(1)[0], counts.total()) for word, counts in seen.items())
    return {word: lemma for word, (lemma, count), total in best if count >= _SHARE * total and lemma.islower()}


def _of_verbs(rolesets: Path) -> Table:
    """The regular forms of the verbs of PropBank's frames (CC BY-SA 4.0), where only one verb has them."""
    aliases = (alias for line in rolesets.read_text("utf-8").splitlines() for alias in json.loads(line)["aliases"])
    verbs = {word for word, kind in aliases if kind == "v" and re.fullmatch(r"[a-z]{3,}", word)}
    made: defaultdict[str, set[str]] = defaultdict(set)
    for verb in verbs:
        for form in regular_forms(verb):
            made[form].add(verb)
    return {(form, "VERB"): min(found) for form, found in made.items() if len(found) == 1 and form not in verbs}


def regular_forms(verb: str) -> Iterator[str]:
    """The -s, -ed and -ing forms by the rules of spelling; both where a last consonant may be doubled.

    >>> sorted(regular_forms("impose"))
    ['imposed', 'imposes', 'imposing']
    """
    if re.search(r"[^aeiou]y$", verb):
        yield from (f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing")
    elif verb.endswith("e"):
        yield from (f"{verb}s", f"{verb}d", f"{verb}ing" if re.search("[eoy]e$", verb) else f"{verb[:-1]}ing")
    else:
        yield f"{verb}es" if re.search("(s|x|z|ch|sh|o)$", verb) else f"{verb}s"
        short = re.fullmatch("[^aeiou]*[aeiou][^aeiouwxy]", verb)
        if not short:
            yield from (f"{verb}ed", f"{verb}ing")
        if short or re.search("[^aeiou][aeiou][bdgklmnprtv]$", verb):
            yield from (f"{verb}{verb[-1]}ed", f"{verb}{verb[-1]}ing")
