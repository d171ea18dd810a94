"""Words that only one state uses for its institutions."""

from __future__ import annotations

from pathlib import Path

import pytest

from tidings.errors import DataError
from tidings.lexicon.places import Gazetteer
from tidings.lexicon.signs import load_signs, states_by_signs


def test_a_text_bears_signs() -> None:
    assert states_by_signs("The sheriff’s deputies met the school board. The Taoiseach did not.") == {
        "USA": 2,
        "IRL": 1,
    }


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("He lives at 2517 Memphis St., police said.", {"USA": 1}),
        ("They met at 400 S. Locust Ave.", {"USA": 1}),
        ("Some 2500 Roman St. Peters", {}),
        ("It cost £3 to park.", {"GBR": 1}),
    ],
)
def test_addresses_and_money_are_signs(text: str, states: dict[str, int]) -> None:
    assert states_by_signs(text) == states


def test_every_sign_stands_for_a_state_of_the_gazetteer() -> None:
    gazetteer = Gazetteer.load()
    states = {gazetteer.country(i) for i in range(len(gazetteer)) if gazetteer.feature(i) == "PCLI"}
    assert set(load_signs().values()) <= states


@pytest.mark.parametrize(("row", "field"), [("us\tsheriff", "country"), ("USA\tone two three", "words")])
def test_a_broken_row_is_named(tmp_path: Path, row: str, field: str) -> None:
    table = tmp_path / "signs.tsv"
    table.write_text(f"country\twords\n{row}\n", "utf-8")
    with pytest.raises(DataError, match=rf"signs\.tsv, line 2, field {field}"):
        load_signs(table)
