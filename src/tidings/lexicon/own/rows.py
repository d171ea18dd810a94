"""Rows of a table or of a YAML list, checked and gathered into actors."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tidings.errors import DataError
from tidings.lexicon.own.entry import Coding, OwnActor, timeline
from tidings.lexicon.tables import Row
from tidings.ontology import load_ontology

#: The fields of a row; only the first three must be there.
COLUMNS = ("id", "name", "country", "sectors", "from", "to", "aliases")
REQUIRED = COLUMNS[:3]
KINDS = ("state", "people", "org", "person")
#: Rows of one actor: one for each change of its coding.
MOST_PERIODS = 200

_ID = re.compile(rf"(?:(?:{'|'.join(KINDS)}):)?[\w.-]+")
_COUNTRY = re.compile(r"(?:[A-Z]{3})?")


def gather(rows: Iterable[Row]) -> tuple[OwnActor, ...]:
    """The actors of the rows; rows of one id are its periods, and of two rows for one day the later holds.

    Raises `DataError` naming file, line and field.
    """
    by_id: dict[str, list[Row]] = {}
    for row in rows:
        by_id.setdefault(_id(row), []).append(row)
    return tuple(_actor(id, own) for id, own in by_id.items())


def check_columns(file: str, line: int, columns: Iterable[str]) -> None:
    """Raises `DataError` where a field is not one of ours, stands twice, or one that must be there is missing."""
    found = list(columns)
    known = f"the columns are {', '.join(COLUMNS)}, of which the first three must be there"
    for column in found:
        if column not in COLUMNS:
            raise DataError(f"{file}, line {line}, field {column!r}: {known}")
        if found.count(column) > 1:
            raise DataError(f"{file}, line {line}, field {column!r}: stands twice; {known}")
    missing = next((column for column in REQUIRED if column not in found), None)
    if missing:
        raise DataError(f"{file}, line {line}, field {missing!r}: missing; {known}")


def _id(row: Row) -> str:
    id = row["id"]
    if not _ID.fullmatch(id):
        raise row.broken(
            "id", f"letters, digits, dots and dashes, after {', '.join(f'{k}:' for k in KINDS)} or nothing"
        )
    return id if ":" in id else f"org:{id}"


def _actor(id: str, rows: list[Row]) -> OwnActor:
    first = rows[0]
    if not first["name"]:
        raise first.broken("name", f"the name of the actor in the first row of {first['id']}")
    if len(rows) > MOST_PERIODS:
        raise rows[MOST_PERIODS].broken("id", f"at most {MOST_PERIODS} rows of one actor")
    names = dict.fromkeys(name for row in rows for name in (row["name"], *row.many("aliases")) if name)
    codings = timeline([_coding(row) for row in reversed(rows)])
    return OwnActor(id, first["name"], tuple(names), codings, f"{first.file}:{first.line}")


def _coding(row: Row) -> Coding:
    if not _COUNTRY.fullmatch(row["country"]):
        raise row.broken("country", "three capital letters (ISO 3166-1 alpha-3, IGO, NGO, your own), or nothing")
    sectors = row.many("sectors")
    known = load_ontology().sectors
    if any(sector not in known for sector in sectors):
        raise row.broken("sectors", f"parted by semicolons, each one of {', '.join(known)}")
    start, end = row.day("from"), row.day("to", last=True)
    if start and end and start > end:
        raise row.broken("to", f"a day not before {start}")
    return Coding(row["country"] or None, sectors, start, end)
