"""Domains of states, parts of the world, and parts of states."""

from __future__ import annotations

from pathlib import Path

import pytest

from tidings.errors import DataError
from tidings.lexicon.bearings import part_of
from tidings.lexicon.domains import home_of, load_domains
from tidings.lexicon.places import Gazetteer
from tidings.lexicon.quarters import load_quarters
from tidings.record import Place

GAZETTEER = Gazetteer.load()


@pytest.mark.parametrize(
    ("address", "country"),
    [
        ("http://www.civil.ge/eng/article.php?id=1", "GEO"),
        ("bbc.co.uk", "GBR"),
        ("https://example.com:8080/x", None),
        ("https://example.tv", None),
        ("Daily Star", None),
        ("", None),
        ("http://" + "a." * 5000 + "uk", None),
    ],
)
def test_the_home_of_an_address(address: str, country: str | None) -> None:
    assert home_of(None, address) == country


def test_every_country_of_the_tables_is_one_of_the_gazetteer() -> None:
    told = {code for codes in load_quarters().values() for code in codes} | {*load_domains().values()} - {""}
    assert [code for code in sorted(told) if GAZETTEER.state(code) is None] == []


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("moved into north-eastern ", "north-eastern Syria"),
        ("a town in the north of ", "northern Syria"),
        ("towns of Western ", "western Syria"),
        ("lies north of ", "Syria"),
        ("in central ", "Syria"),
        ("in ", "Syria"),
    ],
)
def test_the_part_of_a_state(before: str, name: str) -> None:
    syria = Place("geonames:163843", "Syria", "SYR", None, 35.0, 38.0, "PCLI")
    assert part_of(syria, before, GAZETTEER).name == name


def test_a_town_and_a_state_of_few_towns_have_no_parts() -> None:
    for place in (
        Place("p", "Homs", "SYR", None, 34.7, 36.7, "PPL"),
        Place("p", "Holy See", "VAT", None, 1, 1, "PCLI"),
    ):
        assert part_of(place, "in northern ", GAZETTEER) is place


@pytest.mark.parametrize(
    ("load", "table", "field"),
    [
        (load_domains, "suffix\tcountry\nUK\tGBR\n", "suffix"),
        (load_domains, "suffix\tcountry\nuk\tgb\n", "country"),
        (load_quarters, "words\tcountries\nAsian\tJP\n", "countries"),
        (load_quarters, "words\tcountries\nasian\tJPN\n", "words"),
    ],
)
def test_a_broken_row_is_named(tmp_path: Path, load: object, table: str, field: str) -> None:
    path = tmp_path / "table.tsv"
    path.write_text(table, "utf-8")
    with pytest.raises(DataError, match=rf"table\.tsv, line 2, field {field}"):
        load(path)  # type: ignore[operator]
