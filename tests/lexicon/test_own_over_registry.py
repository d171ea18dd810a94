"""Whose word counts for a name on a day: the user's before the registry's, the later before the earlier."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tidings.errors import DataError
from tidings.lexicon import Lexicon
from tidings.lexicon.actors import ActorRegistry

HEAD = "id,name,country,sectors,from,to,aliases\n"


def registry(folder: Path, *files: tuple[str, str]) -> ActorRegistry:
    for name, text in files:
        (folder / name).write_text(text, "utf-8")
    return Lexicon([folder / name for name, _ in files]).actors


def code(registry: ActorRegistry, name: str, day: date | None) -> str | None:
    forms = registry.in_force(registry.forms.get(name), name, day)
    actor = registry.on(forms[0].actor, day) if forms else None
    return actor.code if actor else None


def test_a_name_of_the_users_beats_the_registry_on_its_days_only(tmp_path: Path) -> None:
    own = registry(tmp_path, ("own.csv", HEAD + "movement,Taliban,XYZ,PTY,2010-01-01,2010-12-31,"))
    assert code(own, "Taliban", date(2010, 12, 31)) == "XYZ PTY"
    assert code(own, "Taliban", date(2011, 1, 1)) == "AFG REB"
    assert code(own, "Taliban", None) == "XYZ PTY"


def test_a_row_with_an_id_of_the_registry_recodes_that_actor_by_all_its_names(tmp_path: Path) -> None:
    own = registry(tmp_path, ("own.csv", HEAD + "person:barack-obama,Barack Obama,USA,LEG,2005-01-03,2008-11-16,"))
    assert code(own, "Obama", date(2007, 1, 1)) == "USA LEG"
    assert code(own, "Barack Obama", date(2010, 1, 1)) == "USA GOV"
    assert own.gender("person:barack-obama") == "m"


def test_an_id_of_the_registry_for_somebody_else_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"own\.csv, line 2, field id: org:un is the registry's id of United Nations"):
        registry(tmp_path, ("own.csv", HEAD + "un,Union of Nomads,VLD,PTY,,,"))


def test_the_later_file_beats_the_earlier_and_the_later_line_the_earlier_line(tmp_path: Path) -> None:
    one = ("one.csv", HEAD + "a,River League,VLD,REB,,,\nb,Hill League,VLD,REB,,,\nc,Hill League,VLD,PTY,,,")
    two = ("two.txt", "RIVER_LEAGUE [VLDGOV >20100101]")
    both = registry(tmp_path, one, two)
    assert code(both, "River League", date(2009, 12, 31)) == "VLD REB"
    assert code(both, "River League", date(2010, 1, 1)) == "VLD GOV"
    assert code(both, "Hill League", None) == "VLD PTY"
    assert code(registry(tmp_path, two, one), "River League", date(2010, 1, 1)) == "VLD REB"


def test_outside_its_days_an_unknown_name_is_nobodys(tmp_path: Path) -> None:
    own = registry(tmp_path, ("own.txt", "RIVER_LEAGUE [VLDREB 20000101-20001231]"))
    assert code(own, "River League", date(2001, 1, 1)) is None


def test_a_name_that_means_the_same_keeps_the_registrys_grammar(tmp_path: Path) -> None:
    own = registry(tmp_path, ("own.txt", "AFGHANISTAN [AFG]\n+AFGHAN\n+KABUL\nWASHINGTON [USAGOV]\nUS_ [USA]"))
    assert [(f.actor, f.kind) for f in own.in_force(own.forms.get("Kabul"), "Kabul", None)] == [
        ("state:AFG", "capital")
    ]
    assert {f.kind for f in own.in_force(own.forms.get("Afghan"), "Afghan", None)} == {"adjective"}
    assert {f.actor for f in own.in_force(own.forms.get("Washington"), "Washington", None)} == {"state:USA"}
    assert own.in_force(own.forms.get("us"), "us", None) == ()


def test_a_name_keeps_the_registrys_grammar_on_the_days_on_which_it_means_the_same(tmp_path: Path) -> None:
    own = registry(tmp_path, ("own.txt", "KENYA\n+KENYAN\n\t[GBRKEN <631211]\n\t[KEN]"))
    now = own.in_force(own.forms.get("Kenyan"), "Kenyan", date(2020, 1, 1))
    assert {(f.actor, f.kind, f.origin) for f in now} == {("state:KEN", "adjective", "own.txt:1")}
    assert code(own, "Kenyan", date(1950, 1, 1)) == "GBR KEN"


def test_an_invented_state_is_a_state(tmp_path: Path) -> None:
    own = registry(tmp_path, ("own.txt", "VALDORIA [VLD]\n+VALDORIAN"))
    assert own.on("state:VLD", date(2020, 1, 1)) == own.names("state:VLD")
    assert (own.names("state:VLD").name, own.names("state:VLD").code) == ("Valdoria", "VLD GOV")


def test_agents_go_before_ours(tmp_path: Path) -> None:
    (tmp_path / "agents.txt").write_text("BORDER_GUARD [~COP]\nRIVER_MINISTRY [~GOV]\n", "utf-8")
    agents = Lexicon([tmp_path / "agents.txt"]).agents
    assert agents.nouns.get("border guards")[0].sectors == ("COP",)
    assert agents.nouns.get("river ministries")[0].kind == "body"


def test_without_dictionaries_nothing_changes() -> None:
    ours = Lexicon().actors
    forms = ours.forms.get("Taliban")
    assert ours.in_force(forms, "Taliban", None) is forms
