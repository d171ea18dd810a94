"""Rows of the store as JSON."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Any

from tidings.store import EventRow, Why

Json = dict[str, Any]


def event_json(event: EventRow) -> Json:
    """One event; days are ISO strings."""
    return _plain(asdict(event))


def why_json(why: Why) -> Json:
    """An event with everything it was read from."""
    return {"event": event_json(why.event), "tellings": [_plain(asdict(telling)) for telling in why.tellings]}


def _plain(values: Json) -> Json:
    return {key: str(value) if isinstance(value, date) else value for key, value in values.items()}
