"""The checker of the registry's names: no id, name or number stands for two, but where the tables say why."""

from __future__ import annotations

import re
from datetime import date

import pytest

from tidings.lexicon.actors import (
    ORGANISATION_COLUMNS,
    PEOPLE_COLUMNS,
    PERSON_COLUMNS,
    STATE_COLUMNS,
    ActorRegistry,
    Numbers,
    load_actors,
)
from tidings.lexicon.phrases import keys
from tidings.lexicon.tables import Row, data_folder, read_table

Period = tuple[date, date]
Name = tuple[str, ...]


def table(name: str, columns: tuple[str, ...]) -> list[Row]:
    return list(read_table(data_folder() / "actors" / name, columns))


STATES = table("states.tsv", STATE_COLUMNS)
PEOPLES = table("peoples.tsv", PEOPLE_COLUMNS)
ORGANISATIONS = table("organisations.tsv", ORGANISATION_COLUMNS)
PEOPLE = table("people.tsv", PERSON_COLUMNS)
SHARED = table("shared_names.tsv", ("name", "actors", "reason"))
#: Codes that need no sector: bodies of states and of no country.
ABROAD = frozenset({"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"})
NAMES_OF_STATES = ("name", "official", "others", "adjectives", "people", "capitals", "seats")


@pytest.fixture(scope="module")
def registry() -> ActorRegistry:
    return load_actors()


def names(row: Row) -> list[str]:
    return [name for name in (row["name"], *row.many("aliases")) if name]


def bearers() -> dict[Name, dict[str, list[str]]]:
    """Every name, as the matcher sees it, with the actors that bear it and how each writes it."""
    found: dict[Name, dict[str, list[str]]] = {}
    for row in STATES:
        for written in (part for column in NAMES_OF_STATES for part in row.many(column)):
            found.setdefault(keys(written), {}).setdefault(f"state:{row['code']}", []).append(written)
    for row in PEOPLES:
        for written in (part for column in ("adjectives", "people", "names") for part in row.many(column)):
            found.setdefault(keys(written), {}).setdefault(f"people:{row['id']}", []).append(written)
    for row in (*ORGANISATIONS, *PEOPLE):
        for written in names(row):
            found.setdefault(keys(written), {}).setdefault(row["id"], []).append(written)
    return found


def periods() -> dict[str, list[Period]]:
    found: dict[str, list[Period]] = {}
    for row in ORGANISATIONS:
        period = (row.day("from") or date.min, row.day("to", last=True) or date.max)
        found.setdefault(row["id"], []).append(period)
    return found


def apart(one: list[Period], other: list[Period]) -> bool:
    return all(a[1] < b[0] or b[1] < a[0] for a in one for b in other)


def clashes() -> dict[Name, set[str]]:
    """Names of two actors that are not dated apart."""
    dated = periods()
    always = [(date.min, date.max)]
    found: dict[Name, set[str]] = {}
    for name, actors in bearers().items():
        ids = sorted(actors)
        for i, one in enumerate(ids):
            for other in ids[i + 1 :]:
                if not apart(dated.get(one, always), dated.get(other, always)):
                    found.setdefault(name, set()).update((one, other))
    return found


def test_names_of_two_are_dated_apart_or_explained() -> None:
    explained = {keys(row["name"]): set(row.many("actors")) for row in SHARED}
    assert {name: ids for name, ids in clashes().items() if ids != explained.get(name)} == {}


def test_explanations_are_needed_and_give_a_reason() -> None:
    found = clashes()
    for row in SHARED:
        assert keys(row["name"]) in found, f"{row.file}:{row.line}: {row['name']} is no longer shared"
        assert row["reason"], f"{row.file}:{row.line}"


def test_a_name_dated_apart_is_written_one_way() -> None:
    """The registry looks for the bearer of the day by the name as written."""
    dated = periods()
    for actors in bearers().values():
        if len(actors) > 1 and all(id in dated for id in actors):
            spellings = [set(written) for written in actors.values()]
            explained = any(set(actors) == set(row.many("actors")) for row in SHARED)
            assert explained or set.intersection(*spellings), actors


@pytest.mark.parametrize("rows", [ORGANISATIONS, PEOPLE], ids=["organisations", "people"])
def test_ids_are_slugs(rows: list[Row]) -> None:
    for row in rows:
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", row["id"]), f"{row.file}:{row.line}: {row['id']}"


def test_each_name_stands_once_and_clean() -> None:
    for row in (*ORGANISATIONS, *PEOPLE):
        written = names(row)
        assert len(written) == len(set(written)), f"{row.file}:{row.line}: a name twice"
        for name in written:
            assert name == " ".join(name.split()) and keys(name), f"{row.file}:{row.line}: {name!r}"
        assert row["aliases"] == ";".join(row.many("aliases")), f"{row.file}:{row.line}: stray semicolon or space"


def test_organisations_have_a_country_and_those_at_home_a_sector() -> None:
    for row in ORGANISATIONS:
        assert row["country"], f"{row.file}:{row.line}"
        assert row["sectors"] or row["country"] in ABROAD, f"{row.file}:{row.line}: {row['id']} has no sector"


def test_later_rows_change_the_coding_only() -> None:
    seen: set[str] = set()
    for row in ORGANISATIONS:
        if row["id"] in seen:
            assert not row["name"] and not row["aliases"], f"{row.file}:{row.line}"
            assert row["from"], f"{row.file}:{row.line}: a second row says since when"
        seen.add(row["id"])


@pytest.mark.parametrize("column", ["cow", "gw"])
def test_a_number_stands_for_one_state_at_a_time(column: str) -> None:
    seen: dict[int, list[Row]] = {}
    for row in STATES:
        number = row.number(column)
        if number is None:
            continue
        assert 2 <= number <= 999, f"{row.file}:{row.line}"
        seen.setdefault(number, []).append(row)
    shared = {number: {row["code"] for row in rows} for number, rows in seen.items() if len(rows) > 1}
    # The successors that both lists go on counting as one state.
    successors = [{"RUS", "SUN"}, {"COD", "ZAR"}, {"SRB", "SCG", "YUG"}, {"SCG", "YUG"}]
    assert [codes for codes in shared.values() if codes not in successors] == []


def test_wikidata_ids_are_ids_and_each_stands_once() -> None:
    ids = [row["wikidata"] for row in STATES if row["wikidata"]]
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"Q[1-9]\d*", id) for id in ids)


@pytest.mark.parametrize(
    ("code", "numbers"),
    [
        ("USA", Numbers(2, 2, "Q30")),
        ("YEM", Numbers(679, 678, "Q805")),
        ("DEU", Numbers(255, 260, "Q183")),
        ("SRB", Numbers(345, 340, "Q403")),
        ("TON", Numbers(955, 972, "Q678")),
        ("HKG", Numbers(None, None, "Q8646")),
    ],
)
def test_states_have_numbers(registry: ActorRegistry, code: str, numbers: Numbers) -> None:
    assert registry.numbers(code) == numbers
    assert registry.numbers("XXX") is None


@pytest.mark.parametrize(
    ("name", "day", "id"),
    [
        ("Transitional Military Council", date(2019, 6, 3), "org:tmc-sudan"),
        ("Transitional Military Council", date(2021, 6, 3), "org:cmt-chad"),
        ("SLA", date(1996, 4, 18), "org:sla-lebanon"),
        ("SLA", date(2006, 5, 5), "org:sla"),
        ("UCK", date(1998, 7, 1), "org:kla"),
        ("UCK", date(2001, 5, 3), "org:nla-macedonia"),
    ],
)
def test_a_shared_name_is_that_of_the_day(registry: ActorRegistry, name: str, day: date, id: str) -> None:
    assert {registry.bearer(form, day).id for form in registry.forms.get(name)} == {id}


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Quds Force", "IRN MIL"),
        ("Storting", "NOR LEG"),
        ("Bank of England", "GBR GOV"),
        ("MINURSO", "UNO MIL"),
        ("Supreme Council for the Islamic Revolution in Iraq", "IRQ PTY"),
        ("Justice and Development Party of Morocco", "MAR PTY"),
        ("Glencore", "MNC"),
        ("AFL-CIO", "USA LAB"),
        ("Tel Aviv", "ISR GOV"),
        ("Rashtrapati Bhavan", "IND GOV"),
        ("Upper Volta", "BFA GOV"),
    ],
)
def test_who_bears_a_name(registry: ActorRegistry, name: str, code: str) -> None:
    forms = [form for form in registry.forms.get(name) if form.fits(name)]
    assert {registry.bearer(form, None).code for form in forms} == {code}


@pytest.mark.parametrize(
    "text",
    ["shell", "Renew", "Lebanese forces", "Young patriots", "Parler", "March 8", "Sapo", "US steel", "Arab news"],
)
def test_plain_words_are_no_organisations(registry: ActorRegistry, text: str) -> None:
    assert [form for form in registry.forms.get(text) if form.fits(text)] == []
