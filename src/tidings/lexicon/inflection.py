"""Inflected forms of the words that readings look up: a second opinion on lemmas.

The encoder predicts lemmas by edit scripts and can miss an irregular or rare form ("fled"); for words the readers ask
for, the forms are known beforehand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files

import yaml

from tidings.errors import DataError
from tidings.lexicon.factuality import load_factuality
from tidings.lexicon.light_verbs import load_light_verbs
from tidings.ontology import load_ontology

FILE = "languages/en/irregular.yaml"
VOWELS = "aeiou"
#: The parts of speech of Universal Dependencies a kind of word is tagged with.
KIND_OF = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adjective"}


class Inflections:
    """Known lemmas by their forms, for each kind of word ("verb", "noun", "adjective")."""

    __slots__ = ("irregular", "lemmas", "table")

    def __init__(self, lemmas: Mapping[str, Iterable[str]], irregular: Mapping[str, Mapping[str, str]]) -> None:
        self.lemmas = {kind: frozenset(words) for kind, words in lemmas.items()}
        self.table: dict[tuple[str, str], str] = {}
        self.irregular: dict[tuple[str, str], str] = {}
        for kind, words in self.lemmas.items():
            odd = irregular.get(f"{kind}s", {})
            for word in sorted(words):
                for form in regular_forms(word, kind):
                    self.table.setdefault((form, kind), word)
            for word, forms in odd.items():
                for form in forms.split():
                    self.irregular[form, kind] = word

    def lemma(self, form: str, pos: str, guess: str) -> str:
        """The lemma of a form in lower case: the guess where it is a known word, else the known word of that form.

        >>> load_inflections().lemma("fled", "VERB", "fl")
        'flee'
        """
        kind = KIND_OF.get(pos)
        if kind is None or (guess == form and form in self.lemmas[kind]):
            return guess
        found = self.irregular.get((form, kind))
        if found is not None or guess in self.lemmas[kind]:
            return found or guess
        found = form if form in self.lemmas[kind] else self.table.get((form, kind))
        if found is None and pos == "ADJ" and form.endswith(("ed", "ing")) and guess not in self.lemmas[kind]:
            found = self.table.get((form, "verb"))
        return guess if found is None else found


def regular_forms(word: str, kind: str) -> Iterator[str]:
    """The regular forms of a word, also with the last consonant doubled, as in "stopped" and "signalling".

    >>> list(regular_forms("deny", "noun"))
    ['denies']
    """
    if word.endswith("y") and word[-2:-1] not in VOWELS:
        plural, past = f"{word[:-1]}ies", f"{word[:-1]}ied"
    elif word.endswith(("s", "x", "z", "ch", "sh", "o")):
        plural, past = f"{word}es", f"{word}ed"
    else:
        plural, past = f"{word}s", f"{word}ed"
    if kind == "adjective":
        return
    yield plural
    if kind == "noun":
        return
    if word.endswith("e"):
        yield from (f"{word}d", f"{word[:-1]}ing", f"{word}ing")
        return
    yield from (past, f"{word}ing")
    if word[-1:] not in VOWELS + "wxy" and word[-2:-1] in VOWELS:
        yield from (f"{word}{word[-1]}ed", f"{word}{word[-1]}ing")
    if word.endswith("c"):
        yield from (f"{word}ked", f"{word}king")


@cache
def load_inflections() -> Inflections:
    """The forms of every trigger word, light verb and factuality word. Raises `DataError` for a broken file."""
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    irregular = yaml.load((files("tidings") / "data" / FILE).read_text("utf-8"), loader)
    if not isinstance(irregular, dict) or not all(isinstance(irregular.get(kind), dict) for kind in ("verbs", "nouns")):
        raise DataError(f"{FILE}: needs the mappings verbs and nouns")
    known: dict[str, set[str]] = {"verb": set(irregular["verbs"]), "noun": set(irregular["nouns"]), "adjective": set()}
    for trigger in load_ontology().triggers:
        known[trigger.pos].add(trigger.words[0])
        known["noun"].update(trigger.words[1:])
        known["verb"].update(lemma for slot in ("comp", "inf") for lemma in trigger.needs.get(slot, ()))
    names = {"VERB": "verb", "NOUN": "noun", "ADJ": "adjective"}
    for pos, lemma in load_factuality().operators:
        if " " in lemma:  # a verb with its particle is inflected as the verb
            continue
        known[names[pos]].add(lemma)
    known["verb"].update(load_light_verbs().plain, *load_light_verbs().prepositions.values())
    known["verb"].update(load_factuality().lists["transparent"], load_factuality().lists["occurrence"])
    return Inflections(known, irregular)
