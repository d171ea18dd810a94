"""The gazetteer: names, places, broken files and rows."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tidings.errors import DataError
from tidings.lexicon.places import Gazetteer, name_key

GAZETTEER = Gazetteer.load()


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("U.S.", "us"),
        ("Saint-Étienne", "st etienne"),
        ("Şırnak", "sirnak"),
        ("Xi'an", "xian"),
        ("", ""),
        ("Łódź", "lodz"),
    ],
)
def test_the_form_under_which_names_are_kept(written: str, key: str) -> None:
    assert name_key(written) == key


@pytest.mark.parametrize("one, two", [("Sana'a", "Sanaa"), ("Burma", "Myanmar"), ("Saint Louis", "St. Louis")])
def test_two_names_of_one_place(one: str, two: str) -> None:
    first, second = (GAZETTEER.find(name)[0].index for name in (one, two))
    assert first == second


def test_a_place_is_a_noun_of_the_record() -> None:
    place = next(GAZETTEER.place(e.index) for e in GAZETTEER.find("Tianjin") if GAZETTEER.feature(e.index) == "PPL")
    assert (place.id, place.country, place.admin1) == ("geonames:1792947", "CHN", "Tianjin")
    assert place.latitude == pytest.approx(39.14, abs=0.01)


def test_our_own_places_have_our_own_ids() -> None:
    place = GAZETTEER.place(GAZETTEER.find("Torkham")[0].index)
    assert (place.id, place.country, place.feature) == ("place:torkham-afg", "AFG", "BCRS")


def test_seas_and_regions_have_no_country() -> None:
    assert GAZETTEER.place(GAZETTEER.find("Middle East")[0].index).country is None


def test_what_nobody_calls_a_place() -> None:
    assert GAZETTEER.find("Zzyzxburgh") == () == GAZETTEER.find("")


def test_every_point_lies_on_the_globe() -> None:
    for index in range(0, len(GAZETTEER), 997):
        point = GAZETTEER.point(index)
        assert point is None or (abs(point[0]) <= 90 and abs(point[1]) <= 180)


def test_peoples_belong_to_states() -> None:
    assert GAZETTEER.demonyms["Syrian"] == "SYR"
    assert "US" not in GAZETTEER.demonyms


def test_the_town_nearest_to_a_point() -> None:
    assert GAZETTEER.country(GAZETTEER.nearest_town((48.86, 2.35))) == "FRA"


def test_it_loads_in_time() -> None:
    started = time.process_time()
    Gazetteer.load().find("Paris")
    assert time.process_time() - started < 1.0


def test_a_broken_file_is_named(tmp_path: Path) -> None:
    broken = tmp_path / "places.npz"
    broken.write_bytes(b"no gazetteer")
    with pytest.raises(DataError, match=r"places\.npz"):
        Gazetteer.load(broken)


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        ("X\t\tSYR\t\t95\t10\tPPL\texact\t", r"regions\.tsv:2: latitude"),
        ("X\t\tSYR\t\tnorth\t10\tPPL\texact\t", r"regions\.tsv:2: latitude"),
        ("X\t\tsy\t\t35\t10\tPPL\texact\t", r"regions\.tsv:2: country"),
        ("\t\tSYR\t\t35\t10\tPPL\texact\t", r"regions\.tsv:2: name"),
        ("X\t\tSYR\t\t35\t10\tPPL\texact\tabc", r"regions\.tsv:2: geonames"),
        ("X\tSYR", r"regions\.tsv:2: 9 fields"),
    ],
)
def test_a_broken_row_is_named_by_file_line_and_field(tmp_path: Path, row: str, complaint: str) -> None:
    from training.places.tables import rows

    heading = "name\talternates\tcountry\tadmin1\tlatitude\tlongitude\tfeature\tprecision\tgeonames"
    (tmp_path / "regions.tsv").write_text(f"{heading}\n{row}\n", "utf-8")
    with pytest.raises(DataError, match=complaint):
        list(rows("regions.tsv", tmp_path))


def test_our_tables_are_whole() -> None:
    from training.places.tables import rows

    assert len(list(rows("regions.tsv"))) >= 300
    assert len({row["country"] for row in rows("countries.tsv")}) >= 240
    assert len(list(rows("admin1.tsv"))) >= 900
