"""Where a report may speak of a thing: noun phrases, pronouns and names, as candidates for mentions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from tidings.record import Sentence, Token


class Shape(IntEnum):
    """How the span of a candidate was drawn."""

    PHRASE = 0  # a head with all that hangs on it
    WHOLE = 1  # with its coordinated parts: "the minister and his deputy"
    SHORT = 2  # without its clauses and appositions
    NAME = 3  # a name that is no phrase of its own


@dataclass(frozen=True, slots=True, order=True)
class Candidate:
    """A span of words of a sentence (half-open, counted in the sentence), its head word, and how it was drawn."""

    sentence: int
    first: int
    last: int
    head: int
    shape: Shape


@dataclass(frozen=True, slots=True)
class _Tree:
    """A sentence with the relation of each word without its subtype, and where all that hangs on it begins and ends."""

    sentence: Sentence
    bases: list[str]
    first: list[int]
    last: list[int]

    @classmethod
    def of(cls, sentence: Sentence) -> _Tree:
        first = list(range(len(sentence.tokens)))
        last = first.copy()
        for word in _from_below(sentence):
            for child in sentence.children[word]:
                first[word], last[word] = min(first[word], first[child]), max(last[word], last[child])
        return cls(sentence, [token.relation.partition(":")[0] for token in sentence.tokens], first, last)


def _from_below(sentence: Sentence) -> list[int]:
    """The words, each after all that hangs on it."""
    order = [word for word, token in enumerate(sentence.tokens) if token.head < 0]
    for word in order:
        order.extend(sentence.children[word])
    return order[::-1]


def candidates_of(place: int, sentence: Sentence) -> list[Candidate]:
    """The candidates of one sentence (`place` is its number), in text order, each span once.

    >>> from tidings.record import Span
    >>> words = (Token(Span(0, 3), "the", "DET", "", 1, "det"), Token(Span(4, 10), "envoys", "NOUN", "", -1, "root"))
    >>> [(found.first, found.last, found.shape.name) for found in candidates_of(0, Sentence.of(Span(0, 10), words))]
    [(0, 2, 'PHRASE')]
    """
    found: dict[tuple[int, int], Candidate] = {}
    tree = _Tree.of(sentence)
    for head, shape, start, end in _spans(tree):
        first, last = _trimmed(tree, start, end)
        if first <= head < last:
            found.setdefault((first, last), Candidate(place, first, last, head, shape))
    return [found[span] for span in sorted(found)]


def _spans(tree: _Tree) -> Iterator[tuple[int, Shape, int, int]]:
    tokens = tree.sentence.tokens
    for head, token in enumerate(tokens):
        if _heads_a_phrase(token, tree.bases[head]):
            yield from _phrases(tree, head)
    for name in tree.sentence.names:
        outer = (i for i in range(name.first, name.last) if not name.first <= tokens[i].head < name.last)
        yield next(outer, name.first), Shape.NAME, name.first, name.last


def _heads_a_phrase(token: Token, base: str) -> bool:
    if base in _PARTS_OF_A_WORD or (token.lemma == "there" and base == "expl"):
        return False
    return token.pos in _NOMINAL or (token.pos in _SOMETIMES_NOMINAL and base in _ARGUMENT)


def _phrases(tree: _Tree, head: int) -> Iterator[tuple[int, Shape, int, int]]:
    """The spans of a head: alone, with what is coordinated with it, and without its clauses and appositions."""
    inside = _inside(tree, head)
    alone = [child for child in inside if tree.bases[child] != "conj"]
    yield head, Shape.PHRASE, *_ends(tree, head, alone)
    if len(alone) < len(inside):
        yield head, Shape.WHOLE, *_ends(tree, head, inside)
    short = [child for child in alone if child < head or tree.bases[child] not in _LOOSE]
    if len(short) < len(alone):
        yield head, Shape.SHORT, *_ends(tree, head, short)


def _inside(tree: _Tree, head: int) -> list[int]:
    """What hangs on a head without prepositions, and without what makes the head a predicate."""
    children, bases = tree.sentence.children[head], tree.bases
    beside = {bases[child] for child in children}
    outside = _OUTSIDE | _PREDICATE if beside & _MAKES_A_PREDICATE else _OUTSIDE
    last_case = max((child for child in children if child < head and bases[child] == "case"), default=-1)

    def kept(child: int) -> bool:
        if bases[child] in outside or (child < head and bases[child] in _LEADS):
            return False
        return bases[child] != "advmod" or child > last_case  # "particularly in the port", "the nearly ruined port"

    return [child for child in children if kept(child)]


def _ends(tree: _Tree, head: int, children: Sequence[int]) -> tuple[int, int]:
    first = min((tree.first[child] for child in children), default=head)
    last = max((tree.last[child] for child in children), default=head)
    return min(first, head), max(last, head) + 1


def _trimmed(tree: _Tree, first: int, last: int) -> tuple[int, int]:
    """The span without punctuation and conjunctions at its ends; a bracket or quote opened inside is also closed."""
    tokens = tree.sentence.tokens
    while first < last and (tokens[first].pos in _MARKS or tree.bases[first] in _LEADS):
        first += 1
    while first < last and tokens[last - 1].pos in _MARKS and not _closes(tokens, first, last):
        last -= 1
    return first, last


def _closes(tokens: Sequence[Token], first: int, last: int) -> bool:
    mark = tokens[last - 1].lemma
    inside = [token.lemma for token in tokens[first : last - 1]]
    if mark in _PAIRS:
        return inside.count(_PAIRS[mark]) > inside.count(mark)
    return mark in _QUOTES and inside.count(mark) % 2 == 1


_PAIRS = {")": "(", "]": "[", "”": "“", "’": "‘"}
_QUOTES = ('"', "'")


_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_SOMETIMES_NOMINAL = frozenset({"NUM", "ADJ", "DET", "SYM", "X"})
_PARTS_OF_A_WORD = frozenset({"flat", "fixed", "goeswith", "discourse", "punct"})
_ARGUMENT = frozenset({"nsubj", "obj", "iobj", "obl", "nmod", "conj", "root", "appos", "vocative", "dislocated"})
_OUTSIDE = frozenset({"cc", "mark", "discourse", "reparandum", "parataxis", "vocative", "dislocated", "expl"})
_LEADS = frozenset({"case", "punct"})  # the "'s" of a possessor comes after, and is inside
_MARKS = frozenset({"PUNCT", "CCONJ"})
_MAKES_A_PREDICATE = frozenset({"cop", "nsubj"})
_PREDICATE = frozenset({"cop", "nsubj", "aux", "advcl", "conj", "csubj", "ccomp", "obl", "advmod", "punct"})
_LOOSE = frozenset({"acl", "appos", "advcl", "nmod", "obl", "advmod", "ccomp", "list", "dep", "orphan"})
