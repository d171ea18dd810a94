"""What lists of names say of a word."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from tidings.encoder.hints import HINTS, LISTS, Hints
from tidings.errors import DataError


def test_a_hint_is_the_lists_a_word_stands_in(tmp_path: Path) -> None:
    path = tmp_path / "hints.tsv"
    path.write_text("gf\tmary ali\np\ttehran\n", "utf-8")
    hints = Hints.load(path)
    assert [hints(word) for word in ("Mary", "TEHRAN", "tehran", "Unheard", "")] == [3, 4, 0, 0, 0]


@pytest.mark.parametrize("line", ["tehran", "x\ttehran", "\ttehran"])
def test_a_broken_line_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "hints.tsv"
    path.write_text(f"p\tcairo\n{line}\n", "utf-8")
    with pytest.raises(DataError, match="line 2"):
        Hints.load(path)


def test_the_shipped_hints_know_names_and_no_common_words() -> None:
    hints = Hints.load(Path(str(files("tidings") / "data" / "model" / "hints.tsv")))
    assert hints("Cairo") & 1 << LISTS.index("p")
    assert hints("Ministry") & 1 << LISTS.index("o")
    assert hints("The") == hints("Will") == 0
    assert 0 < hints("Sudanese") < HINTS
