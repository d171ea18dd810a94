"""The levels of a place, for formats that have a column for each."""

from __future__ import annotations

from tidings.store.export.kind import Cell
from tidings.store.query import EventRow


def levels(event: EventRow) -> dict[str, Cell]:
    """City, District, Province, Latitude and Longitude of where it happened, as far as it is pinned down."""
    if event.place_id is None:
        return {}
    feature = event.place_feature or ""
    of_its_level = {"ADM1": "Province", "ADM2": "District"}.get(feature, "City")
    name = {} if feature.startswith("PCL") else {of_its_level: event.place}
    return {"Province": event.place_admin1, **name, "Latitude": event.latitude, "Longitude": event.longitude}
