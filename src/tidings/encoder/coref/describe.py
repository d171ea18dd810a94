"""What the grammar says of each candidate, as numbers in columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tidings.encoder.coref.grammar import (
    GENDERS,
    NAMES,
    OTHER_PRONOUN,
    POSSESSIVE,
    PRONOUNS_GENDER,
    determiner_of,
    number_of,
    numbered,
    pronoun_of,
    quotes,
)
from tidings.encoder.coref.mentions import Candidate, Shape, candidates_of
from tidings.record import Sentence, Token

Numbers = NDArray[np.int64]
Floats = NDArray[np.float32]

#: How many content words of a candidate are compared, the head first, and how many words make its text.
WORDS, _TEXT = 6, 12
_RELATIONS = numbered(
    "nsubj obj iobj obl nmod conj root appos compound vocative dislocated dep list parataxis xcomp ccomp"
)
_POSSESSOR, _PASSIVE = len(_RELATIONS) + 1, len(_RELATIONS) + 2
_PARTS = numbered("PRON PROPN NOUN NUM ADJ DET")
_ABOVE = numbered("VERB NOUN PROPN ADJ PRON AUX")
_OTHER_ABOVE = len(_ABOVE) + 1
_EMPTY_PARTS = frozenset({"DET", "PRON", "ADP", "PUNCT", "CCONJ", "PART", "AUX", "SCONJ"})
#: What a noun phrase may speak of, in GUM's terms; 0 is nothing, or not known.
_KINDS = numbered("abstract animal event object organization person place plant substance time")

#: The columns of classes, and how many classes each has.
CLASSES = {
    "shape": len(Shape), "pronoun": OTHER_PRONOUN + 1, "possessive": 2, "reflexive": 2, "part": len(_PARTS) + 1,
    "determiner": 7, "number": 3, "gender": 4, "name": len(NAMES) + 1, "relation": _PASSIVE + 1,
    "above": _OTHER_ABOVE + 1, "length": 6, "clause": 2, "quoted": 2, "place": 4, "inside": 2, "expletive": 2,
    "capital": 2, "kind": len(_KINDS) + 1,
}  # fmt: skip
#: The columns of words and places of this report: compared with each other, never read by the network.
IDS = ("sentence", "first", "last", "word", "governor", "full", "text", "head", "initials", "digits", "quote", "linked")


@dataclass(frozen=True, slots=True)
class Described:
    """The candidates of a report, and what is known of each, a row a candidate.

    `columns` are those of `CLASSES`, `ids` those of `IDS` (-1 where there is none); `content` are the words that carry
    meaning, the head first; `counts` say how often a candidate's words and head come before and after.
    """

    candidates: tuple[Candidate, ...]
    columns: dict[str, Numbers]
    ids: dict[str, Numbers]
    content: Numbers
    counts: Floats

    def __len__(self) -> int:
        return len(self.candidates)

    def only(self, kept: Numbers) -> Described:
        """The rows of some of the candidates."""
        return Described(
            tuple(self.candidates[place] for place in kept.tolist()),
            {name: column[kept] for name, column in self.columns.items()},
            {name: column[kept] for name, column in self.ids.items()},
            self.content[kept],
            self.counts[kept],
        )


class _Words(dict[str, int]):
    """The words of a report, numbered as they come."""

    def __missing__(self, word: str) -> int:
        self[word] = number = len(self)
        return number


@dataclass(frozen=True, slots=True)
class _Place:
    """A sentence in its report: the number of its first word, and what is asked of its words again and again."""

    sentence: Sentence
    start: int
    names: dict[int, int]
    quoted: list[int]
    lemmas: list[str]
    numbers: list[int]
    pronouns: list[int]
    genders: list[int]
    full: list[bool]

    @classmethod
    def of(cls, sentence: Sentence, start: int, quoted: list[int], words: _Words) -> _Place:
        tokens = sentence.tokens
        lemmas = [token.lemma.lower() for token in tokens]
        return cls(
            sentence,
            start,
            {at: NAMES[name.type] for name in sentence.names for at in range(name.first, name.last)},
            quoted,
            lemmas,
            [words[lemma] for lemma in lemmas],
            [pronoun_of(token.pos, lemma) for token, lemma in zip(tokens, lemmas, strict=True)],
            [GENDERS.get(lemma, 0) for lemma in lemmas],
            [token.pos not in _EMPTY_PARTS for token in tokens],
        )


def describe(sentences: Sequence[Sentence]) -> Described:
    """All candidates of a report with what is known of them."""
    candidates: list[Candidate] = []
    columns: list[tuple[int, ...]] = []
    ids: list[tuple[int, ...]] = []
    content: list[list[int]] = []
    words, start, marks = _Words(), 0, 0
    for number, sentence in enumerate(sentences):
        quoted, marks = quotes(sentence, marks)
        place = _Place.of(sentence, start, quoted, words)
        for candidate in candidates_of(number, sentence):
            found = _content(place, candidate)
            candidates.append(candidate)
            columns.append(_classes(place, candidate))
            ids.append(_ids(place, candidate, found, words))
            content.append([*(place.numbers[at] for at in found), *_PADDING][:WORDS])
        start += len(sentence.tokens)
    named = dict(zip(IDS, _table(ids, len(IDS)).T, strict=True))
    classes = dict(zip(CLASSES, _table(columns, len(CLASSES)).T, strict=True))
    return Described(tuple(candidates), classes, named, _table(content, WORDS), _counts(named))


_PADDING = (-1,) * WORDS


def _table(rows: Sequence[Sequence[int]], width: int) -> Numbers:
    return np.array(rows, np.int64).reshape(len(rows), width)


def _classes(place: _Place, candidate: Candidate) -> tuple[int, ...]:
    """One row of `CLASSES`."""
    tokens = place.sentence.tokens
    first, last, at = candidate.first, candidate.last, candidate.head
    head, pronoun = tokens[at], place.pronouns[at]
    base, _, subtype = head.relation.partition(":")
    relation = {"poss": _POSSESSOR, "pass": _PASSIVE}.get(subtype, _RELATIONS.get(base, 0))
    above = tokens[head.head].pos if head.head >= 0 else ""
    below = [child for child in place.sentence.children[at] if first <= child < last]
    return (
        candidate.shape,
        pronoun,
        pronoun > 0 and ("Poss=Yes" in head.features or place.lemmas[at] in POSSESSIVE),
        "Reflex=Yes" in head.features,
        _PARTS.get(head.pos, 0),
        determiner_of(tokens, at, below),
        2 if candidate.shape == Shape.WHOLE else number_of(head, pronoun),
        PRONOUNS_GENDER.get(pronoun, 0) or next(filter(None, place.genders[first:last]), 0),
        place.names.get(at, 0),
        relation,
        _ABOVE.get(above, _OTHER_ABOVE) if above else 0,
        min(last - first, 5) if last - first < 9 else 0,
        any(tokens[child].relation.startswith("acl") for child in below),
        place.quoted[at] > 0,
        0 if first == 0 else 1 if last >= len(tokens) - 1 else 2 if first < 5 else 3,
        above in ("NOUN", "PROPN"),
        base == "expl",
        head.lemma[:1].isupper(),
        _KINDS.get(head.kind, 0),
    )


def _content(place: _Place, candidate: Candidate) -> list[int]:
    """The words that carry meaning, the head first; none for a pronoun."""
    at = candidate.head
    if place.pronouns[at]:
        return []
    return [at, *(i for i in range(candidate.first, candidate.last) if place.full[i] and i != at)]


def _ids(place: _Place, candidate: Candidate, content: Sequence[int], words: _Words) -> tuple[int, ...]:
    """One row of `IDS`."""
    tokens, start, at = place.sentence.tokens, place.start, candidate.head
    text = " ".join([place.lemmas[i] for i in sorted(content[:_TEXT]) or (at,)]).replace(".", "")
    initials, digits = _short_forms(tokens[candidate.first : candidate.last]) if len(content) > 1 else ("", "")
    return (
        candidate.sentence,
        start + candidate.first,
        start + candidate.last,
        start + at,
        start + tokens[at].head if tokens[at].head >= 0 else -1,
        words[" ".join(place.lemmas[candidate.first : min(candidate.last, candidate.first + _TEXT)])],
        words[text],
        place.numbers[at],
        words[initials] if len(initials) > 1 else -1,
        words[digits] if digits else -1,
        place.quoted[at],
        _linked(place.sentence, at, start),
    )


def _short_forms(inside: Sequence[Token]) -> tuple[str, str]:
    """The initials of the names in these words, and their number words."""
    initials = "".join([token.lemma[0] for token in inside if token.pos == "PROPN" and token.lemma[:1].isupper()])
    return initials.lower(), " ".join([token.lemma for token in inside if token.pos == "NUM"])


def _linked(sentence: Sentence, at: int, start: int) -> int:
    """The word that an apposition or a predicate says this one is, or -1."""
    tokens, children = sentence.tokens, sentence.children[at]
    if tokens[at].relation.startswith("appos"):
        return start + tokens[at].head
    if not any(tokens[child].relation == "cop" for child in children):
        return -1
    return next((start + child for child in children if tokens[child].relation.startswith("nsubj")), -1)


def _counts(ids: dict[str, Numbers]) -> Floats:
    """For each candidate, how often its words and its head come in others before and after it (logs)."""
    columns = []
    for name in ("text", "head"):
        order = np.argsort(ids[name], kind="stable")
        ordered, ranks = ids[name][order], np.arange(len(order))
        starts, ends = np.searchsorted(ordered, ordered, "left"), np.searchsorted(ordered, ordered, "right")
        before, after = np.empty((2, len(order)))
        before[order], after[order] = ranks - starts, ends - ranks - 1
        columns += [before, after]
    return np.log1p(np.stack(columns, 1)).astype(np.float32)
