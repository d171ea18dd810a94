"""JSON: a list of events, each an object with the names of `tidings read --json`."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any, BinaryIO

from tidings.store.export.kind import About, Export, Reported
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
    id, country, admin1, _ = (values.pop(f"place_{part}") for part in ("id", "country", "admin1", "feature"))
    point = {name: values.pop(name) for name in ("latitude", "longitude")}
    return None if id is None else {"id": id, "name": values["place"], "country": country, "admin1": admin1, **point}


def _write(events: Iterable[Reported], out: BinaryIO, about: About) -> None:
    sign = b"["
    for told in events:
        out.write(sign + b"\n" + json.dumps(event_object(told.event), ensure_ascii=False, default=str).encode())
        sign = b","
    out.write(b"\n]\n" if sign == b"," else b"[]\n")


JSON = Export("json", _write)
