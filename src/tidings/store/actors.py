"""Which actors of a store a user means by a code, an id or a name."""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import reduce
from operator import or_

from tidings.errors import UsageError
from tidings.ontology.codes import load_codes
from tidings.store.connection import Connection
from tidings.store.meant import Meant

_THE = re.compile(r"^the ", re.IGNORECASE)
_STATE = "state:"  # how the ids of states begin in the registry of actors
_MENTIONED = """
    WITH sides AS (SELECT actors AS side FROM event_mentions UNION ALL SELECT recipients FROM event_mentions),
    parties AS (SELECT unnest(from_json(side, '[{"actor": "VARCHAR", "text": "VARCHAR"}]')) AS party FROM sides)
    SELECT DISTINCT party.actor FROM parties
    WHERE party.actor IS NOT NULL AND list_contains(?::VARCHAR[], lower(party.text))
"""
#: Every code of those who have one of a country.
_CODED = """
    SELECT actor, code FROM actor_codes
    WHERE actor IN (SELECT actor FROM actor_codes WHERE code = ? OR starts_with(code, ?))
"""
_CODE = re.compile(r"[A-Z]{3}(?: [A-Z]{3})*")


def actors_meant(connection: Connection, said: str) -> Meant:
    """The actors that `said` names.

    A code means every actor of that country with those sectors, where it is coded so: "CHN" is all of China, "AFG REB"
    Afghanistan's rebels, as long as they are that. A name is that of an actor in any case, "the" apart, or else what a
    report called it; that of a state means all of that state; where nobody goes by the name, those are meant whose
    names contain it. A code that no actor has means nobody, and is no error. Raises `UsageError`, with near names,
    where a name is nobody's.
    """
    said = " ".join(said.split())
    if not said:
        raise UsageError('an actor is a code ("CHN", "AFG REB"), an id, or a name ("Taliban")')
    if _CODE.fullmatch(said) and (found := _by_code(connection, said)):
        return found
    if ids := _by_id(connection, said):
        return Meant(frozenset(ids))
    if ids := _by_name(connection, said) or _by_mention(connection, said):
        return _with_states(connection, ids)
    if ids := _by_words(connection, said):
        return Meant(frozenset(ids))
    if _CODE.fullmatch(said):
        return Meant()
    if _CODE.fullmatch(said.upper()) and (found := _by_code(connection, said.upper())):
        return found
    raise UsageError(f"no actor named {said!r} in this record{_near(connection, said)}")


def imported_actors_meant(connection: Connection, said: str, system: str) -> Meant:
    """The actors of an imported system that `said` names: a code, the name of a country, or a name there.

    A code that no actor has means nobody. Raises `UsageError` where a name is nobody's.
    """
    said = " ".join(said.split())
    code = said if _CODE.fullmatch(said) else load_codes().named(said)
    condition = "id = ? OR lower(name) = lower(?)"
    values: list[object] = [said, said]
    if code:
        country, *sectors = code.split()
        condition, values = "country = ? AND list_has_all(sectors, ?::VARCHAR[])", [country, sectors]
    query = f"SELECT id FROM imported_actors WHERE system = ? AND ({condition}) ORDER BY id"
    found = frozenset(row[0] for row in connection.execute(query, [system, *values]).fetchall())
    if not found and not code:
        raise UsageError(f"no actor named {said!r} in the events imported from {system}; give a code such as CHN")
    return Meant(found)


def _ids(connection: Connection, condition: str, values: list[object]) -> list[str]:
    rows = connection.execute(f"SELECT id FROM actors WHERE {condition} ORDER BY id", values).fetchall()
    return [row[0] for row in rows]


def _by_code(connection: Connection, code: str) -> Meant:
    country, *sectors = code.split()
    codings = set(connection.execute(_CODED, [country, f"{country} "]).fetchall())
    meant = {(id, had) for id, had in codings if had.split()[:1] == [country] and {*sectors} <= {*had.split()[1:]}}
    partly = {id for id, _ in codings - meant}
    return Meant(
        frozenset(id for id, _ in meant if id not in partly), frozenset(one for one in meant if one[0] in partly)
    )


def _by_id(connection: Connection, id: str) -> list[str]:
    return _ids(connection, "id = ?", [id])


def _by_name(connection: Connection, name: str) -> list[str]:
    plain = _THE.sub("", name).lower()
    return _ids(connection, "lower(name) IN (?, ?)", [plain, f"the {plain}"])


def _by_mention(connection: Connection, words: str) -> list[str]:
    """The actors that a report called so, where they took part in an event."""
    plain = _THE.sub("", words).lower()
    rows = connection.execute(_MENTIONED, [[plain, f"the {plain}"]]).fetchall()
    return sorted(row[0] for row in rows)


def _with_states(connection: Connection, ids: list[str]) -> Meant:
    """The actors, and where one is a state, everyone of that state."""
    states = [id.removeprefix(_STATE) for id in ids if id.startswith(_STATE)]
    return reduce(or_, (_by_code(connection, state) for state in states), Meant(frozenset(ids)))


def _by_words(connection: Connection, words: str) -> list[str]:
    pattern = rf"(^|\W){re.escape(words.lower())}($|\W)"
    return _ids(connection, "regexp_matches(lower(name), ?)", [pattern])


def _near(connection: Connection, said: str) -> str:
    names = [row[0] for row in connection.execute("SELECT DISTINCT name FROM actors LIMIT 20000").fetchall()]
    lowered = {name.lower(): name for name in names}
    near = [lowered[name] for name in get_close_matches(said.lower(), lowered, 3, 0.7)]
    return f"; near it: {', '.join(near)}" if near else ""
