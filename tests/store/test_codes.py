"""An actor of several codes is found by the code that the event, the statement or the report gives it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from record_maker import EGYPT, MINISTER, SUDAN, alone, find, report
from tidings.cli.ties import dyad_events, two_actors
from tidings.errors import UsageError
from tidings.lexicon.cues import load_cues
from tidings.ontology import load_ontology
from tidings.record import Source
from tidings.store import EventQuery, StatementQuery, Store

LATER = replace(MINISTER, sectors=("OPP",))
MET = report(
    "Egypt's minister met Sudan's envoys.",
    "met",
    "CONSULT",
    (("Egypt's minister", MINISTER),),
    (("Sudan", SUDAN),),
    published=date(2021, 7, 28),
    day=date(2021, 7, 28),
    mode="visit",
)
ACCUSED = report(
    "The former minister said Sudan had wronged Egypt.",
    "wronged",
    "ACCUSE",
    (("The former minister", LATER),),
    (("Sudan", SUDAN),),
    published=date(2022, 8, 3),
    day=date(2022, 8, 2),
    said_by=("The former minister", LATER),
)
WARNED = report(
    "Egypt warned the former minister.",
    "warned",
    "THREATEN",
    (("Egypt", EGYPT),),
    (("the former minister", LATER),),
    published=date(2022, 9, 3),
    day=date(2022, 9, 2),
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path: Path = tmp_path_factory.mktemp("store") / "record.duckdb"
    statement = replace(
        ACCUSED.attributions[0],
        source=Source(find(ACCUSED.document.text, "The former minister"), LATER.id),
        content=find(ACCUSED.document.text, "Sudan had wronged Egypt"),
    )
    with Store(path) as made:
        for one in (MET, replace(ACCUSED, attributions=(statement,)), WARNED):
            made.add([one], load_ontology())
        made.write_events(map(alone, (MET, ACCUSED, WARNED)))
    with Store(path, read_only=True) as kept:
        yield kept


@pytest.mark.parametrize(
    ("query", "types"),
    [
        (EventQuery(actor="EGY GOV"), ["CONSULT", "THREATEN"]),
        (EventQuery(actor="EGY OPP"), ["ACCUSE"]),
        (EventQuery(actor="EGY"), ["CONSULT", "ACCUSE", "THREATEN"]),
        (EventQuery(actor="Egypt"), ["CONSULT", "ACCUSE", "THREATEN"]),
        (EventQuery(actor=MINISTER.id), ["CONSULT", "ACCUSE"]),
        (EventQuery(actor="former minister"), ["CONSULT", "ACCUSE"]),
        (EventQuery(recipient="EGY OPP"), ["THREATEN"]),
        (EventQuery(recipient="EGY GOV"), []),
        (EventQuery(actor="EGY OPP", recipient="SDN"), ["ACCUSE"]),
        (EventQuery(actor="EGY GOV", recipient="EGY OPP"), ["THREATEN"]),
        (EventQuery(actor="EGY GOV", recipient=MINISTER.id), ["THREATEN"]),
        (EventQuery(between=("SDN", "EGY GOV")), ["CONSULT"]),
        (EventQuery(between=("SDN", "EGY OPP")), ["ACCUSE"]),
        (EventQuery(between=("EGY OPP", "EGY GOV")), ["THREATEN"]),
        (EventQuery(between=("EGY GOV", MINISTER.id)), ["THREATEN"]),
        (EventQuery(between=("EGY", "EGY GOV")), ["THREATEN"]),
        (EventQuery(source="EGY OPP"), ["ACCUSE"]),
        (EventQuery(source="EGY GOV"), []),
    ],
    ids=str,
)
def test_events(store: Store, query: EventQuery, types: list[str]) -> None:
    assert [row.event_type for row in store.events(query)] == types


def test_statements(store: Store) -> None:
    strength = load_cues().strength
    (said,) = store.statements(StatementQuery(source="EGY OPP"), strength)
    assert said.source_code == "EGY OPP"
    assert store.statements(StatementQuery(source="EGY GOV"), strength) == []


def test_reports_that_name_them(store: Store) -> None:
    assert [named for _, _, named in store.reports_by_day(store.actors("EGY OPP"))] == [0, 1, 1]
    assert [named for _, _, named in store.reports_by_day(store.actors(MINISTER.id))] == [1, 1, 1]


def test_ties_go_the_way_the_event_goes(store: Store) -> None:
    (warned,), _ = dyad_events(store, "EGY OPP", "EGY GOV")
    assert warned.direction == -1
    (accused,), _ = dyad_events(store, "EGY OPP", "SDN")
    assert accused.direction == 1


@pytest.mark.parametrize("pair", [("EGY", "EGY OPP"), (MINISTER.id, "EGY OPP"), ("Egypt", "EGY"), ("SDN", "SDN GOV")])
def test_ties_of_an_actor_with_itself_are_refused(store: Store, pair: tuple[str, str]) -> None:
    with pytest.raises(UsageError, match="same actor"):
        two_actors(store, *pair)


def test_the_store_is_whole(store: Store) -> None:
    assert store.check() == []
    assert store.count("actors") == 3
    assert store.count("actor_codes") == 4
