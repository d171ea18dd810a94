"""The real texts that people marked for training: those of DESIGN section 6 whose text may teach, by their ids."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from tidings.read import ReadOptions, read_path
from tidings.record import Document

DATA = Path(__file__).resolve().parents[2] / "shared/data"


@cache
def real_reports() -> Mapping[str, Document]:
    """Every report of raw_wikinews by its id, and the texts of re3d, QA-SRL, MASC, EWT and GUM by set and name
    ("re3d:4f1a").
    """
    read = (item for item in read_path(DATA / "text/raw_wikinews", ReadOptions()) if isinstance(item, Document))
    known = {document.id: document for document in read}
    return known | {name: Document.of(text, ()) for name, text in (*_re3d(), *_qasrl(), *_masc(), *_trees())}


def _re3d() -> Iterator[tuple[str, str]]:
    for path in sorted((DATA / "train/re3d").glob("*/documents.json")):
        yield from ((f"re3d:{row['_id']}", row["text"]) for row in _rows(path))


def _qasrl() -> Iterator[tuple[str, str]]:
    """The sentences of one report are few and need not follow one another."""
    found: dict[str, list[str]] = {}
    with (DATA / "train/qasrl_wikinews/wikinews.dev.sentences.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            _, source, report, *_ = row["qasrl_id"].split(":")
            found.setdefault(f"qasrl:{source}:{report}", []).append(row["sentence"])
    yield from ((name, "\n".join(sentences)) for name, sentences in found.items())


def _masc() -> Iterator[tuple[str, str]]:
    for row in _rows(DATA / "text/raw_masc_news/masc_newspaper.jsonl"):
        yield f"masc:{row['id'].split('/')[-1]}", "\n".join(row["sents"])


def _trees() -> Iterator[tuple[str, str]]:
    """The training parts of the treebanks: their weblogs, news, speeches and interviews are like what Tidings reads."""
    for name, pattern in (("ewt", "ud_ewt/*-train.conllu"), ("gum", "gum_*/ud/train/*.conllu")):
        for path in sorted((DATA / "train").glob(pattern)):
            for document in path.read_text("utf-8").split("# newdoc id = ")[1:]:
                sentences = re.findall(r"^# text = *(.*?)\s*$", document, re.MULTILINE)
                yield f"{name}:{document.split(maxsplit=1)[0]}", "\n".join(sentences)


def _rows(path: Path) -> Iterator[dict[str, str]]:
    return (json.loads(line) for line in path.read_text("utf-8-sig").splitlines() if line.strip())
