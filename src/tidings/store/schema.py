"""The tables of a store, declared once: their statements and the reading of rows both follow from here."""

from __future__ import annotations

import json
from collections.abc import Mapping

_SIDE = {"ids": "VARCHAR[]", "codes": "VARCHAR[]", "names": "VARCHAR[]"}
_WHEN = {"earliest": "DATE", "latest": "DATE", "granularity": "VARCHAR"}
_PLACE = {
    "place_id": "VARCHAR",
    "place": "VARCHAR",
    "place_country": "VARCHAR",
    "place_admin1": "VARCHAR",
    "latitude": "DOUBLE",
    "longitude": "DOUBLE",
    "place_feature": "VARCHAR",
}
_TYPE = {
    "event_type": "VARCHAR",
    "mode": "VARCHAR",
    "contexts": "VARCHAR[]",
    "cameo": "VARCHAR",
    "quad": "INTEGER",
    "score": "DOUBLE",
    "goldstein": "DOUBLE",
}
_FACTUALITY = {"polarity": "VARCHAR", "certainty": "VARCHAR", "time": "VARCHAR", "mood": "VARCHAR", "counts": "BOOLEAN"}


def _sides() -> dict[str, str]:
    return {f"{side}_{part}": kind for side in ("actor", "recipient") for part, kind in _SIDE.items()}


#: table -> column -> type of DuckDB. Columns of type JSON hold spans and the words they cover. A change of a table is
#: a step of `migrations.py` too; a new column goes last.
TABLES: Mapping[str, Mapping[str, str]] = {
    "meta": {"key": "VARCHAR", "value": "VARCHAR"},
    "documents": {
        "id": "VARCHAR",
        "sha256": "VARCHAR",
        "title": "VARCHAR",
        "published": "DATE",
        "publisher": "VARCHAR",
        "url": "VARCHAR",
        "lang": "VARCHAR",
        "text": "VARCHAR",
        "zones": "JSON",
        "sentences": "JSON",
        "timexes": "JSON",
        "toponyms": "JSON",
        "actors": "JSON",
        "notes": "VARCHAR[]",
        "tidings": "VARCHAR",
        "model": "VARCHAR",
        "ontology": "VARCHAR",
        "first_seen": "TIMESTAMP",
        "last_seen": "TIMESTAMP",
        "dictionaries": "VARCHAR",
    },
    "actors": {
        "id": "VARCHAR",
        "name": "VARCHAR",
        "country": "VARCHAR",
        "sectors": "VARCHAR[]",
        "valid_from": "DATE",
        "valid_to": "DATE",
    },
    "actor_codes": {"actor": "VARCHAR", "code": "VARCHAR"},
    "attributions": {
        "id": "VARCHAR",
        "document_id": "VARCHAR",
        "source_actor": "VARCHAR",
        "source": "JSON",
        "cue": "JSON",
        "content": "JSON",
        "manner": "VARCHAR",
        "medium": "VARCHAR",
        "addressee": "JSON",
        "parent": "VARCHAR",
        "origin": "VARCHAR",
        "confidence": "DOUBLE",
    },
    "event_mentions": {
        "id": "VARCHAR",
        "document_id": "VARCHAR",
        **_TYPE,
        "trigger_start": "INTEGER",
        "trigger_end": "INTEGER",
        "trigger_text": "VARCHAR",
        "sentence": "INTEGER",
        "sentence_start": "INTEGER",
        "sentence_end": "INTEGER",
        "sentence_text": "VARCHAR",
        **_sides(),
        "actors": "JSON",
        "recipients": "JSON",
        **_WHEN,
        "when_origin": "VARCHAR",
        **_PLACE,
        **_FACTUALITY,
        "attribution": "VARCHAR",
        "source_text": "VARCHAR",
        "source_actor": "VARCHAR",
        "source_code": "VARCHAR",
        "evidence_start": "INTEGER",
        "evidence_end": "INTEGER",
        "origin": "VARCHAR",
        "confidence": "DOUBLE",
        "runner_up": "JSON",
    },
    "events": {
        "id": "VARCHAR",
        **_TYPE,
        **_sides(),
        **_WHEN,
        "when_origin": "VARCHAR",
        **_PLACE,
        **_FACTUALITY,
        "best_mention": "VARCHAR",
        "mentions": "INTEGER",
        "reports": "INTEGER",
        "originals": "INTEGER",
        "number": "INTEGER",
        "said_by": "VARCHAR",
        "sentence": "VARCHAR",
        "confidence": "DOUBLE",
        "sources": "VARCHAR[]",
    },
    "event_dyads": {
        "one": "VARCHAR",
        "one_code": "VARCHAR",
        "other": "VARCHAR",
        "other_code": "VARCHAR",
        "role": "VARCHAR",
        "earliest": "DATE",
        "latest": "DATE",
        "number": "INTEGER",
    },
    "event_members": {
        "event_id": "VARCHAR",
        "mention_id": "VARCHAR",
        "joined_to": "VARCHAR",
        "likeness": "DOUBLE",
        "reasons": "JSON",
    },
    "stories": {"document_id": "VARCHAR", "story": "VARCHAR", "copy_of": "VARCHAR", "likeness": "DOUBLE"},
    "report_actors": {"actor": "VARCHAR", "code": "VARCHAR", "published": "DATE", "report": "INTEGER"},
    "days": {"day": "DATE", "reports": "INTEGER", "events": "INTEGER"},
    "user_merges": {
        "number": "INTEGER",
        "together": "BOOLEAN",
        "mentions": "VARCHAR[]",
        "others": "VARCHAR[]",
        "said": "TIMESTAMP",
    },
    "imported_events": {
        "system": "VARCHAR",
        "id": "VARCHAR",
        **_TYPE,
        **_sides(),
        **_WHEN,
        **_PLACE,
        **_FACTUALITY,
        "mentions": "INTEGER",
        "reports": "INTEGER",
        "sentence": "VARCHAR",
        "original": "VARCHAR",
    },
    "imported_actors": {
        "system": "VARCHAR",
        "id": "VARCHAR",
        "name": "VARCHAR",
        "country": "VARCHAR",
        "sectors": "VARCHAR[]",
    },
    "feeds": {
        "url": "VARCHAR",
        "title": "VARCHAR",
        "added": "TIMESTAMP",
        "polled": "TIMESTAMP",
        "due": "TIMESTAMP",
        "etag": "VARCHAR",
        "modified": "VARCHAR",
        "failures": "INTEGER",
        "problem": "VARCHAR",
    },
    "fetched_pages": {
        "url": "VARCHAR",
        "feed": "VARCHAR",
        "fetched": "TIMESTAMP",
        "tries": "INTEGER",
        "problem": "VARCHAR",
    },
    "last_watch": {"watched": "TIMESTAMP", "seen_until": "TIMESTAMP", "dyads": "JSON"},
    "set_aside": {"origin": "VARCHAR", "line": "INTEGER", "reason": "VARCHAR"},
}


def create_statements() -> list[str]:
    """The statements that make every table that is not there yet.

    There are no indexes: one writer holds the file, takes out what it puts in again, and so keeps ids unique; and
    scanning a column of ids is fast.
    """
    return [
        f"CREATE TABLE IF NOT EXISTS {table} ({', '.join(f'{_name(name)} {kind}' for name, kind in columns.items())})"
        for table, columns in TABLES.items()
    ]


def insert_statement(table: str) -> str:
    """The statement that puts a JSON list of rows, its one parameter, into a table.

    >>> insert_statement("meta")[:29]
    'INSERT INTO meta ("key", "val'
    """
    columns = TABLES[table]
    shape = json.dumps([{name: [kind[:-2]] if kind.endswith("[]") else kind for name, kind in columns.items()}])
    names = ", ".join(map(_name, columns))
    values = ", ".join(f"row.{_name(name)}" for name in columns)
    return f"INSERT INTO {table} ({names}) SELECT {values} FROM (SELECT unnest(from_json(?, '{shape}')) AS row)"


def _name(column: str) -> str:
    return f'"{column}"'
