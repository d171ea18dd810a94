"""GeoJSON (RFC 7946): the events that have a place with coordinates, as points."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, BinaryIO

from tidings.store.export.json_array import event_object
from tidings.store.export.kind import About, Export, Reported
from tidings.store.query import EventRow


def _feature(event: EventRow) -> dict[str, Any]:
    point = {"type": "Point", "coordinates": [event.longitude, event.latitude]}
    return {"type": "Feature", "id": event.id, "geometry": point, "properties": event_object(event)}


def _write(events: Iterable[Reported], out: BinaryIO, about: About) -> None:
    out.write(b'{"type": "FeatureCollection", "features": [')
    sign = b"\n"
    for event in (told.event for told in events):
        if event.latitude is not None and event.longitude is not None:
            out.write(sign + json.dumps(_feature(event), ensure_ascii=False, default=str).encode())
            sign = b",\n"
    out.write(b"\n]}\n")


GEOJSON = Export("geojson", _write)
