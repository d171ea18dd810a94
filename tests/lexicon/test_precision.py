"""How well places are pinned down, and what other data sets call it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tidings.errors import DataError
from tidings.lexicon.places import Gazetteer
from tidings.lexicon.precision import UNKNOWN, load_precisions, precision_of
from tidings.record import Place

GAZETTEER = Gazetteer.load()


def _place(feature: str | None, latitude: float | None = 1.0) -> Place:
    return Place("place:x", "X", "SYR", None, latitude, 1.0, feature)


@pytest.mark.parametrize(
    ("feature", "precision", "acled", "ucdp"),
    [
        ("PPL", "exact", 1, 1),
        ("BCRS", "exact", 1, 1),
        ("ADM2", "near", 2, 3),
        ("ADM1", "admin-1", 3, 4),
        ("STM", "admin-1", 3, 5),
        ("PCLI", "country", 3, 6),
        ("SEA", "country", 3, 7),
    ],
)
def test_the_codes_of_a_kind_of_place(feature: str, precision: str, acled: int, ucdp: int) -> None:
    found = precision_of(_place(feature))
    assert (found.precision, found.acled, found.ucdp) == (precision, acled, ucdp)


@pytest.mark.parametrize("place", [None, _place("PPL", latitude=None), _place(None), _place("NOSUCH")])
def test_what_is_not_known_stays_unknown(place: Place | None) -> None:
    assert precision_of(place) == UNKNOWN


def test_every_kind_in_the_gazetteer_has_a_precision() -> None:
    kinds = {GAZETTEER.feature(index) for index in range(len(GAZETTEER))}
    assert kinds <= load_precisions().keys()


@pytest.mark.parametrize(
    ("row", "complaint"),
    [("PPL\tsure\t1\t1", "precision"), ("PPL\texact\t4\t1", "acled"), ("PPL\texact\t1\tx", "ucdp")],
)
def test_a_broken_row_is_named_by_file_line_and_field(tmp_path: Path, row: str, complaint: str) -> None:
    table = tmp_path / "precision.tsv"
    table.write_text(f"feature\tprecision\tacled\tucdp\n{row}\n", "utf-8")
    with pytest.raises(DataError, match=rf"precision\.tsv, line 2, field {complaint}"):
        load_precisions(table)
