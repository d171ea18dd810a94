"""Which actors of a store a user means by a code, an id or a name."""

from __future__ import annotations

import re
from difflib import get_close_matches

from tidings.errors import UsageError
from tidings.store.connection import Connection

_CODE = re.compile(r"[A-Z]{3}(?: [A-Z]{3})*")


def actors_meant(connection: Connection, said: str) -> list[str]:
    """The ids of the actors that `said` names.

    A code means every actor of that country with those sectors: "CHN" is all of China, "AFG REB" Afghanistan's
    rebels. A name is that of an actor in any case, "the" apart; the name of a state means all of that state; where
    no actor has the name, those are meant whose names contain it. Raises `UsageError`, with near names, where there
    is none. A code that no actor has means nobody, and is no error.
    """
    said = " ".join(said.split())
    if not said:
        raise UsageError('an actor is a code ("CHN", "AFG REB"), an id, or a name ("Taliban")')
    if _CODE.fullmatch(said) and (found := _by_code(connection, said)):
        return found
    if found := _by_id(connection, said) or _by_name(connection, said) or _by_words(connection, said):
        return found
    if _CODE.fullmatch(said):
        return []
    if _CODE.fullmatch(said.upper()) and (found := _by_code(connection, said.upper())):
        return found
    raise UsageError(f"no actor named {said!r} in this record{_near(connection, said)}")


def _ids(connection: Connection, condition: str, values: list[object]) -> list[str]:
    rows = connection.execute(f"SELECT id FROM actors WHERE {condition} ORDER BY id", values).fetchall()
    return [row[0] for row in rows]


def _by_code(connection: Connection, code: str) -> list[str]:
    country, *sectors = code.split()
    return _ids(connection, "country = ? AND list_has_all(sectors, ?::VARCHAR[])", [country, sectors])


def _by_id(connection: Connection, id: str) -> list[str]:
    return _ids(connection, "id = ?", [id])


def _by_name(connection: Connection, name: str) -> list[str]:
    plain = re.sub(r"^the ", "", name, flags=re.IGNORECASE).lower()
    found = _ids(connection, "lower(name) IN (?, ?)", [plain, f"the {plain}"])
    if not found:
        return []
    query = "SELECT DISTINCT country FROM actors WHERE list_contains(?::VARCHAR[], id) AND len(sectors) = 0"
    states = [row[0] for row in connection.execute(query, [found]).fetchall() if row[0]]
    return sorted({*found, *(id for state in states for id in _by_code(connection, state))})


def _by_words(connection: Connection, words: str) -> list[str]:
    pattern = rf"(^|\W){re.escape(words.lower())}($|\W)"
    return _ids(connection, "regexp_matches(lower(name), ?)", [pattern])


def _near(connection: Connection, said: str) -> str:
    names = [row[0] for row in connection.execute("SELECT DISTINCT name FROM actors LIMIT 20000").fetchall()]
    lowered = {name.lower(): name for name in names}
    near = [lowered[name] for name in get_close_matches(said.lower(), lowered, 3, 0.7)]
    return f"; near it: {', '.join(near)}" if near else ""
