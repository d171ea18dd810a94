"""JSON: a list of events, each an object with the names of `tidings read --json`."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any, BinaryIO

from tidings.store.export.kind import Export
from tidings.store.query import EventRow


def event_object(event: EventRow) -> dict[str, Any]:
    """One event as JSON knows it: sides as lists of actor (an id), code and name, dates as text."""
    values = asdict(event)
    for side in ("actor", "recipient"):
        members = zip(*(values.pop(f"{side}_{part}") for part in ("ids", "codes", "names")), strict=True)
        values[f"{side}s"] = [{"actor": id or None, "code": code or None, "name": name} for id, code, name in members]
    values["place"] = _place(values)
    values["auxiliary_modes"] = event.factuality.auxiliary_modes
    return values


def _place(values: dict[str, Any]) -> dict[str, Any] | None:
    id, country, latitude, longitude = (
        values.pop(name) for name in ("place_id", "place_country", "latitude", "longitude")
    )
    if id is None:
        return None
    return {"id": id, "name": values["place"], "country": country, "latitude": latitude, "longitude": longitude}


def _write(events: Iterable[EventRow], out: BinaryIO) -> None:
    sign = b"["
    for event in events:
        out.write(sign + b"\n" + json.dumps(event_object(event), ensure_ascii=False, default=str).encode())
        sign = b","
    out.write(b"\n]\n" if sign == b"," else b"[]\n")


JSON = Export("json", _write)
