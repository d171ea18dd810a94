"""What the encoder reads in a sentence, in Universal Dependencies."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tidings.record.span import Span


class NameType(StrEnum):
    """The types of names the encoder tells apart."""

    PERSON = "PERSON"
    ORG = "ORG"
    GPE = "GPE"  # a state, province or city: what has a government
    NORP = "NORP"  # a nationality, religion or political group: "Iranian", "Sunni"
    LOC = "LOC"
    FAC = "FAC"
    EVENT = "EVENT"
    DATE = "DATE"
    WORK = "WORK"
    PRODUCT = "PRODUCT"


@dataclass(frozen=True, slots=True)
class Token:
    """A word of Universal Dependencies.

    `pos` is the UPOS tag, `features` the UD string of morphological features ("Tense=Past|VerbForm=Fin", or ""),
    `head` the index in the sentence of the word it depends on (-1 for the root), `relation` the UD relation with
    its subtype ("nsubj:pass"). `kind` is what a noun phrase with this head speaks of in GUM's terms ("person",
    "organization", "place", "event" ..., or ""). `fact` is the model's opinion whether what the word tells of happened,
    from -3 (surely not) to 3 (surely), as UDS has it; it means nothing for words that tell of nothing.
    """

    span: Span
    lemma: str
    pos: str
    features: str
    head: int
    relation: str
    kind: str = ""
    fact: float | None = None


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a sentence: its span, its type, and its first and last word (half-open indices of tokens)."""

    span: Span
    type: NameType
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: words, names, and for each word the words that depend on it."""

    span: Span
    tokens: tuple[Token, ...]
    names: tuple[Name, ...] = ()
    children: tuple[tuple[int, ...], ...] = ()

    @classmethod
    def of(cls, span: Span, tokens: tuple[Token, ...], names: tuple[Name, ...] = ()) -> Sentence:
        """A sentence with `children` worked out from the heads."""
        below: list[list[int]] = [[] for _ in tokens]
        for index, token in enumerate(tokens):
            if token.head >= 0:
                below[token.head].append(index)
        return cls(span, tokens, names, tuple(map(tuple, below)))

    def head_in(self, span: Span) -> int | None:
        """The index of the word of a span that its other words depend on; None where the span touches no word.

        >>> words = (Token(Span(0, 1), "a", "DET", "", 1, "det"), Token(Span(2, 3), "b", "NOUN", "", -1, "root"))
        >>> Sentence.of(Span(0, 3), words).head_in(Span(0, 3))
        1
        """
        inside = [index for index, token in enumerate(self.tokens) if span.overlaps(token.span)]
        return next((index for index in inside if self.tokens[index].head not in inside), None)

    def subtree(self, index: int) -> list[int]:
        """The indices of a word and of all below it, in text order.

        >>> words = (Token(Span(0, 1), "a", "DET", "", 1, "det"), Token(Span(2, 3), "b", "NOUN", "", -1, "root"))
        >>> Sentence.of(Span(0, 3), words).subtree(1)
        [0, 1]
        """
        found, frontier = [index], list(self.children[index])
        while frontier:
            found.append(frontier.pop())
            frontier.extend(self.children[found[-1]])
        return sorted(set(found))
