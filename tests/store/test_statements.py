"""Questions to the store about who said what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from record_maker import EGYPT, MINISTER, REBELS, SUDAN, alone, find, report
from tidings.errors import UsageError
from tidings.lexicon.cues import load_cues
from tidings.ontology import load_ontology
from tidings.record import Attribution, Source
from tidings.store import EventQuery, StatementQuery, StatementRow, Store

SAID = "Sudan said the Northern Front had denied that it shelled Egypt's convoy."
WROTE = "Egypt's foreign minister would not confirm that Sudan fired."


def _attributions() -> tuple[Attribution, ...]:
    told = report(SAID, "shelled", "ASSAULT", (("the Northern Front", REBELS),), (("Egypt", EGYPT),))
    evidence = told.events[0].evidence

    def one(id: str, source: Source, cue: str, content: str, parent: str | None) -> Attribution:
        origin = replace(evidence, origin=f"languages/en/cues.yaml:{'deny' if cue == 'denied' else 'say'}")
        spans = find(SAID, cue), find(SAID, content)
        return Attribution(id, source, *spans, "indirect", "statement", None, parent, origin)

    outer = one("att-1", Source(find(SAID, "Sudan"), SUDAN.id), "said", SAID[11:-1], None)
    inner_source = Source(find(SAID, "the Northern Front"), REBELS.id)
    return outer, one("att-2", inner_source, "denied", "that it shelled Egypt's convoy", "att-1")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    denied = report(
        SAID,
        "shelled",
        "ASSAULT",
        (("the Northern Front", REBELS),),
        (("Egypt", EGYPT), ("Sudan", SUDAN)),
        published=date(2021, 8, 4),
    )
    denied = replace(
        denied,
        attributions=_attributions(),
        events=(replace(denied.events[0], attribution="att-2"),),
    )
    unsure = report(WROTE, "fired", "ASSAULT", (("Sudan", SUDAN), ("Egypt's foreign minister", MINISTER)))
    evidence = replace(unsure.events[0].evidence, origin="languages/en/cues.yaml:confirm")
    source = Source(find(WROTE, "Egypt's foreign minister"), MINISTER.id)
    spans = find(WROTE, "would not confirm"), find(WROTE, "that Sudan fired")
    unsure = replace(
        unsure, attributions=(Attribution("att-3", source, *spans, "indirect", None, None, None, evidence),)
    )
    path: Path = tmp_path_factory.mktemp("store") / "record.duckdb"
    with Store(path) as made:
        made.add([denied, unsure], load_ontology())
        made.write_events([alone(denied), alone(unsure)])
    with Store(path, read_only=True) as kept:
        yield kept


def ask(store: Store, query: StatementQuery | None = None) -> list[StatementRow]:
    return store.statements(query, load_cues().strength)


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        (StatementQuery(), ["att-1", "att-2", "att-3"]),
        (StatementQuery(source="SDN REB"), ["att-2"]),
        (StatementQuery(source="Egypt"), ["att-3"]),
        (StatementQuery(about="Egypt"), ["att-1", "att-2"]),
        (StatementQuery(about="SDN GOV"), ["att-3"]),
        (StatementQuery(source="SDN", about="EGY"), ["att-1", "att-2"]),
        (StatementQuery(since=date(2021, 8, 4)), ["att-1", "att-2"]),
        (StatementQuery(until=date(2021, 8, 3)), []),
    ],
    ids=str,
)
def test_filters(store: Store, query: StatementQuery, ids: list[str]) -> None:
    assert [row.id for row in ask(store, query)] == ids


def test_strength_comes_from_the_cue_and_its_negation(store: Store) -> None:
    assert [row.strength for row in ask(store)] == ["said", "denied", "doubted"]


def test_a_chain_leads_to_the_reporter(store: Store) -> None:
    assert [row.chain for row in ask(store)] == [(), ("Sudan",), ()]


def test_a_statement_is_about_those_its_content_names(store: Store) -> None:
    assert [row.about_names for row in ask(store)] == [("the Northern Front", "Egypt"), ("Egypt",), ("Sudan",)]


def test_events_on_the_word_of_an_actor(store: Store) -> None:
    told = store.events(EventQuery(source="Northern Front"))
    assert [event.said_by for event in told] == ["the Northern Front"]
    assert store.events(EventQuery(source="EGY GOV")) == []


def test_an_unknown_name_is_refused(store: Store) -> None:
    with pytest.raises(UsageError, match="no actor named 'Atlantis'"):
        ask(store, StatementQuery(source="Atlantis"))
