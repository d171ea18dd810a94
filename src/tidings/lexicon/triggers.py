"""Which words may tell of an event: every trigger of the ontology, found by its head."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from tidings.ontology import Trigger


class TriggerIndex:
    """Triggers by the lemma and part of speech of their head, the most specific first.

    `heads` is the table itself, for readers that look up every token: (lemma, pos) to triggers.
    """

    __slots__ = ("heads",)

    def __init__(self, triggers: Iterable[Trigger]) -> None:
        table: defaultdict[tuple[str, str], list[Trigger]] = defaultdict(list)
        for trigger in triggers:
            table[trigger.words[0], trigger.pos].append(trigger)
        self.heads: Mapping[tuple[str, str], tuple[Trigger, ...]] = {
            head: tuple(sorted(found, key=_generality)) for head, found in table.items()
        }

    def of(self, lemma: str, pos: str) -> tuple[Trigger, ...]:
        """The triggers whose head has this lemma and part of speech ("verb", "noun", "adjective").

        >>> from tidings.ontology import load_ontology
        >>> TriggerIndex(load_ontology().triggers).of("photosynthesise", "verb")
        ()
        """
        return self.heads.get((lemma, pos), ())


def _generality(trigger: Trigger) -> tuple[int, int, float, int]:
    """Least for the most specific: most words, then most needs, then the highest weight, then most bars."""
    return -len(trigger.words), -len(trigger.needs), -trigger.weight, -len(trigger.bars)
