"""Words that say whether an act took place: hopes, vows, denials, plans, modals."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from tidings.errors import DataError

FILE = "languages/en/factuality.yaml"
KINDS = {"verbs": "VERB", "nouns": "NOUN", "adjectives": "ADJ"}
WORDS = (
    "foreseen", "transparent", "negators", "nearly", "conditions", "reports", "perhaps", "likely", "still_to_come",
    "occurrence", "announcing", "ordinal", "fulfilled",
    "hearsay", "tasks", "instead", "times", "awaited", "answers", "answered", "states",
    "at_no", "traces", "refuted", "bringing", "calling", "over",
    "under_way", "refusing", "vainly", "letting", "achieving", "ending", "denying",
    "ahead", "in_case", "naming", "dropping", "failing", "confirming", "done_before",
    "spans", "lasting", "telling_that", "settling_on", "amounts", "meant",
    "not_negated", "near", "anyone", "to_stop", "kept", "broken", "true", "talked_of", "drafts", "unended",
    "performed", "habitual", "performing", "undertaken", "came_to_nothing", "laws", "undergone",
    "object_like", "topical", "of_deeds", "whether", "provided",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Operator:
    """What a word does to the act it governs; None leaves a value as it is."""

    flips: bool = False
    certainty: str | None = None
    time: str | None = None
    mood: str | None = None


@dataclass(frozen=True, slots=True)
class FactualityWords:
    """`operators` by part of speech and lemma, `modals` by lemma, and the plain lists by name."""

    operators: Mapping[tuple[str, str], Operator]
    modals: Mapping[str, str]
    lists: Mapping[str, frozenset[str]]

    def operator(self, pos: str, lemma: str) -> Operator | None:
        """What the word does to an act it governs, None for a word that says nothing about it.

        >>> load_factuality().operator("VERB", "hope").mood
        'desired'
        """
        return self.operators.get((pos, lemma))


@cache
def load_factuality() -> FactualityWords:
    """The factuality words of English. Raises `DataError` where the file breaks its shape."""
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    values = yaml.load((files("tidings") / "data" / FILE).read_text("utf-8"), loader)
    try:
        return FactualityWords(
            operators=_operators(values["operators"]),
            modals={word: kind for kind, words in values["modals"].items() for word in words},
            lists={name: frozenset(values[name]) for name in WORDS},
        )
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise DataError(f"{FILE}: {type(error).__name__} at {error}") from error


def _operators(groups: list[dict[str, Any]]) -> dict[tuple[str, str], Operator]:
    """The first group that names a word decides."""
    table: dict[tuple[str, str], Operator] = {}
    for group in groups:
        values = group["set"]
        operator = Operator(
            flips=values.get("polarity") == "flip",
            certainty=values.get("certainty"),
            time=values.get("time"),
            mood=values.get("mood"),
        )
        for kind, pos in KINDS.items():
            for lemma in group.get(kind, ()):
                table.setdefault((pos, lemma), operator)
    return table
