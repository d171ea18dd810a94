"""The stages joined: the same reading whatever the batch or the number of processes, and no report lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

import tidings
from tidings.engine import Failure, Reader, without_words
from tidings.read import read_text
from tidings.record import Analysis, Document
from tidings.record.as_json import as_json
from tidings.settings import Settings

REPORT = """Ministers of two river states meet

The foreign minister of Egypt met his Ethiopian counterpart in Khartoum on Wednesday.

A ministry spokesman said Cairo would send engineers to the dam if talks succeed.
"""
OTHER = "Kenyan police arrested three protesters in Nairobi on Monday, the interior ministry said."


def _documents() -> list[Document]:
    texts = [REPORT, OTHER] * 20
    return [
        read_text(f"{text}\n\nNumber {n} of the series.", published=date(2021, 3, 10)) for n, text in enumerate(texts)
    ]


def test_python_reads_a_report() -> None:
    analysis = tidings.read(REPORT, published="2021-03-10")
    meeting = next(event for event in analysis.events if analysis.text(event.trigger) == "met")
    assert meeting.event_type == "CONSULT" and meeting.counts
    assert meeting.when is not None and meeting.when.earliest == date(2021, 3, 10)
    assert meeting.place is not None and meeting.place.name == "Khartoum"
    countries = {actor.id: actor.country for actor in analysis.actors}
    assert [countries[side.actor] for side in meeting.actors if side.actor] == ["EGY"]
    assert [countries[side.actor] for side in meeting.recipients if side.actor] == ["ETH"]


def test_what_is_conditional_does_not_count() -> None:
    analysis = tidings.read(REPORT, published="2021-03-10")
    start = REPORT.index("send")
    assert not any(event.counts for event in analysis.events if event.trigger.start == start)


def test_workers_and_batches_do_not_change_the_reading() -> None:
    documents = _documents()
    alone = [without_words(Reader().analyse(document)) for document in documents[:4]]
    many = list(Reader(Settings(workers=2, batch=4)).read(documents))
    assert [read.document.id for read in many if isinstance(read, Analysis)] == [d.id for d in documents]
    assert many[:4] == alone


def test_one_bad_document_never_stops_a_run(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    documents = _documents()[:3]
    annotate = reader.annotate

    def fail(document: Document, sentences: object) -> Analysis:
        if document.id == documents[1].id:
            raise ValueError("a broken stage")
        return annotate(document, sentences)  # type: ignore[arg-type]

    monkeypatch.setattr(reader, "annotate", fail)
    reads = reader.read_batch(documents)
    assert [type(read) for read in reads] == [Analysis, Failure, Analysis]
    assert "a broken stage" in reads[1].reason  # type: ignore[union-attr]


def test_reading_again_gives_the_same_ids(reader: Reader) -> None:
    first, second = (reader.read_text(REPORT, published=date(2021, 3, 10)) for _ in range(2))
    assert first == second
    ids = [event.id for event in first.events]
    assert len(ids) == len(set(ids))


def test_every_span_of_the_json_is_a_slice_of_the_text(reader: Reader) -> None:
    reading = as_json(reader.read_text(REPORT, published=date(2021, 3, 10)), reader.grade)
    text = reading["document"]["text"]

    def walk(node: object) -> None:
        if isinstance(node, dict):
            if {"text", "start", "end"} <= node.keys():
                assert node["text"] == text[node["start"] : node["end"]]
            for value in node.values():
                walk(value)
        elif isinstance(node, list):
            for value in node:
                walk(value)

    walk({key: value for key, value in reading.items() if key != "document"})
    named = {actor["id"] for actor in reading["actors"]}
    sides = [side["actor"] for event in reading["events"] for side in event["actors"] + event["recipients"]]
    assert {side for side in sides if side} <= named
    said = {attribution["id"] for attribution in reading["attributions"]}
    assert {event["attribution"] for event in reading["events"] if event["attribution"]} <= said


def test_an_undated_report_stays_undated(reader: Reader) -> None:
    analysis = reader.read_text(REPORT)
    assert analysis.document.published is None
    assert all(event.when is None or event.when.earliest is None for event in analysis.events)


def test_hostile_text_is_read_like_any_other(reader: Reader) -> None:
    for text in ("\u202e" * 50, "((((" * 500, "a" * 5000, "😀 " * 300, "\x00\x01x", "“" * 200):
        reader.read_text("Egypt said no. " + text)


def test_documents_do_not_touch_each_other(reader: Reader) -> None:
    documents = _documents()[:6]
    together = reader.read_batch(documents)
    backwards = list(reversed(reader.read_batch(list(reversed(documents)))))
    assert together == backwards
    assert replace(documents[0]) == documents[0]
