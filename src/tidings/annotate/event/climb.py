"""One step of the climb up the tree, and the tables of rules that take it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tidings.annotate.event.clause import own
from tidings.annotate.event.govern import govern
from tidings.annotate.event.negation import is_negated
from tidings.annotate.event.reading import Reading
from tidings.annotate.event.tense import lent
from tidings.annotate.event.tree import Tree
from tidings.lexicon.factuality import FactualityWords

#: A rule's answer where nothing further up says more of the act.
ENDS = -1


@dataclass(frozen=True, slots=True)
class Step:
    """A word of the climb, the word `above` that governs it, and what has been read so far of the act."""

    tree: Tree
    node: int
    above: int
    reading: Reading
    event_type: str
    words: FactualityWords

    @property
    def base(self) -> str:
        """The relation of the word to that above, without its subtype."""
        return self.tree.relations[self.node]

    @property
    def relation(self) -> str:
        """The relation with its subtype: "nsubj:pass"."""
        return self.tree.tokens[self.node].relation

    @property
    def lemma(self) -> str:
        """The lemma of the word above."""
        return self.tree.lemmas[self.above]

    @property
    def is_infinitive(self) -> bool:
        """Whether the word is tagged as an infinitive."""
        return self.tree.has(self.node, "VerbForm=Inf")

    @property
    def negated(self) -> bool:
        """Whether the word above is negated."""
        return is_negated(self.tree, self.above, self.words)

    def under(self, name: str) -> bool:
        """Whether the word above is in a list of `factuality.yaml`."""
        return self.lemma in self.words.lists[name]

    def has_case(self, *cases: str) -> bool:
        """Whether one of these prepositions stands before the word."""
        return not set(cases).isdisjoint(self.tree.cases(self.node))

    def govern(self, noun: bool = False) -> bool:
        """Apply the operator of the word above; whether it had one."""
        return govern(self.tree, self.above, self.node, self.reading, self.event_type, self.words, noun)

    def share(self, reading: Reading | None = None) -> int:
        """Take in what the clause above says of itself, into another reading where that is none of the act's; go on."""
        own(self.tree, self.above, self.reading if reading is None else reading, self.words)
        return self.above

    def settle(self, negative: bool) -> int:
        """What became of the act is told, that it was done or was not: the climb ends."""
        self.reading.settle(negative)
        return ENDS

    def lend(self) -> int:
        """Take over modals and tense of the clause above; go on from there."""
        lent(self.tree, self.above, self.reading, self.words)
        return self.above


#: The word to go on from, `ENDS`, or None where the rule does not apply.
Rule = Callable[[Step], int | None]


def follow(rules: Sequence[Rule], step: Step) -> int | None:
    """The answer of the first rule that applies, None where none does."""
    return next((answer for rule in rules if (answer := rule(step)) is not None), None)


def climb(rules: Sequence[Rule], step: Step) -> int | None:
    """The word to go on from by the first rule that applies, None where that ends the climb or none does."""
    answer = follow(rules, step)
    return None if answer == ENDS else answer
