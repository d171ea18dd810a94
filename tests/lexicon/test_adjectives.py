"""Adjectives of divisions and regions."""

from __future__ import annotations

from pathlib import Path

import pytest

from tidings.errors import DataError
from tidings.lexicon.adjectives import load_adjectives
from tidings.lexicon.places import Gazetteer


def test_every_adjective_has_its_place() -> None:
    gazetteer = Gazetteer.load()
    for word, (place, country) in load_adjectives().items():
        (home,) = gazetteer.home(word)
        assert gazetteer.country(home.index) in (country, None), word
        assert home.index in {entry.index for entry in gazetteer.find(place)}, word
        assert word not in gazetteer.demonyms, f"{word}: of a state already"


@pytest.mark.parametrize(
    ("row", "field"),
    [("Texas\tus\tTexan", "country"), ("Texas\tUSA\ttexan", "words"), ("Texas\tUSA\tTexan;Texan", "words")],
)
def test_a_broken_row_is_named(tmp_path: Path, row: str, field: str) -> None:
    table = tmp_path / "adjectives.tsv"
    table.write_text(f"place\tcountry\twords\n{row}\n", "utf-8")
    with pytest.raises(DataError, match=rf"adjectives\.tsv.*2.*{field}"):
        load_adjectives(table)
