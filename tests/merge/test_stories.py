from __future__ import annotations

from pathlib import Path

import pytest

from conllu import SHARED
from tidings.evaluate.stories import b3, score_stories
from tidings.merge import cluster_stories

QUAKE = [
    "A strong earthquake shook Ecuador on Saturday. Officials in Quito said the quake killed dozens near Muisne.",
    "Ecuador counts its dead after Saturday's quake near Muisne, the strongest earthquake in decades.",
]
ACCORD = [
    "Colombia's government and the FARC signed a peace accord in Cartagena on Monday, ending a war of 52 years.",
    "In Cartagena, FARC rebels and the government of Colombia put their names to an accord that ends the war.",
]


def test_two_stories_are_told_apart() -> None:
    assert cluster_stories([QUAKE[0], ACCORD[0], QUAKE[1], ACCORD[1]], alike=0.1) == [0, 1, 0, 1]


@pytest.mark.parametrize("texts", [[], [""], ["", ""], ["one report"], ["...", "!!!"]])
def test_texts_with_little_in_them_stay_apart(texts: list[str]) -> None:
    assert cluster_stories(texts) == list(range(len(texts)))


def test_the_same_report_twice_is_one_story() -> None:
    assert cluster_stories([QUAKE[0], ACCORD[0], QUAKE[0]])[::2] == [0, 0]


def test_b3_is_right_for_a_perfect_answer_and_for_one_cluster_each() -> None:
    assert b3("aab", [1, 1, 2]) == (1.0, 1.0)
    precision, recall = b3("aabb", [1, 2, 3, 4])
    assert (precision, recall) == (1.0, 0.5)


def test_ecbplus_layout_is_read(tmp_path: Path) -> None:
    for name, text in (("1_1ecb", QUAKE[0]), ("1_2ecb", QUAKE[1]), ("1_1ecbplus", ACCORD[0]), ("40_1ecb", "Other")):
        tokens = "".join(f'<token sentence="1">{word}</token>' for word in text.split())
        (tmp_path / f"{name}.xml").write_text(f'<Document><token sentence="0">http</token>{tokens}</Document>', "utf-8")
    n, figures = score_stories(tmp_path)
    assert n == 3
    assert figures["b3_f1"] > 0.7


def test_ecbplus_floor() -> None:
    folder = SHARED / "data" / "measure" / "ecbplus" / "xml"
    if not folder.exists():
        pytest.skip("the set ecbplus is not on this machine")
    assert score_stories(folder)[1]["b3_f1"] > 0.9
