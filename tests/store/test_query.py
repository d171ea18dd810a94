"""Questions to the store: filters, reasons, exports."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from record_maker import ALL, EVENTS, MEETING
from tidings.errors import UsageError
from tidings.ontology import load_ontology
from tidings.store import EXPORTS, EventQuery, EventRow, Meant, Reported, Store, export_named
from tidings.store.event_dyads import FILL, shared
from tidings.store.export.csv_table import safe_cell
from tidings.store.schema import create_statements, insert_statement

MET, FOUGHT, PLANNED = (event.id for event in EVENTS)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path: Path = tmp_path_factory.mktemp("store") / "record.duckdb"
    with Store(path) as made:
        made.add(ALL, load_ontology())
        made.write_events(EVENTS)
    with Store(path, read_only=True) as kept:
        yield kept


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        (EventQuery(), [MET, FOUGHT, PLANNED]),
        (EventQuery(actor="EGY"), [MET]),
        (EventQuery(actor="EGY GOV"), [MET]),
        (EventQuery(actor="egy"), [MET]),
        (EventQuery(actor="Egypt"), [MET]),
        (EventQuery(actor="EGY REB"), []),
        (EventQuery(actor="state:EGY"), []),
        (EventQuery(actor="Rebels"), [FOUGHT]),
        (EventQuery(recipient="the army of sudan"), [MET, FOUGHT]),
        (EventQuery(actor="XXX"), []),
        (EventQuery(actor="act-rebels"), [FOUGHT]),
        (EventQuery(actor="Northern Front"), [FOUGHT]),
        (EventQuery(actor="the northern front"), [FOUGHT]),
        (EventQuery(actor="foreign minister"), [MET]),
        (EventQuery(actor="SDN"), [FOUGHT, PLANNED]),
        (EventQuery(recipient="sudan"), [MET, FOUGHT]),
        (EventQuery(actor="EGY", recipient="SDN"), [MET]),
        (EventQuery(actor="SDN", recipient="EGY"), []),
        (EventQuery(between=("SDN", "EGY")), [MET]),
        (EventQuery(between=("Egypt", "Sudan")), [MET]),
        (EventQuery(between=("SDN REB", "SDN")), [FOUGHT]),
        (EventQuery(type="consult"), [MET]),
        (EventQuery(type="CONSULT/visit"), [MET]),
        (EventQuery(type="CONSULT/phone"), []),
        (EventQuery(type="19"), [FOUGHT]),
        (EventQuery(type="04"), [MET]),
        (EventQuery(since=date(2021, 8, 1)), [FOUGHT]),
        (EventQuery(until=date(2021, 8, 1)), [MET]),
        (EventQuery(since=date(2021, 7, 28), until=date(2021, 7, 28)), [MET]),
        (EventQuery(place="cairo"), [MET]),
        (EventQuery(place="EGY"), [MET]),
        (EventQuery(place="geonames:360630"), [MET]),
        (EventQuery(counts_only=True), [MET, FOUGHT]),
        (EventQuery(confidence=0.5), [MET, FOUGHT, PLANNED]),
        (EventQuery(confidence=1.0), []),
        (EventQuery(limit=1), [MET]),
        (EventQuery(limit=0), []),
    ],
    ids=str,
)
def test_filters(store: Store, query: EventQuery, ids: list[str]) -> None:
    assert [row.id for row in store.events(query)] == ids


@pytest.fixture(scope="module")
def bare() -> Iterator[duckdb.DuckDBPyConnection]:
    """The tables with nothing in them."""
    with duckdb.connect() as connection:
        for statement in create_statements():
            connection.execute(statement)
        yield connection


#: An actor under a code, "" for both where the actor is not known.
coded = st.sampled_from([("a", "EGY GOV"), ("a", "EGY OPP"), ("b", "EGY GOV"), ("c", "SDN"), ("", "")])


def distinct(side: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Each actor once: a report has one code of each."""
    return list(dict(side).items())


@given(
    events=st.lists(
        st.tuples(
            st.lists(coded, max_size=3).map(distinct),
            st.lists(coded, max_size=3).map(distinct),
            st.none() | st.dates(date(2020, 1, 1), date(2020, 1, 9)),
        ),
        max_size=6,
    ),
    one=st.frozensets(coded.filter(any), min_size=1),
    whole=st.frozensets(st.sampled_from("ab"), max_size=1),
    since=st.none() | st.dates(date(2020, 1, 1), date(2020, 1, 9)),
)
@settings(deadline=None)
def test_the_table_of_dyads_finds_what_a_look_at_every_event_finds(
    bare: duckdb.DuckDBPyConnection,
    events: list[tuple[list[tuple[str, str]], list[tuple[str, str]], date | None]],
    one: frozenset[tuple[str, str]],
    whole: frozenset[str],
    since: date | None,
) -> None:
    rest = frozenset({("a", "EGY GOV"), ("a", "EGY OPP"), ("b", "EGY GOV"), ("c", "SDN")}) - one
    left, right = Meant(whole, one), Meant(codings=frozenset(coding for coding in rest if coding[0] not in whole))
    for table in ("events", "event_dyads"):
        bare.execute(f"DELETE FROM {table}")
    rows = [event_row(number, *event) for number, event in enumerate(events)]
    bare.execute(insert_statement("events"), [json.dumps(rows, default=str)])
    bare.execute(FILL)
    for role in ("actor", None):
        condition, values = shared(left, right, role, since, None)
        found = bare.execute(f"SELECT number FROM events e WHERE {condition} ORDER BY 1", values).fetchall()
        assert [number for (number,) in found] == [
            number
            for number, (actors, recipients, day) in enumerate(events)
            if (since is None or (day is not None and day >= since))
            and any(pair(*who, left, right, role) for who in pairs(actors, recipients))
        ]


def event_row(
    number: int, actors: list[tuple[str, str]], recipients: list[tuple[str, str]], day: date | None
) -> dict[str, Any]:
    """An event of which only the sides and the day are known."""
    sides = {
        f"{side}_{part}": [coding[place] for coding in codings]
        for side, codings in (("actor", actors), ("recipient", recipients))
        for place, part in enumerate(("ids", "codes"))
    }
    return {"number": number, **sides, "recipient_names": sides["recipient_ids"], "earliest": day}


def pairs(
    actors: list[tuple[str, str]], recipients: list[tuple[str, str]]
) -> Iterator[tuple[tuple[str, str], tuple[str, str], bool]]:
    """Every two different actors across the sides, or of those who act with nobody on the other; and whether so."""
    for one, other in product(actors, recipients or actors):
        if one[0] and other[0] and one[0] != other[0]:
            yield one, other, bool(recipients)


def pair(
    one: tuple[str, str], other: tuple[str, str], across: bool, left: Meant, right: Meant, role: str | None
) -> bool:
    """Whether the two are those that are asked for, in that role."""
    onward, back = left.fits(*one) and right.fits(*other), left.fits(*other) and right.fits(*one)
    return onward and across if role == "actor" else onward or back


def test_an_event_is_told_with_the_words_of_its_best_mention(store: Store) -> None:
    met, fought, planned = store.events()
    assert (met.mentions, met.reports, met.quad, met.score, met.goldstein) == (2, 2, 1, 4.0, 1.9)
    assert met.sentence in {analysis.document.text for analysis in ALL[:2]}
    assert (fought.said_by, fought.quad) == ("a ministry spokesman", 4)
    assert (planned.recipient_names, planned.recipient_codes, planned.counts) == (("=Egypt",), ("",), False)
    assert planned.earliest is None


@pytest.mark.parametrize(("said", "near"), [("Northen Front", "the Northern Front"), ("Atlantis", "in this record")])
def test_unknown_name_is_refused_with_near_ones(store: Store, said: str, near: str) -> None:
    with pytest.raises(UsageError, match=near):
        store.events(EventQuery(actor=said))


@pytest.mark.parametrize("said", ["'; DROP TABLE events; --", "%", "_", "(", "[a-", "\\"])
def test_hostile_names_match_nobody(store: Store, said: str) -> None:
    with pytest.raises(UsageError):
        store.events(EventQuery(actor=said))
    assert store.events(EventQuery(place=said, type=said)) == []


@pytest.mark.parametrize("length", [4, 8, 12, 20])
def test_why_by_the_beginning_of_an_id(store: Store, length: int) -> None:
    assert store.why(MET[4 : 4 + length]).event.id == MET
    assert store.why(MET[: 4 + length]).event.id == MET


def test_why_tells_sentences_spans_rules_and_reports(store: Store) -> None:
    why = store.why(MEETING.events[0].id)
    assert why.event.id == MET
    assert {telling.publisher for telling in why.tellings} == {"Nile Post", "Delta Herald"}
    for telling in why.tellings:
        text = next(a.document.text for a in ALL if a.document.id == telling.document_id)
        for words in (telling.sentence, telling.trigger, *telling.actors, *telling.recipients):
            assert words.span.slice(text) == words.text
        assert telling.origin == "plover/TEST.yaml:1"
    (fought,) = store.why(FOUGHT).tellings
    assert fought.source
    assert fought.source.actor == "Egypt's foreign minister"
    assert fought.cue
    assert fought.cue.text == "said"


@pytest.mark.parametrize("said", ["evt-", "e", "", "evt-zzz", "%"])
def test_why_of_no_event_or_of_several_is_refused(store: Store, said: str) -> None:
    with pytest.raises(UsageError):
        store.why(said)


def written(name: str, rows: list[EventRow]) -> bytes:
    out = io.BytesIO()
    export_named(name).write(map(Reported, rows), out)
    return out.getvalue()


def test_json(store: Store) -> None:
    found: list[dict[str, Any]] = json.loads(written("json", store.events()))
    assert [event["id"] for event in found] == [MET, FOUGHT, PLANNED]
    assert found[0]["actors"] == [{"actor": "act-egy-gov", "code": "EGY GOV", "name": "Egypt's foreign minister"}]
    assert found[0]["place"]["name"] == "Cairo"
    assert found[2]["auxiliary_modes"] == ["future", "hypothetical"]
    assert found[2]["earliest"] is None


def test_csv_is_safe_in_a_spreadsheet(store: Store) -> None:
    text = written("csv", store.events()).decode("utf-8")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [row["recipients"] for row in rows] == ["Sudan", "Sudan", "'=Egypt"]
    assert rows[1]["score"].startswith("-")
    assert rows[0]["cameo"] == "042"


@given(st.text())
def test_no_text_begins_a_formula(text: str) -> None:
    cell = str(safe_cell(text))
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert cell.removeprefix("'") == text.removeprefix("'")


def test_parquet_keeps_types(store: Store, tmp_path: Path) -> None:
    (tmp_path / "e.parquet").write_bytes(written("parquet", store.events()))
    file = str(tmp_path / "e.parquet")
    with duckdb.connect() as connection:
        rows = connection.execute("SELECT id, earliest, score, counts FROM read_parquet(?)", [file]).fetchall()
    assert rows[0] == (MET, date(2021, 7, 28), 4.0, True)
    assert len(rows) == 3


def test_geojson_has_the_events_with_a_place(store: Store) -> None:
    found = json.loads(written("geojson", store.events()))
    assert [feature["geometry"]["coordinates"] for feature in found["features"]] == [[31.25, 30.06]]


@pytest.mark.parametrize("name", [known.name for known in EXPORTS])
def test_nothing_can_be_written(name: str) -> None:
    headless = ("gdelt", "gdelt-mentions", "plover", "ftm")
    assert bool(written(name, [])) == (name not in headless)


def test_unknown_format_is_refused_by_naming_the_known() -> None:
    with pytest.raises(UsageError, match="table, json, csv, parquet, geojson, gdelt"):
        export_named("dossier")
