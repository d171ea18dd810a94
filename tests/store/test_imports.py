"""Events of other systems: read as they mean it, kept as they stand, and never lost in silence."""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tidings.errors import UsageError
from tidings.ontology import load_ontology
from tidings.record import Factuality
from tidings.store import EventQuery, EventRow, Reported, Store, export_named
from tidings.store.columns import GDELT, ICEWS, POLECAT
from tidings.store.imports import IMPORTS, ImportTally, import_file
from tidings.store.imports.lines import LONGEST

GOLDEN = Path(__file__).parent / "golden"
SYSTEMS = tuple(form.name for form in IMPORTS)
HEADS = {"icews": ICEWS, "polecat": POLECAT}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "record.duckdb") as made:
        yield made


def put(store: Store, file: Path, system: str | None = None) -> tuple[ImportTally, list[str]]:
    told: list[str] = []
    forms = [form for form in IMPORTS if system in (None, form.name)]
    tally = import_file(store, file, forms, lambda _, complaint: told.append(complaint) if complaint else None)
    return tally, told


def written(name: str, events: Sequence[Reported] | Iterator[Reported]) -> bytes:
    out = io.BytesIO()
    export_named(name).write(events, out)
    return out.getvalue()


def icews(folder: Path, *rows: dict[str, str], columns: Sequence[str] = ICEWS, end: str = "\n") -> Path:
    """A file of ICEWS with these rows: a meeting of Egypt and Sudan unless they say otherwise."""
    usual = {
        "Event Date": "2018-06-01",
        "Source Name": "Foreign Affairs (Egypt)",
        "Source Sectors": "Foreign Ministry,Government",
        "Source Country": "Egypt",
        "Event Text": "Consult",
        "CAMEO Code": "040",
        "Intensity": "1",
        "Target Name": "Sudan",
        "Target Sectors": "NA",
        "Target Country": "Sudan",
    }
    lines = ["\t".join(columns)]
    for number, row in enumerate(rows, 1):
        values = {"Event ID": str(number)} | usual | row
        lines.append("\t".join(values.get(column, "NA") for column in columns))
    file = folder / "events.tab"
    file.write_bytes((end.join(lines) + end).encode())
    return file


@pytest.mark.parametrize("system", SYSTEMS)
def test_export_import_export_is_identical(store: Store, system: str) -> None:
    file = GOLDEN / f"events.{system}"
    for _ in range(2):
        tally, told = put(store, file)
        assert (tally.system, told) == (system, [])
        assert written(system, store.reported(EventQuery(system=system))) == file.read_bytes()
    assert store.imported() == {system: 3}


WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12)
PLAIN = st.text("abcdeÀß ", min_size=1, max_size=9).map(lambda text: f"Ny {text.strip()}".strip())
CODES = st.sampled_from(["", "EGY", "SDN GOV", "XKX MIL", "UNO", "NGO", "REB", "RUS GOV LEG", "ROU JRN"])
KINDS = st.sampled_from(sorted(code for code in load_ontology().codes if load_ontology().plover_of(code)))
DAYS = st.none() | st.dates(date(1979, 1, 1), date(2030, 12, 31))


@st.composite
def events(draw: st.DrawFn, names: st.SearchStrategy[str] = WORDS, most: int = 3) -> EventRow:
    ontology = load_ontology()
    cameo = draw(KINDS)
    plover = ontology.plover_of(cameo)
    assert plover
    kind, mode = plover
    actors, recipients = (draw(st.lists(CODES, min_size=0, max_size=most)) for _ in range(2))
    place = draw(st.none() | names)
    day = draw(DAYS)
    known = place is not None
    return EventRow(
        id=f"evt-{draw(st.integers(16**15, 16**16 - 1)):x}",
        event_type=kind,
        mode=mode,
        contexts=tuple(draw(st.lists(st.sampled_from(["military", "cyber"]), unique=True))),
        cameo=cameo,
        quad=ontology.quad(kind),
        score=ontology.score(kind, mode),
        goldstein=ontology.goldstein(cameo),
        actor_ids=tuple("" for _ in actors),
        actor_codes=tuple(actors),
        actor_names=tuple(draw(names) for _ in actors),
        recipient_ids=tuple("" for _ in recipients),
        recipient_codes=tuple(recipients),
        recipient_names=tuple(draw(names) for _ in recipients),
        earliest=day,
        latest=day,
        granularity="day" if day else None,
        place_id="geonames:1" if known else None,
        place=place,
        place_country="EGY" if known else None,
        place_admin1=None,
        place_feature="PPL" if known else None,
        latitude=draw(st.floats(-90, 90).map(lambda x: round(x, 4))) if known else None,
        longitude=draw(st.floats(-180, 180).map(lambda x: round(x, 4))) if known else None,
        factuality=Factuality(),
        counts=True,
        said_by=None,
        sentence=draw(WORDS),
        confidence=0.9,
        mentions=1,
        reports=1,
    )


RARELY = settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))


@RARELY
@given(st.lists(events(), min_size=1, max_size=6, unique_by=lambda event: event.id[:16]))
def test_any_events_come_back_identical(tmp_path_factory: pytest.TempPathFactory, found: list[EventRow]) -> None:
    folder = tmp_path_factory.mktemp("any")
    with Store(folder / "record.duckdb") as store:
        for system in SYSTEMS:
            (folder / system).write_bytes(written(system, list(map(Reported, found))))
            _, told = put(store, folder / system)
            assert told == []
            assert written(system, store.reported(EventQuery(system=system))) == (folder / system).read_bytes()


@RARELY
@given(st.lists(events(PLAIN, most=1), min_size=1, max_size=6, unique_by=lambda event: event.id[:16]))
def test_what_a_format_holds_means_the_same_when_it_comes_back(
    tmp_path_factory: pytest.TempPathFactory, found: list[EventRow]
) -> None:
    folder = tmp_path_factory.mktemp("same")
    with Store(folder / "record.duckdb") as store:
        for system in SYSTEMS:
            (folder / system).write_bytes(written(system, list(map(Reported, found))))
            put(store, folder / system)
            back = [told.event for told in store.reported(EventQuery(system=system))]
            for event, other in zip(found, back, strict=True):
                assert (other.event_type, other.quad, other.score) == (event.event_type, event.quad, event.score)
                assert (other.earliest, other.latitude, other.counts) == (event.earliest, event.latitude, True)
                assert (other.place, other.place_country) == (event.place, event.place_country)
                _same_side(system, event.actor_names, event.actor_codes, other.actor_names, other.actor_codes)
                if system in ("gdelt", "icews"):
                    assert other.cameo == event.cameo
                else:
                    assert (other.mode, other.contexts) == (event.mode, event.contexts)


def _same_side(
    system: str, names: Sequence[str], codes: Sequence[str], back: Sequence[str], back_codes: Sequence[str]
) -> None:
    assert [name.upper() for name in back] == [name.upper() for name in names]
    # ICEWS has no country for what is no state, and knows its kind as a sector: only IGO comes back.
    expected = ["" if system == "icews" and code == "NGO" else code for code in codes]
    assert list(back_codes) == ["IGO" if system == "icews" and code == "UNO" else code for code in expected]


def test_icews_is_read_as_it_means_it(store: Store, tmp_path: Path) -> None:
    row = {"City": "Cairo", "Province": "Cairo Governorate", "Country": "Egypt", "Latitude": "30.06"}
    put(store, icews(tmp_path, row | {"Longitude": "31.25"}, {"CAMEO Code": "010", "Event Text": "Make statement"}))
    met, said = store.events(EventQuery(system="icews"))
    assert (met.id, met.event_type, met.mode, met.quad, met.score) == ("icews:1", "CONSULT", None, 1, 2.5)
    assert (met.actor_names, met.actor_codes) == (("Foreign Affairs (Egypt)",), ("EGY GOV",))
    assert (met.recipient_codes, met.place, met.place_country) == (("SDN",), "Cairo", "EGY")
    assert (said.event_type, said.cameo, said.quad, said.score) == ("", "010", 1, 0.0)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ({"CAMEO Code": "43"}, "CAMEO Code: '43' is not a CAMEO code; codes are text such as '043'"),
        ({"CAMEO Code": "NA"}, "CAMEO Code: is empty"),
        ({"Event ID": ""}, "Event ID: is empty"),
        ({"Event Date": "1 June 2018"}, "Event Date: '1 June 2018' is not a day such as 2018"),
        ({"Event Date": "2018-02-30"}, "Event Date: '2018-02-30' is not a day"),
        ({"Intensity": "1,9"}, "Intensity: '1,9' is not a number from -10 to 10"),
        ({"Latitude": "91"}, "Latitude: '91' is not a number from -90 to 90"),
        ({"City": "Cairo", "Latitude": "nan"}, None),
        ({"Publisher": "two\tfields"}, "line: has 21 fields, not 20"),
    ],
)
def test_a_wrong_line_is_set_aside_with_its_reason(
    store: Store, tmp_path: Path, row: dict[str, str], reason: str | None
) -> None:
    if "Latitude" in row:
        row = {"City": "Cairo"} | row
    file = icews(tmp_path, {}, {"Event ID": "2"} | row, {})
    tally, told = put(store, file)
    if reason is None:
        assert (tally.added, told) == (3, [])
        return
    assert (tally.added, tally.aside) == (2, 1)
    assert told[0].startswith(f"{file}, line 3: {reason.split(' such')[0]}")
    assert store.count("set_aside") == 1
    put(store, file)
    assert (store.count("set_aside"), store.imported()) == (1, {"icews": 2})


def test_the_same_id_with_other_values_is_no_second_event(store: Store, tmp_path: Path) -> None:
    put(store, icews(tmp_path, {}))
    tally, told = put(store, icews(tmp_path, {"CAMEO Code": "190"}))
    assert (tally.added, tally.known, tally.aside) == (0, 0, 1)
    assert "line 2: Event ID: is there already, with other values" in told[0]
    assert store.events(EventQuery(system="icews"))[0].cameo == "040"


@pytest.mark.parametrize("pack", ["gz", "zip"])
def test_packed_files(store: Store, tmp_path: Path, pack: str) -> None:
    content = (GOLDEN / "events.gdelt").read_bytes()
    file = tmp_path / f"x.export.CSV.{pack}"
    if pack == "gz":
        file.write_bytes(gzip.compress(content))
    else:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("x.export.CSV", content)
    assert put(store, file)[0].added == 3


def test_a_cut_packed_file_keeps_what_was_read_and_says_so(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "x.gz"
    packed = gzip.compress((GOLDEN / "events.gdelt").read_bytes())
    file.write_bytes(packed[:-12])
    with pytest.raises(UsageError, match="cannot be read"):
        put(store, file)


def test_columns_in_another_order_and_more_of_them(store: Store, tmp_path: Path) -> None:
    file = icews(tmp_path, {}, columns=("Own Notes", *reversed(ICEWS)), end="\r\n")
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
    assert put(store, file)[0].dropped == ("Own Notes",)
    (event,) = store.reported(EventQuery(system="icews"))
    assert event.original and event.original.startswith("1\t2018-06-01\tForeign Affairs (Egypt)\t")
    assert event.event.recipient_codes == ("SDN",)


def test_hostile_lines_are_set_aside_and_the_rest_is_kept(store: Store, tmp_path: Path) -> None:
    good = (GOLDEN / "events.plover").read_bytes()
    bad = [
        b"[" * 100_000,
        b'{"id": "x", "event": "CONSULT", "text": "\\u0000"}',
        b'{"id": "y", "event": "CONSULT", "text": "\\ud800"}',
        b'{"id": "z", "event": "CONSULT", "actor": [1]}',
        b'{"id": "z", "event": "CONSULT", "mode": {"a": 1}}',
        b'{"id": "q", "event": "CONSULT", "event_loc": {"lat": 1e999}}',
        b'{"id": "n", "event": "NONSENSE"}',
        b"{\0}",
        b"{" + b" " * LONGEST + b"}",
        b'"text"',
    ]
    file = tmp_path / "records.jsonl"
    file.write_bytes(good + b"\n".join(bad) + b"\n")
    tally, told = put(store, file)
    assert (tally.added, tally.aside, len(told)) == (3, len(bad), len(bad))
    assert [int(line.split("line ")[1].split(":")[0]) for line in told] == list(range(4, 4 + len(bad)))


def test_latin_1_of_older_releases(store: Store, tmp_path: Path) -> None:
    file = icews(tmp_path, {"Source Name": "NAME"})
    file.write_bytes(file.read_bytes().replace(b"NAME", "Señor".encode("latin-1")))
    put(store, file)
    assert store.events(EventQuery(system="icews"))[0].actor_names == ("Señor",)


def test_polecat_sides_hold_several(store: Store, tmp_path: Path) -> None:
    row = dict.fromkeys(POLECAT, "None") | {
        "Event ID": "a_1",
        "Event Date": "2023-05-01",
        "Event Type": "CONSULT",
        "Quad Code": "VERBAL COOPERATION",
        "Contexts": "diplomatic|military",
        "Actor Name": "Egypt; Sudan",
        "Actor Country": "EGY; SDN|SSD",
        "Actor Sectors": "GOV|MIL; None",
        "Recipient Country": "ETH",
    }
    head = "\t".join("Event Intensity" if name == "Intensity" else name for name in POLECAT)
    file = tmp_path / "ngec.txt"
    file.write_text(head + "\n" + "\t".join(row.values()) + "\n", "utf-8")
    put(store, file)
    (event,) = store.events(EventQuery(system="polecat"))
    assert (event.actor_names, event.actor_codes) == (("Egypt", "Sudan"), ("EGY GOV MIL", "SDN"))
    assert (event.recipient_codes, event.contexts) == (("ETH",), ("diplomatic", "military"))
    assert event.score == 2.5


@pytest.mark.parametrize(
    ("content", "system", "hint"),
    [
        (b"", None, "is empty"),
        (b"id,event\n1,2\n", None, "are not those of GDELT 2 events, ICEWS, POLECAT or PLOVER"),
        (b"id,event\n1,2\n", "gdelt", "gdelt has 61 tab-separated columns; this has 1"),
        ("\t".join(ICEWS[:-1]).encode(), "icews", "lacks the column 'Longitude'"),
        ((GOLDEN / "events.gdelt-mentions").read_bytes(), None, "give the file of events"),
        (b"x", "plover", "a JSON object a line"),
    ],
)
def test_another_file_is_refused_in_a_line(
    store: Store, tmp_path: Path, content: bytes, system: str | None, hint: str
) -> None:
    file = tmp_path / "file"
    file.write_bytes(content)
    with pytest.raises(UsageError, match=hint):
        put(store, file, system)


def test_actors_of_an_imported_system(store: Store, tmp_path: Path) -> None:
    put(store, icews(tmp_path, {}, {"Target Name": "Rebel (Sudan)", "Target Sectors": "Rebel"}))

    def ids(**asked: object) -> list[str]:
        return [event.id for event in store.events(EventQuery(system="icews", **asked))]  # type: ignore[arg-type]

    assert ids(actor="EGY") == ids(actor="egypt") == ids(actor="EGY GOV") == ["icews:1", "icews:2"]
    assert ids(recipient="SDN REB") == ids(recipient="rebel (sudan)") == ["icews:2"]
    assert ids(between=("Sudan", "Egypt"), type="CONSULT", since=date(2018, 6, 1)) == ["icews:1", "icews:2"]
    assert ids(actor="FRA") == []
    with pytest.raises(UsageError, match="Atlantis"):
        ids(actor="Atlantis")


def test_gdelt_has_its_own_numbers(store: Store, tmp_path: Path) -> None:
    row = dict.fromkeys(GDELT, "") | {"GLOBALEVENTID": "7", "SQLDATE": "20200102", "EventCode": "016"}
    file = tmp_path / "x.CSV"
    file.write_text("\t".join((row | {"Actor1Name": "EUROPEAN UNION", "Actor1KnownGroupCode": "EEC"}).values()) + "\n")
    put(store, file)
    (event,) = store.events(EventQuery(system="gdelt"))
    assert (event.goldstein, event.actor_codes, event.earliest) == (3.4, ("EUR",), date(2020, 1, 2))
