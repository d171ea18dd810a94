"""The events of other systems: written once each, with who acts in them."""

from __future__ import annotations

import json
from collections.abc import Sequence

from tidings.store.connection import Connection
from tidings.store.party import party
from tidings.store.rows import Row
from tidings.store.schema import insert_statement


def add_imported(connection: Connection, rows: Sequence[Row]) -> tuple[int, int, list[str]]:
    """Puts in what is not there yet: how many were added, how many were known, the ids known with other values."""
    held = _originals(connection, [row["id"] for row in rows])
    fresh: list[Row] = []
    differing: list[str] = []
    for row in rows:
        if row["id"] not in held:
            held[row["id"]] = row["original"]
            fresh.append(row)
        elif held[row["id"]] != row["original"]:
            differing.append(row["id"])
    _insert(connection, "imported_events", fresh)
    _insert(connection, "imported_actors", _new_actors(connection, fresh))
    return len(fresh), len(rows) - len(fresh) - len(differing), differing


def _originals(connection: Connection, ids: Sequence[str]) -> dict[str, str]:
    query = "SELECT id, original FROM imported_events WHERE id IN (SELECT unnest(?::VARCHAR[]))"
    return dict(connection.execute(query, [list(ids)]).fetchall())


def _new_actors(connection: Connection, rows: Sequence[Row]) -> list[Row]:
    found: dict[tuple[str, str], Row] = {}
    for row in rows:
        for side in ("actor", "recipient"):
            for id, code, name in zip(*(row[f"{side}_{part}"] for part in ("ids", "codes", "names")), strict=True):
                who = party(id, code, name)
                values = {"id": id, "name": name, "country": who.country, "sectors": list(who.sectors)}
                found.setdefault((row["system"], id), {"system": row["system"], **values})
    query = "SELECT system, id FROM imported_actors WHERE id IN (SELECT unnest(?::VARCHAR[]))"
    held = set(connection.execute(query, [[id for _, id in found]]).fetchall())
    return [row for key, row in found.items() if key not in held]


def _insert(connection: Connection, table: str, rows: Sequence[Row]) -> None:
    if rows:
        connection.execute(insert_statement(table), [json.dumps(rows, ensure_ascii=False)])
