"""What of a mention is compared with others, worked out once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from tidings.merge.report import Standing
from tidings.merge.told import Told
from tidings.record import Place

#: Types whose sides may be told in either order: "A met B" is "B met A", and is "A and B met".
RECIPROCAL = frozenset({"CONSULT"})
#: News told in the past tense without a day ("has signed") is of the last days before its report.
FRESH = timedelta(days=2)
#: Words that begin so are taken for forms of one word: "arrested" and "arrests", "protesters" and "protest".
STEM = 5

Days = tuple[date, date]
_WORD = re.compile(r"\w{4,}")


@dataclass(frozen=True, slots=True)
class Features:
    """Who, what, when and where of one mention, its words, and its report.

    `kind` is what two mentions of one event must share: the type, and whether the act is told of as a fact (or denied)
    or as a wish, a plan, a threat. `sides` are one of who takes part where a type has no direction, else two.
    """

    id: str
    kind: tuple[str, bool]
    sides: tuple[frozenset[str], ...]
    days: Days | None
    place: Place | None
    mode: str | None
    document_id: str
    story: str | None
    sentence: str
    stems: frozenset[str]
    trigger: str


def features(told: Told, standings: Mapping[str, Standing]) -> Features:
    """What of this mention is compared."""
    mention = told.mention
    standing = standings.get(told.document_id)
    fact = mention.factuality.time != "future" and mention.factuality.mood == "asserted"
    return Features(
        id=mention.id,
        kind=(mention.event_type, fact),
        sides=_sides(told),
        days=_days(told),
        place=mention.place,
        mode=mention.mode,
        document_id=told.document_id,
        story=standing.story if standing else None,
        sentence=told.sentence,
        stems=frozenset(word[:STEM] for word in _WORD.findall(told.sentence.lower())),
        trigger=told.trigger.lower()[:STEM],
    )


def _sides(told: Told) -> tuple[frozenset[str], ...]:
    if told.mention.event_type in RECIPROCAL:
        return (frozenset((*told.actors, *told.recipients)),)
    return frozenset(told.actors), frozenset(told.recipients)


def _days(told: Told) -> Days | None:
    when = told.mention.when
    if when is None or when.latest is None:
        return None
    return when.earliest or max(when.latest, date.min + FRESH) - FRESH, when.latest
