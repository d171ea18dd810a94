"""On whose word events were told, and how many reports were read."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from record_maker import ALL, EGYPT, EVENTS
from tidings.ontology import load_ontology
from tidings.store import Store

MET, FOUGHT, _ = (event.id for event in EVENTS)


def test_sources_and_reports(tmp_path: Path) -> None:
    with Store(tmp_path / "record.duckdb") as store:
        store.add(ALL, load_ontology())
        store.write_events(EVENTS)
        told = {event.id: event.sources for event in store.events()}
        assert (told[MET], told[FOUGHT]) == (("",), ("a ministry spokesman (EGY GOV)",))
        days = store.reports_by_day(store.actors(EGYPT.id))
        assert days == [(date(2021, 7, 28), 1, 0), (date(2021, 7, 29), 1, 1), (date(2021, 8, 3), 1, 0)]
        assert sum(events for _, events in store.events_by_day()) == 2
