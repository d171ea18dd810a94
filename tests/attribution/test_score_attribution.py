from __future__ import annotations

import json
from pathlib import Path

import pytest

from tidings.evaluate.attribution import score_attribution
from tidings.record import Analysis, Attribution, Document, Evidence, Source, Span

TEXT = "“We are ready,” the envoy said. “We leave.” Others wait."


def span(words: str) -> Span:
    at = TEXT.index(words)
    return Span(at, at + len(words))


def said(source: str, cue: str, content: str, id: str, parent: str | None = None) -> Attribution:
    evidence = Evidence("d", span(content), "rule", 1.0)
    return Attribution(id, Source(span(source), None), span(cue), span(content), "direct", None, None, parent, evidence)


def score(tmp_path: Path, *found: Attribution) -> dict[str, float]:
    gold = {"Source": [tuple_of("the envoy")], "Cue": [tuple_of("said")]}
    gold["Content"] = [tuple_of("“We are ready,”"), tuple_of("“We leave.”")]
    file = tmp_path / "set.jsonl"
    file.write_text(json.dumps({"id": "1", "text": TEXT, "attributions": [gold]}) + "\n", "utf-8")
    n, figures = score_attribution(file, lambda text: Analysis(Document.of(text, ()), attributions=found))
    assert n == 1
    return figures


def tuple_of(words: str) -> tuple[int, int]:
    return span(words).start, span(words).end


def test_both_stretches_under_one_cue_are_exact(tmp_path: Path) -> None:
    figures = score(
        tmp_path, said("the envoy", "said", "We are ready", "a"), said("the envoy", "said", "We leave.", "b")
    )
    assert set(figures.values()) == {1.0}


def test_one_stretch_overlaps(tmp_path: Path) -> None:
    figures = score(tmp_path, said("envoy", "said", "We are ready", "a"))
    assert figures["source_exact_f1"] == figures["content_exact_f1"] == 0
    assert figures["source_overlap_f1"] == figures["content_overlap_f1"] == figures["all_overlap_f1"] == 1


def test_a_second_prediction_costs_precision_unless_nested(tmp_path: Path) -> None:
    right, wrong = said("envoy", "said", "We are ready", "a"), said("Others", "wait", "We", "b")
    assert score(tmp_path, right, wrong)["cue_f1"] == pytest.approx(2 / 3)
    nested = said("Others", "wait", "We", "b", parent="a")
    assert score(tmp_path, right, nested)["cue_f1"] == 1


def test_nothing_found(tmp_path: Path) -> None:
    assert set(score(tmp_path).values()) == {0.0}


def test_a_stored_text_that_was_normalised_is_aligned(tmp_path: Path) -> None:
    given, stored = "Oﬃce: Then Ann said they left", "Office: Then Ann said they left"

    def at(text: str, words: str) -> tuple[int, int]:
        return text.index(words), text.index(words) + len(words)

    roles = {"Source": "Ann", "Cue": "said", "Content": "they left"}
    gold = {role: [at(given, words)] for role, words in roles.items()}
    file = tmp_path / "set.jsonl"
    file.write_text(json.dumps({"id": "1", "text": given, "attributions": [gold]}) + "\n", "utf-8")
    source, cue, content = (Span(*at(stored, words)) for words in roles.values())
    evidence = Evidence("d", content, "rule", 1.0)
    found = Attribution("a", Source(source, None), cue, content, "indirect", None, None, None, evidence)
    _, figures = score_attribution(file, lambda _: Analysis(Document.of(stored, ()), attributions=(found,)))
    assert set(figures.values()) == {1.0}
