"""What an import format is, and an event as another system coded it."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from tidings.errors import TidingsError
from tidings.ontology import EventType, load_ontology
from tidings.record import Factuality
from tidings.store.columns import QUADS
from tidings.store.party import Party, code_of

#: What other systems write where they know nothing.
MISSING = frozenset({"", "NA", "NULL", "None", "none", "nan", "NaN"})

Fields = Mapping[str, Any]
Row = dict[str, Any]


class FieldError(TidingsError):
    """A field of a line cannot be understood: names it, and says what would be right."""

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(f"{field}: {reason}")


@dataclass(frozen=True, slots=True)
class Spot:
    """Where another system places an event; parts that it does not know are None."""

    id: str | None = None
    name: str | None = None
    country: str | None = None
    admin1: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    feature: str | None = None


@dataclass(frozen=True, slots=True)
class Foreign:
    """One event of another system, in our terms.

    `event_type` is None for the statements that PLOVER leaves out. `unknown` are names of countries that Tidings does
    not know: such an actor keeps its name and has no country.
    """

    id: str
    event_type: str | None
    mode: str | None
    cameo: str | None
    quad: int
    score: float
    day: date | None
    latest: date | None = None
    contexts: tuple[str, ...] = ()
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    spot: Spot = Spot()
    goldstein: float | None = None
    mentions: int = 1
    reports: int = 1
    sentence: str = ""
    factuality: Factuality = field(default_factory=Factuality)
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Import:
    """One format: its name, its columns (none: a JSON object a line), whether they stand in the first line, and what
    reads one line's fields. `parse` raises `FieldError`. `aliases` are other names of columns."""

    name: str
    columns: tuple[str, ...]
    header: bool
    parse: Callable[[Fields], Foreign]
    aliases: Mapping[str, str] = field(default_factory=dict)


def row_of(system: str, event: Foreign, original: str) -> Row:
    """The row of `imported_events`."""
    spot = event.spot
    happened = event.factuality
    return {
        "system": system,
        "id": f"{system}:{event.id}",
        **{name: getattr(event, name) for name in ("event_type", "mode", "cameo", "quad", "score", "goldstein")},
        "contexts": list(event.contexts),
        **_side("actor", event.actors),
        **_side("recipient", event.recipients),
        "earliest": str(event.day) if event.day else None,
        "latest": str(event.latest or event.day) if event.day else None,
        "granularity": "day" if event.day else None,
        "place_id": spot.id,
        "place": spot.name,
        "place_country": spot.country,
        "place_admin1": spot.admin1,
        "latitude": spot.latitude,
        "longitude": spot.longitude,
        "place_feature": spot.feature,
        **{name: getattr(happened, name) for name in ("polarity", "certainty", "time", "mood")},
        "counts": happened.happened,
        "mentions": event.mentions,
        "reports": event.reports,
        "sentence": event.sentence,
        "original": original,
    }


def _side(side: str, parties: tuple[Party, ...]) -> Row:
    return {
        f"{side}_ids": [party.id for party in parties],
        f"{side}_codes": [code_of(party) for party in parties],
        f"{side}_names": [party.name for party in parties],
    }


def someone(country: str | None, sectors: tuple[str, ...], name: str) -> Party:
    """A participant of another system: its id is its code and name, since systems share no ids."""
    party = Party("", country, sectors, name)
    return Party(f"{code_of(party)}/{name}", country, sectors, name)


def text(fields: Fields, name: str) -> str | None:
    """The text of a field, None where the system knows nothing."""
    value = fields.get(name)
    said = "" if value is None else str(value).strip()
    return None if said in MISSING else said


def required(fields: Fields, name: str) -> str:
    """The text of a field that an event cannot be without."""
    value = text(fields, name)
    if value is None:
        raise FieldError(name, "is empty")
    return value


def plover_type(fields: Fields, name: str) -> EventType:
    """The type of PLOVER that a field names."""
    said = required(fields, name).upper()
    found = load_ontology().types.get(said)
    if found is None:
        raise FieldError(name, f"{said[:40]!r} is not one of PLOVER's types")
    return found


def quad(fields: Fields, name: str, own: int) -> int:
    """The quad, 1 to 4, that a field says by its name or its number; `own`, that of the type, where it says none.

    >>> quad({"Q": "Material Conflict"}, "Q", 1), quad({"Q": 2}, "Q", 1), quad({}, "Q", 3)
    (4, 2, 3)
    """
    said = (text(fields, name) or str(own)).upper()
    for place, known in enumerate(QUADS, 1):
        if said in (known, str(place)):
            return place
    raise FieldError(name, f"{said[:40]!r} is not one of {', '.join(QUADS)}")


def number(fields: Fields, name: str, low: float, high: float) -> float | None:
    """A number within bounds, None where there is none."""
    said = text(fields, name)
    if said is None:
        return None
    try:
        value = float(said)
    except ValueError:
        value = math.nan
    if not low <= value <= high:
        raise FieldError(name, f"{said[:40]!r} is not a number from {low:g} to {high:g}")
    return value


def count(fields: Fields, name: str) -> int:
    """A whole number of at least one; one where it is not known."""
    return max(1, int(number(fields, name, 0, 2**31 - 1) or 1))


def day(fields: Fields, name: str) -> date | None:
    """A day written 2021-07-28 or 20210728, None where there is none."""
    said = text(fields, name)
    if said is None:
        return None
    try:
        return date.fromisoformat(said[:10])
    except ValueError:
        raise FieldError(name, f"{said[:40]!r} is not a day such as 2021-07-28") from None


def cameo_code(fields: Fields, name: str) -> str:
    """A CAMEO code as text: "43" for "043" is what a spreadsheet leaves of it, and is not guessed at."""
    said = required(fields, name)
    if said not in load_ontology().codes:
        raise FieldError(name, f"{said[:40]!r} is not a CAMEO code; codes are text such as '043'")
    return said


def coded(cameo: str, *, gdelt: bool) -> tuple[str | None, str | None, int, float, float]:
    """Type, mode, quad, score and Goldstein value of a CAMEO code, the last as the system has it.

    Quad and score are PLOVER's, to be compared with our own; a statement that PLOVER leaves out has CAMEO's.

    >>> coded("042", gdelt=False)
    ('CONSULT', 'visit', 1, 4.0, 1.9)
    """
    ontology = load_ontology()
    code = ontology.codes[cameo]
    goldstein = code.goldstein_gdelt if gdelt else code.goldstein
    plover = ontology.plover_of(cameo)
    if plover is None:
        return None, None, code.quad, goldstein, goldstein
    return *plover, ontology.quad(plover[0]), ontology.score(*plover), goldstein
