"""The user's dictionaries of actors: each format is read as it is meant, and a broken one says where and why."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tidings.errors import DataError
from tidings.lexicon.own import Coding, Dictionary, OwnActor, load_dictionary
from tidings.lexicon.own.cameo import read_code, read_roles
from tidings.lexicon.own.load import FORMATS, MOST_BYTES

PETRARCH = """\
# a world that does not exist
<!-- over
NOBODY [XXX]
lines -->
VALDORIA_ [VLD] ; a state
+PORT_ANSEL  # its capital

RIVER_LEAGUE  <!-- within a line -->
+LEAGUE_OF_THE_RIVERS_(LR)_
\t[VLDREB 900101-19991231] [VLDGOV >20000101] # two on a line
\t[VLDOPP <891231]
MARAVIAN_GUARD [MRVMIL]
\t[MRVREB 20100101 - 20101231]
OLD_MARAVIA
\t[OMR <801231]
\t[MRV]
"""


def load(folder: Path, name: str, text: str | bytes) -> Dictionary:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return load_dictionary(path)


def on(actor: OwnActor, day: date) -> tuple[str | None, tuple[str, ...]] | None:
    return next(((c.country, c.sectors) for c in actor.codings if c.holds(day)), None)


def test_petrarch_names_synonyms_and_comments(tmp_path: Path) -> None:
    found = load(tmp_path, "world.actors.txt", PETRARCH)
    assert found.complaints == ()
    assert [actor.names for actor in found.actors] == [
        ("Valdoria", "Port Ansel"),
        ("River League", "League of the Rivers"),
        ("Maravian Guard",),
        ("Old Maravia",),
        ("Old Maravia",),
    ]
    assert found.actors[1].origin == "world.actors.txt:8"


@pytest.mark.parametrize(
    ("at", "day", "coding"),
    [
        (1, date(1989, 12, 31), ("VLD", ("OPP",))),
        (1, date(1990, 1, 1), ("VLD", ("REB",))),
        (1, date(1999, 12, 31), ("VLD", ("REB",))),
        (1, date(2000, 1, 1), ("VLD", ("GOV",))),
        (2, date(2010, 6, 1), ("MRV", ("REB",))),
        (2, date(2011, 1, 1), ("MRV", ("MIL",))),
    ],
)
def test_petrarch_codes_hold_on_their_days(
    tmp_path: Path, at: int, day: date, coding: tuple[str, tuple[str, ...]]
) -> None:
    assert on(load(tmp_path, "world.txt", PETRARCH).actors[at], day) == coding


def test_petrarch_bare_countries_are_states(tmp_path: Path) -> None:
    actors = load(tmp_path, "world.txt", PETRARCH).actors
    assert [actor.id for actor in actors] == ["state:VLD", None, None, "state:OMR", "state:MRV"]
    assert actors[3].codings == (Coding("OMR", ("GOV",), None, date(1980, 12, 31)),)
    assert actors[4].codings == (Coding("MRV", ("GOV",), date(1981, 1, 1), None),)


@pytest.mark.parametrize(
    ("block", "start"),
    [("300101", date(2030, 1, 1)), ("310101", date(1931, 1, 1)), ("19290101", date(1929, 1, 1))],
)
def test_years_of_two_digits(tmp_path: Path, block: str, start: date) -> None:
    actor = load(tmp_path, "a.txt", f"GARIN [GARMIL >{block}]").actors[0]
    assert actor.codings[0].start == start


def test_short_months_end_on_their_last_day(tmp_path: Path) -> None:
    actor = load(tmp_path, "a.txt", "GARIN [GARMIL 010101-010231]").actors[0]
    assert actor.codings[0].end == date(2001, 2, 28)


def test_names_before_a_code_share_it(tmp_path: Path) -> None:
    actor = load(tmp_path, "a.txt", "RIVER_COUNCIL_\nR.C._\n\t[IGOUNO]").actors[0]
    assert actor.names == ("River Council", "R.C.")
    assert (actor.codings[0].country, actor.codings[0].sectors) == ("UNO", ())


@pytest.mark.parametrize(
    ("code", "country", "sectors"),
    [
        ("EGYMIL", "EGY", ("MIL",)),
        ("egymil", "EGY", ("MIL",)),
        ("KSVGOVMED", "XKX", ("GOV", "JRN")),
        ("VLDQRS", "VLD", ("QRS",)),
        ("VLDTV", "VLD", ("TV",)),
        ("G77", "G77", ()),
        ("IGOEUREEC", "EUR", ()),
        ("NGOHLHXYZ", "NGO", ("MED",)),
        ("NGM", "ISM", ()),
        ("REB", None, ("REB",)),
        ("HIN010", None, ("REL",)),
        ("VLD/MRV", "VLD", ()),
        ("---", None, ()),
    ],
)
def test_cameo_codes_in_plover(code: str, country: str | None, sectors: tuple[str, ...]) -> None:
    assert read_code(code) == Coding(country, sectors)


def test_agents(tmp_path: Path) -> None:
    text = """!PERSON! = MAN, WOMEN
FERRY!PERSON! [~LAB]
RIVER_WARDEN {} [~MILNAV] # same in the plural
DEPUTY [~LEG]
RELIEF_BODY {RELIEF_BODIES} [NGO~]
"""
    found = load(tmp_path, "world.agents.txt", text)
    assert [(a.noun, a.plural, a.country, a.sectors) for a in found.agents] == [
        ("ferryman", "ferryman", None, ("LAB",)),
        ("ferrywomen", "ferrywomen", None, ("LAB",)),
        ("river warden", "river warden", None, ("MIL",)),
        ("deputy", "deputies", None, ("LEG",)),
        ("relief body", "relief bodies", "NGO", ()),
    ]
    assert read_roles("MUSUAF") == ("REL", "UAF")


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("B [GARMIL >9001013]", "line 2, field code: a day of six or eight digits"),
        ("B [GARMIL 20010230-20000101]", "line 2, field code: days in their order"),
        ("B [GARMIL >20011301]", "line 2, field code: a day of the calendar"),
        ("B [!!]", "line 2, field code: a code and days"),
        ("B []", "line 2, field code: a code and days"),
        ("B [~MIL}", "line 2, field agent: a noun and a code"),
        ("B!PERSON! [~MIL]", "line 2, field agent: a set defined above"),
    ],
)
def test_a_line_of_petrarch_that_cannot_be_read_is_passed_over_and_told(tmp_path: Path, line: str, says: str) -> None:
    found = load(tmp_path, "a.txt", f"GARIN [GAR]\n{line}\nTOSK [TSK]")
    assert [(actor.id, actor.names) for actor in found.actors] == [
        ("state:GAR", ("Garin",)),
        ("state:TSK", ("Tosk",)),
    ]
    assert says in found.complaints[0] and found.complaints[0].startswith("a.txt, ")


def test_old_letters_and_line_ends(tmp_path: Path) -> None:
    found = load(tmp_path, "a.txt", b"GARIN [GAR]\r\n+GAR\xcdN\r\n")
    assert found.actors[0].names == ("Garin", "Garín")


CSV = "id,name,country,sectors,from,to,aliases\n"


def test_csv(tmp_path: Path) -> None:
    text = CSV + (
        '# a comment\nleague,"River League",VLD,REB,,2019,The League;League of the Rivers\n'
        "league,,VLD,GOV;PTY,2020-01-01,,\n"
        "person:tosk,Ilmar Tosk,MRV,,,,\n"
    )
    league, tosk = load(tmp_path, "own.csv", text).actors
    assert league.id == "org:league"
    assert league.names == ("River League", "The League", "League of the Rivers")
    assert league.codings == (
        Coding("VLD", ("REB",), None, date(2019, 12, 31)),
        Coding("VLD", ("GOV", "PTY"), date(2020, 1, 1), None),
    )
    assert (tosk.id, tosk.origin, tosk.codings) == ("person:tosk", "own.csv:5", (Coding("MRV", ()),))


def test_tsv_yaml_and_csv_say_the_same(tmp_path: Path) -> None:
    csv = load(tmp_path, "own.csv", "id,name,country,sectors,aliases\nno,Nordmark,NOR,GOV;MIL,A;B")
    tsv = load(tmp_path, "own.tsv", "name\tid\tcountry\tsectors\taliases\nNordmark\tno\tNOR\tGOV;MIL\tA;B")
    listed = load(
        tmp_path, "own.yaml", "- id: no\n  name: Nordmark\n  country: NOR\n  sectors: [GOV, MIL]\n  aliases: [A, B]\n"
    )
    plain = [(a.id, a.names, a.codings) for each in (csv, tsv, listed) for a in each.actors]
    assert plain == [("org:no", ("Nordmark", "A", "B"), (Coding("NOR", ("GOV", "MIL")),))] * 3


def test_yaml_values_are_text(tmp_path: Path) -> None:
    text = "- {id: on, name: Yes, country: NOR, from: 2001-02-03, to: null}\n"
    actor = load(tmp_path, "own.yml", text).actors[0]
    assert (actor.id, actor.names, actor.codings[0].start) == ("org:on", ("Yes",), date(2001, 2, 3))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", r"own\.csv, line 1: the first line must name the columns: id,name,country"),
        ("id,name,land\n", r"own\.csv, line 1, field 'land': the columns are id, name, country"),
        ("id,name\n", r"own\.csv, line 1, field 'country': missing"),
        ("id,name,country,id\n", r"own\.csv, line 1, field 'id': stands twice"),
        (CSV + "a,A\n", r"own\.csv, line 2: 7 fields wanted, not 2"),
        (CSV + "a b,A,VLD,,,,\n", r"own\.csv, line 2, field id: letters, digits"),
        (CSV + "planet:a,A,VLD,,,,\n", r"own\.csv, line 2, field id: .*state:"),
        (CSV + "a,,VLD,,,,\n", r"own\.csv, line 2, field name: the name of the actor"),
        (CSV + "a,A,Valdoria,,,,\n", r"own\.csv, line 2, field country: three capital letters.* not 'Valdoria'"),
        (CSV + "a,A,VLD,ARMY,,,\n", r"own\.csv, line 2, field sectors: .*COP, GOV.* not 'ARMY'"),
        (CSV + "a,A,VLD,,1.2.2020,,\n", r"own\.csv, line 2, field from: a date such as 2021-08-14"),
        (CSV + "a,A,VLD,,2020,2019,\n", r"own\.csv, line 2, field to: a day not before 2020-01-01"),
        (CSV + 'a,"A,VLD', r"own\.csv, line 2: not a table"),
        (CSV.encode() + b"a,\xff,VLD,,,,\n", r"own\.csv, line 2: must be UTF-8"),
        (CSV + "a,A,VLD,,,,\n" * 201, r"own\.csv, line 202, field id: at most 200 rows"),
    ],
)
def test_a_broken_table_names_file_line_and_field(tmp_path: Path, text: str | bytes, says: str) -> None:
    with pytest.raises(DataError, match=says):
        load(tmp_path, "own.csv", text)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", r"line 1: the file is empty; it must be a list of entries"),
        ("id: a", r"line 1: must be a list of entries"),
        ("- a", r"line 1: must be an entry"),
        ("- id: a\n  name: A\n  country: [VLD]", r"line 3, field country: must be text"),
        ("- id: a\n  name: A\n  country: VLD\n  aliases: [[A]]", r"line 4, field aliases: must be a list of texts"),
        ("- id: a\n  name: A\n", r"line 1, field 'country': missing"),
        ("- &a {id: a, name: A, country: VLD}\n- *a\n", r"line 2: must be an entry"),
        ("- id: [", r"line 1.*: "),
        ("- {? [a] : b}", r"line 1: must be the name of a field"),
        ("[" * 200_000, r"line 1: must be an entry"),
        ("- id: !!python/object/apply:os.system ['false']", r"line 1, field id: must be text"),
        ("- {id: a, name: A, country: VLD}\n---\n- b\n", r"one list only"),
    ],
)
def test_a_broken_list_names_file_and_line(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(DataError, match=rf"own\.yaml, {says}|own\.yaml, line \d+: must be {says}"):
        load(tmp_path, "own.yaml", text)


def test_a_dictionary_without_actors_or_too_large_or_missing(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"a\.txt, line 1: no actor found; .*VALDORIA_GUARD"):
        load(tmp_path, "a.txt", "nothing here\n")
    with pytest.raises(DataError, match="larger than 16 MB"):
        load(tmp_path, "a.txt", b" " * (MOST_BYTES + 1))
    with pytest.raises(DataError, match="No such file"):
        load_dictionary(tmp_path / "none.csv")
    with pytest.raises(DataError, match="Is a directory"):
        load_dictionary(tmp_path)


def test_one_file_a_format() -> None:
    assert {read.__module__.rpartition(".")[2] for read in FORMATS.values()} == {"table", "listing"}


def test_the_dictionaries_of_petrarch_itself(shared: Path) -> None:
    folder = shared / "data" / "measure" / "petrarch_validation"
    if not folder.exists():
        pytest.skip("the validation set of PETRARCH is not here")
    actors = load_dictionary(folder / "PETR.Validate.actors.txt")
    agents = load_dictionary(folder / "PETR.Validate.agents.txt")
    assert len(actors.actors) > 120 and len(actors.complaints) < 5
    assert len(agents.agents) > 80 and agents.complaints == ()
