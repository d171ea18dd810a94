"""Every kind of picture from a store, its groups, and wrong use in one line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from record_maker import ALL, CAIRO, EGYPT, REBELS, SUDAN, report
from tidings.cli import main
from tidings.cli.plot.groups import dyads_of, spots_of, ties_among
from tidings.cli.plot.kinds import KINDS
from tidings.engine import merge_store
from tidings.lexicon.states import state_names
from tidings.ontology import load_ontology
from tidings.store import EventQuery, EventRow, Meant, Store

TALKS = report(
    "Egypt and Sudan met the Northern Front.", "met", "CONSULT", (("Egypt", EGYPT), ("Sudan", SUDAN)),
    (("the Northern Front", REBELS),), published=date(2021, 9, 1), day=date(2021, 9, 1), place=CAIRO,
)  # fmt: skip


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("plot") / "record.duckdb"
    with Store(path) as open_store:
        open_store.add([*ALL, TALKS], load_ontology())
        merge_store(open_store)
    return path


@pytest.fixture(scope="module")
def rows(store: Path) -> list[EventRow]:
    with Store(store, read_only=True) as open_store:
        return open_store.events(EventQuery(counts_only=True))


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_drawn_with_as_many_actors_as_it_takes(store: Path, kind: str, tmp_path: Path) -> None:
    for number in range(KINDS[kind].fewest, KINDS[kind].most + 1):
        target = tmp_path / f"{kind}-{number}.svg"
        result = run("plot", kind, *("EGY", "Sudan")[:number], "--store", store, "--out", target)
        assert result.exit_code == 0, result.output
        assert target.read_bytes().startswith(b"<?xml")
    assert run("plot", "map", "--store", store).stdout_bytes.startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["dyad", "EGY"], "two actors"),
        (["network"], "one actor"),
        (["map", "EGY", "SDN", "SSD"], "no actor, one or two"),
        (["dyad", "EGY", "EGY"], "same actor"),
        (["pie"], "heatmap"),
        (["map", "Atlantis"], "Atlantis"),
        (["map", "--since", "2022-01-01", "--until", "2021-01-01"], "earlier day"),
    ],
)
def test_wrong_use_is_one_line(store: Path, arguments: list[str], hint: str) -> None:
    result = run("plot", *arguments, "--store", store)
    assert result.exit_code == 2 and not result.stdout
    assert len(result.stderr.splitlines()) == 1 and hint in result.stderr


def test_dyads_are_of_states(rows: list[EventRow]) -> None:
    dyads = dyads_of(rows)
    assert set(dyads) == {"Egypt - Sudan"}
    assert len(dyads["Egypt - Sudan"]) == 2


def test_the_ties_of_a_group_are_its_own(rows: list[EventRow]) -> None:
    front = Meant(frozenset([REBELS.id]))
    ties = {(tie.one, tie.other): tie.events for tie in ties_among(rows, front, "the Front")}
    assert ties == {("Egypt", "the Front"): 1, ("Sudan", "the Front"): 2, ("Egypt", "Sudan"): 1}
    assert set(dyads_of(rows, front, "the Front")) == {"the Front - Egypt", "the Front - Sudan"}


def test_spots_are_places_with_points(rows: list[EventRow]) -> None:
    (spot,) = spots_of(rows)
    assert (spot.name, spot.events, spot.vague) == ("Cairo", 2, False)


def test_every_state_has_a_name() -> None:
    assert all(len(code) == 3 and name for code, name in state_names().items())
    assert state_names()["USA"] == "United States"
