"""The measures of trees and names, on sentences written for the test."""

from __future__ import annotations

from pathlib import Path

import pytest

from tidings.encoder import Encoder
from tidings.errors import UsageError
from tidings.evaluate.names import score_names
from tidings.evaluate.tree import read_treebank, score_tree

CONLLU = """\
# newpar
# text = Egypt doesn't agree.
1	Egypt	Egypt	PROPN	_	Number=Sing	4	nsubj	_	_
2-3	doesn't	_	_	_	_	_	_	_	_
2	does	do	AUX	_	_	4	aux	_	_
3	n't	not	PART	_	_	4	advmod	_	_
4	agree	agree	VERB	_	_	0	root	_	SpaceAfter=No
5	.	.	PUNCT	_	_	4	punct	_	_

# text = Sudan does.
1	Sudan	Sudan	PROPN	_	_	2	nsubj	_	_
2	does	do	VERB	_	_	0	root	_	SpaceAfter=No
3	.	.	PUNCT	_	_	2	punct	_	_

# newpar
# text = Talks ended.
1	Talks	talk	NOUN	_	_	2	nsubj:outer	_	_
2	ended	end	VERB	_	_	0	root	_	SpaceAfter=No
3	.	.	PUNCT	_	_	2	punct	_	_
"""


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder.load()


def test_the_text_is_rebuilt(tmp_path: Path) -> None:
    (tmp_path / "a.conllu").write_text(CONLLU, "utf-8")
    bank = read_treebank(tmp_path / "a.conllu")
    assert bank.text == "Egypt doesn't agree. Sudan does.\n\nTalks ended."
    words = [token.span.slice(bank.text) for sentence in bank.sentences for token in sentence.tokens]
    assert words == [word for forms in bank.forms for word in forms]
    assert [sentence.span.slice(bank.text) for sentence in bank.sentences] == [
        "Egypt doesn't agree.",
        "Sudan does.",
        "Talks ended.",
    ]


def test_trees_are_scored(tmp_path: Path, encoder: Encoder) -> None:
    (tmp_path / "a.conllu").write_text(CONLLU, "utf-8")
    n, figures = score_tree(tmp_path, encoder)
    assert n == 3
    assert figures["raw_tokens"] == figures["raw_sentences"] == 1
    assert figures["las"] >= figures["las_full"]
    assert figures["uas"] >= figures["las"] > 0.8


def test_a_wrong_head_costs(tmp_path: Path, encoder: Encoder) -> None:
    (tmp_path / "a.conllu").write_text(CONLLU, "utf-8")
    (tmp_path / "b.conllu").write_text(CONLLU.replace("4\tpunct", "1\tpunct"), "utf-8")
    right, wrong = (score_tree(tmp_path / name, encoder)[1] for name in ("a.conllu", "b.conllu"))
    assert right["uas"] - wrong["uas"] == pytest.approx(1 / 11)


@pytest.mark.parametrize(
    ("name", "line"),
    [("x-test.iob2", "{0}\t{1}\t{2}\t-\t-\n"), ("test.txt", "{1}\t{2}\n")],
)
def test_names_are_scored(tmp_path: Path, encoder: Encoder, name: str, line: str) -> None:
    kinds = {"x-test.iob2": ("LOC", "OTH"), "test.txt": ("country", "misc")}[name]
    words = ["Egypt", "and", "China", "signed", "a", "treaty", "."]
    tags = [f"B-{kinds[0]}", "O", f"B-{kinds[0]}", "O", "O", f"B-{kinds[1]}", "O"]
    rows = [line.format(i, word, tag) for i, (word, tag) in enumerate(zip(words, tags, strict=True), 1)]
    (tmp_path / name).write_text("".join(rows) + "\n", "utf-8")
    assert score_names(tmp_path, encoder) == (1, {"f1": 1, "precision": 1, "recall": 1})


def test_an_empty_folder_is_wrong_use(tmp_path: Path, encoder: Encoder) -> None:
    with pytest.raises(UsageError):
        score_names(tmp_path, encoder)
    with pytest.raises(UsageError):
        score_tree(tmp_path, encoder)
