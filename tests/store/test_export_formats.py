"""What each format gets of an event: golden files, and the traps of the codes."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from record_maker import ALL, EVENTS
from tidings.errors import UsageError
from tidings.ontology import load_ontology
from tidings.ontology.codes import load_codes
from tidings.store import EventRow, Reported, Store, export_named
from tidings.store.columns import GDELT, GDELT_MENTIONS, ICEWS, POLECAT
from tidings.store.export import frame
from tidings.store.export.lines import day_of, line
from tidings.store.party import row_number

GOLDEN = Path(__file__).parent / "golden"
LINES = {"gdelt": GDELT, "gdelt-mentions": GDELT_MENTIONS, "icews": ICEWS, "polecat": POLECAT}

#: The properties of FollowTheMoney 4.11 that an entity of each schema may have, of those Tidings writes.
FTM = {
    "Person": {"name", "country", "keywords"},
    "Organization": {"name", "country", "keywords"},
    "PublicBody": {"name", "country", "keywords"},
    "LegalEntity": {"name", "country", "keywords"},
    "Article": {"fileName", "title", "publishedAt", "publisher", "sourceUrl"},
    "Mention": {"document", "name", "resolved", "detectedSchema"},
    "Event": {
        *("name", "summary", "description", "keywords", "startDate", "endDate", "date", "location", "country"),
        *("involved", "proof", "sourceUrl", "publisher", "recordId"),
    },
}
REQUIRED = {"Article": {"fileName"}, "Mention": {"document", "name"}}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path: Path = tmp_path_factory.mktemp("formats") / "record.duckdb"
    with Store(path) as made:
        made.add(ALL, load_ontology())
        made.write_events(EVENTS)
        yield made


def written(name: str, events: list[Reported]) -> bytes:
    out = io.BytesIO()
    export_named(name).write(events, out)
    return out.getvalue()


def cells(name: str, events: list[Reported]) -> list[dict[str, str]]:
    rows = [row.split("\t") for row in written(name, events).decode().split("\n")[:-1]]
    assert all(len(row) == len(LINES[name]) for row in rows)
    head = name in ("icews", "polecat")
    assert not head or tuple(rows[0]) == LINES[name]
    return [dict(zip(LINES[name], row, strict=True)) for row in rows[head:]]


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("gdelt", "gdelt2_events"),
        ("gdelt-mentions", "gdelt2_mentions"),
        ("icews", "icews"),
        ("polecat", "polecat"),
    ],
)
def test_columns_are_those_of_the_standard(shared: Path, name: str, file: str) -> None:
    rows = (shared / "standards" / f"{file}_columns.tsv").read_text("utf-8").splitlines()[1:]
    assert tuple(row.split("\t")[1] for row in rows) == LINES[name]


@pytest.mark.parametrize("name", [*LINES, "plover", "ftm"])
def test_golden(store: Store, name: str) -> None:
    made = written(name, list(store.reported(tellings=True)))
    assert made.decode() == (GOLDEN / f"events.{name}").read_text("utf-8")


def with_(event: EventRow, **values: object) -> list[Reported]:
    return [Reported(replace(event, **values))]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("cameo", "root", "gdelt", "icews"),
    [
        ("010", "01", ("1", "0"), "0"),
        ("016", "01", ("1", "3.4"), "-5"),
        ("090", "09", ("2", "-2"), "-2"),
        ("10", "10", ("3", "-5"), "-5"),
        ("1411", "14", ("3", "-6.5"), "-6.5"),
    ],
)
def test_codes_are_text_and_each_system_has_its_own_numbers(
    store: Store, cameo: str, root: str, gdelt: tuple[str, str], icews: str
) -> None:
    event = with_(store.events()[0], cameo=cameo)
    (row,) = cells("gdelt", event)
    assert (row["EventCode"], row["EventBaseCode"], row["EventRootCode"]) == (cameo, cameo[:3], root)
    assert (row["QuadClass"], row["GoldsteinScale"]) == gdelt
    (row,) = cells("icews", event)
    assert (row["CAMEO Code"], row["Intensity"]) == (cameo, icews)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("EGY GOV MIL", ("EGYGOVMIL", "EGY", "", "GOV", "MIL")),
        ("XKX GOV", ("KSVGOV", "KSV", "", "GOV", "")),
        ("UNO", ("IGOUNO", "", "UNO", "IGO", "")),
        ("EUR", ("IGOEUREEC", "EUR", "EEC", "IGO", "")),
        ("NGO", ("NGO", "", "", "NGO", "")),
        ("REB", ("REB", "", "", "REB", "")),
        ("USA JRN", ("USAMED", "USA", "", "MED", "")),
        ("", ("", "", "", "", "")),
    ],
)
def test_actors_in_cameo(store: Store, code: str, expected: tuple[str, ...]) -> None:
    (row,) = cells("gdelt", with_(store.events()[0], actor_codes=(code,)))
    parts = ("Code", "CountryCode", "KnownGroupCode", "Type1Code", "Type2Code")
    assert tuple(row[f"Actor1{part}"] for part in parts) == expected


def test_every_pair_is_a_row_with_a_number_of_its_own(store: Store) -> None:
    event = store.events()[0]
    three = with_(event, actor_ids=("a", "b", "c"), actor_codes=("EGY", "LBY", "TCD"), actor_names=("A", "B", "C"))
    assert len({row["GLOBALEVENTID"] for row in cells("gdelt", three)}) == 3
    together = with_(three[0].event, recipient_ids=(), recipient_codes=(), recipient_names=())
    assert [(row["Source Name"], row["Target Name"]) for row in cells("icews", together)] == [
        ("A", "B"),
        ("A", "C"),
        ("B", "C"),
    ]
    assert row_number(event.id, 0) < 2**63


@pytest.mark.parametrize(
    ("earliest", "latest", "day"),
    [
        (date(2021, 7, 28), date(2021, 7, 28), date(2021, 7, 28)),
        (None, date(2021, 7, 28), date(2021, 7, 28)),
        (date(2021, 7, 28), None, date(2021, 7, 28)),
        (date(2021, 7, 26), date(2021, 8, 1), date(2021, 7, 26)),
        (date(2021, 1, 1), date(2021, 12, 31), None),
        (None, None, None),
    ],
)
def test_a_year_is_no_day(store: Store, earliest: date | None, latest: date | None, day: date | None) -> None:
    event = replace(store.events()[0], earliest=earliest, latest=latest)
    assert day_of(event) == day
    (row,) = cells("gdelt", [Reported(event)])
    assert row["SQLDATE"] == (day.strftime("%Y%m%d") if day else "")


def test_formats_that_cannot_say_no_are_marked() -> None:
    cannot = {"gdelt", "gdelt-mentions", "icews", "polecat", "ftm"}
    for name in (*LINES, "json", "csv", "parquet", "plover", "ftm", "geojson"):
        assert export_named(name).happened == (name in cannot)


@given(st.lists(st.text(), min_size=1))
def test_no_text_breaks_a_line(texts: list[str]) -> None:
    made = line(texts)
    assert made.endswith(b"\n") and len(made.decode().splitlines()) == 1
    assert made.count(b"\t") == len(texts) - 1


def test_followthemoney_entities_have_the_properties_of_their_schema(store: Store) -> None:
    entities = [json.loads(row) for row in written("ftm", list(store.reported(tellings=True))).splitlines()]
    ids = {entity["id"]: entity["schema"] for entity in entities}
    for entity in entities:
        found = set(entity["properties"])
        assert found <= FTM[entity["schema"]]
        assert REQUIRED.get(entity["schema"], {"name"}) <= found
        for name, range in (("involved", "LegalEntity"), ("resolved", "LegalEntity"), ("proof", "Article")):
            for id in entity["properties"].get(name, []):
                assert ids[id] == range or (range == "LegalEntity" and ids[id] in FTM)
        assert all(isinstance(value, str) for values in entity["properties"].values() for value in values)


def test_parquet_says_what_made_it(store: Store, tmp_path: Path) -> None:
    out = io.BytesIO()
    export_named("parquet").write(store.reported(), out, store.about())
    (tmp_path / "e.parquet").write_bytes(out.getvalue())
    with duckdb.connect() as connection:
        query = "SELECT key::VARCHAR, decode(value) FROM parquet_kv_metadata(?)"
        said = dict(connection.execute(query, [str(tmp_path / "e.parquet")]).fetchall())
        rows = connection.execute("SELECT actors, actor_ids FROM read_parquet(?)", [str(tmp_path / "e.parquet")])
        assert rows.fetchone() == (["Egypt's foreign minister"], ["act-egy-gov"])
    assert said == store.about() and {"schema_version", "ontology", "tidings", "licence"} <= said.keys()


def test_a_table_that_cannot_be_made_says_what_to_install(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(frame, "find_spec", lambda name: None)
    with pytest.raises(UsageError, match=r"pip install polars pyarrow"):
        store.frame("polars")
    with pytest.raises(UsageError, match="there are pandas, polars, arrow"):
        store.frame("spreadsheet")


@pytest.mark.parametrize(("kind", "needed"), [("pandas", "pandas"), ("polars", "polars"), ("arrow", "pyarrow")])
def test_tables_of_python(store: Store, kind: str, needed: str) -> None:
    pytest.importorskip(needed)
    assert len(store.frame(kind)) == 3


def test_countries_are_known_by_every_name() -> None:
    codes = load_codes()
    for said in ("EGY", "egypt", "Egypt"):
        assert codes.named(said) == "EGY"
    assert codes.at("CH") == "CHN" and codes.named("CH") is None
    assert codes.sector_of_role("MED") == "JRN" and codes.sector_of_role("HLH") == "MED"
