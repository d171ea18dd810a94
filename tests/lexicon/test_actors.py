"""The registry and the agent nouns: their tables are whole, and answer for the right day."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import pytest

from tidings.errors import DataError
from tidings.lexicon.actors import (
    ORGANISATION_COLUMNS,
    PEOPLE_COLUMNS,
    PERSON_COLUMNS,
    STATE_COLUMNS,
    ActorRegistry,
    load_actors,
)
from tidings.lexicon.agents import KINDS, load_agents
from tidings.lexicon.phrases import PhraseTable, keys
from tidings.lexicon.tables import Row, data_folder, read_table

STANDARDS = Path(__file__).resolve().parents[3] / "shared" / "standards"
SECTORS = set(
    "COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL SOC".split()  # noqa: SIM905
)
ABROAD = {"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"}


@pytest.fixture(scope="module")
def registry() -> ActorRegistry:
    return load_actors()


def table(name: str, columns: tuple[str, ...]) -> list[Row]:
    return list(read_table(data_folder() / "actors" / name, columns))


STATES = table("states.tsv", STATE_COLUMNS)
PEOPLES = table("peoples.tsv", PEOPLE_COLUMNS)
ORGANISATIONS = table("organisations.tsv", ORGANISATION_COLUMNS)
PEOPLE = table("people.tsv", PERSON_COLUMNS)


def test_tables_are_as_large_as_promised() -> None:
    assert len(STATES) >= 240
    assert len({row["id"] for row in ORGANISATIONS}) >= 3500
    assert len({row["id"] for row in PEOPLE}) >= 2500


def test_countries_are_known() -> None:
    path = STANDARDS / "country_codes.tsv"
    if not path.exists():
        pytest.skip("the code tables of shared/standards are not here")
    known = {line.split("\t")[0] for line in path.read_text("utf-8").splitlines()[1:]}
    assert {row["code"] for row in STATES} <= known
    for row in (*PEOPLES, *ORGANISATIONS, *PEOPLE):
        assert row["country"] in known | ABROAD | {""}, f"{row.file}:{row.line}"


def test_sectors_are_known() -> None:
    for row in (*PEOPLES, *ORGANISATIONS, *PEOPLE):
        assert set(row.many("sectors")) <= SECTORS, f"{row.file}:{row.line}"


def test_no_state_twice() -> None:
    codes = [row["code"] for row in STATES]
    assert len(codes) == len(set(codes))


def test_dates_are_days_in_order() -> None:
    for row in (*STATES, *ORGANISATIONS, *PEOPLE):
        start, end = row.day("from"), row.day("to", last=True)
        assert start is None or date(1900, 1, 1) <= start <= date(2030, 1, 1), f"{row.file}:{row.line}"
        assert start is None or end is None or start <= end, f"{row.file}:{row.line}"


@pytest.mark.parametrize("rows", [ORGANISATIONS, PEOPLE], ids=["organisations", "people"])
def test_periods_of_one_actor_do_not_overlap(rows: list[Row]) -> None:
    periods: dict[str, list[tuple[date, date]]] = {}
    for row in rows:
        period = (row.day("from") or date.min, row.day("to") or date.max)
        for start, end in periods.get(row["id"], []):
            assert period[0] >= end or period[1] <= start, f"{row.file}:{row.line}: {row['id']}"
        periods.setdefault(row["id"], []).append(period)


def test_rows_of_one_actor_stand_together_and_in_order() -> None:
    for rows in (ORGANISATIONS, PEOPLE):
        seen: set[str] = set()
        for before, row in zip([None, *rows], rows, strict=False):
            if before is None or before["id"] != row["id"]:
                assert row["id"] not in seen, f"{row.file}:{row.line}: {row['id']} stands apart from its other rows"
                assert row["name"], f"{row.file}:{row.line}: the first row of an actor names it"
            seen.add(row["id"])


@pytest.mark.parametrize(
    ("id", "day", "code"),
    [
        ("org:taliban", date(2021, 7, 28), "AFG REB"),
        ("org:taliban", date(2022, 1, 1), "AFG GOV"),
        ("org:taliban", date(2000, 1, 1), "AFG GOV"),
        ("person:barack-obama", date(2010, 1, 1), "USA GOV"),
        ("person:barack-obama", date(2019, 1, 1), "USA ELI"),
        ("person:barack-obama", date(1990, 1, 1), "USA"),
        ("person:jens-stoltenberg", date(2010, 1, 1), "NOR GOV"),
        ("person:jens-stoltenberg", date(2020, 1, 1), "IGO GOV"),
        ("state:CHN", date(2020, 1, 1), "CHN GOV"),
        ("org:european-parliament", None, "EUR LEG"),
    ],
)
def test_who_they_were_then(registry: ActorRegistry, id: str, day: date | None, code: str) -> None:
    actor = registry.on(id, day)
    assert actor is not None
    assert actor.code == code


def test_unknown_actor_is_none(registry: ActorRegistry) -> None:
    assert registry.on("state:XXX", None) is None


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("U.S.", "state:USA"),
        ("US", "state:USA"),
        ("United States", "state:USA"),
        ("UAE", "state:ARE"),
        ("Erdoğan", "person:recep-tayyip-erdogan"),
        ("Al-Qaeda", "org:al-qaeda"),
        ("Côte d’Ivoire", "state:CIV"),
        ("N'Djamena", "state:TCD"),
    ],
)
def test_names_are_found_however_written(registry: ActorRegistry, text: str, actor: str) -> None:
    forms = [form for form in registry.forms.get(text) if form.fits(text)]
    assert {form.actor for form in forms} == {actor}


@pytest.mark.parametrize("text", ["us", "who", "turkey", "is"])
def test_common_words_are_no_names(registry: ActorRegistry, text: str) -> None:
    assert [form for form in registry.forms.get(text) if form.fits(text)] == []


def test_longest_match_wins(registry: ActorRegistry) -> None:
    words = list(keys("the United Nations Security Council met"))
    hit = registry.forms.longest(words, 1)
    assert hit is not None
    assert (hit[0], hit[1][0].actor) == (4, "org:un-security-council")


def test_registry_loads_fast() -> None:
    # One quiet try of twelve shows what it takes; a neighbour on the core can double any one of them.
    assert any(_seconds() < 0.3 for _ in range(12))


def _seconds() -> float:
    start = time.process_time()
    load_actors()
    return time.process_time() - start


@pytest.mark.parametrize(
    ("phrase", "sectors"),
    [
        ("foreign minister", ("GOV",)),
        ("foreign ministers", ("GOV",)),
        ("troops", ("MIL",)),
        ("police", ("COP",)),
        ("gunmen", ("UAF",)),
        ("rebels", ("REB",)),
        ("opposition parties", ("PTY", "OPP")),
        ("policewomen", ("COP",)),
    ],
)
def test_agent_nouns(phrase: str, sectors: tuple[str, ...]) -> None:
    assert load_agents().nouns.get(phrase)[0].sectors == sectors


def test_agent_table_is_whole() -> None:
    rows = list(
        read_table(
            data_folder() / "languages" / "en" / "agents.tsv",
            ("noun", "plural", "kind", "country", "sectors", "inherits", "gender"),
        )
    )
    assert len(rows) >= 500
    states = {row["code"] for row in STATES}
    seen: set[tuple[str, bool]] = set()
    for row in rows:
        key = (row["noun"], row["kind"] in ("modifier", "foreign", "former"))
        assert key not in seen, f"{row.file}:{row.line}: {row['noun']} stands twice"
        seen.add(key)
        assert row["kind"] in KINDS
        assert set(row.many("sectors")) <= SECTORS
        assert row["country"] in ABROAD | states | {""}  # a state for a noun of one state alone: taoiseach
        assert row["inherits"] in ("", "yes", "only")


def broken(folder: Path, people: str) -> Path:
    """A folder of actor tables, empty but for the given lines of people."""
    for name, columns in (
        ("states.tsv", STATE_COLUMNS),
        ("peoples.tsv", PEOPLE_COLUMNS),
        ("organisations.tsv", ORGANISATION_COLUMNS),
    ):
        (folder / name).write_text("\t".join(columns) + "\n", "utf-8")
    (folder / "people.tsv").write_text("\t".join(PERSON_COLUMNS) + "\n" + people + "\n", "utf-8")
    return folder


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("a\tA B\tFRA\tGOV\trole\t2021-02-30\t\t\t", "people.tsv, line 2, field from"),
        ("a\tA B\tFRA\tGOV\trole\t2021-02\t2020-01\t\t", "people.tsv, line 2, field to"),
        ("a\tA B\tFRA", "people.tsv, line 2: 9 fields wanted, not 3"),
        ("a\tA B\tFRA\tGOV\trole\tsoon\t\t\t", "field from"),
    ],
)
def test_broken_line_names_file_line_and_field(tmp_path: Path, line: str, says: str) -> None:
    with pytest.raises(DataError, match=says):
        load_actors(broken(tmp_path, line))


def test_wrong_columns_are_refused(tmp_path: Path) -> None:
    broken(tmp_path, "")
    (tmp_path / "people.tsv").write_text("name\n", "utf-8")
    with pytest.raises(DataError, match=r"people\.tsv, line 1"):
        load_actors(tmp_path)


def test_phrases_do_not_reach_over_punctuation() -> None:
    words = PhraseTable([("north korea", 1)])
    assert words.longest(list(keys("North, Korea")), 0) is None
