"""The real reports as examples: every sentence that was read, with its acts, its cues and its names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache

from tidings.record import Sentence, Span
from training.acts import Written
from training.names import tag
from training.reports import Mark, Marked, acts_of, marked_reports
from training.tags import O
from training.trees import Example
from training.written import example_of, head_of, read_sentences

#: How much these names teach of UNER's: marked by other readers, with its customs in mind.
PLAIN = 0.5


def dev_examples() -> Iterator[Example]:
    """The acts of the reports that nobody learns from."""
    for report in marked_reports("dev"):
        yield from _examples(report, None, None)


def real_examples() -> Iterator[Example]:
    """Of all reports but those of `dev.tsv`; what nobody looked for in a sentence is left unsaid."""
    acts, cues, names = (_by_report(name) for name in ("train", "cues", "names"))
    for report in dict.fromkeys((*acts, *cues, *names)):
        if report not in _held():
            yield from _examples(acts.get(report), cues.get(report), names.get(report))


@cache
def _held() -> frozenset[str]:
    return frozenset(report.document.id for report in marked_reports("dev"))


def _by_report(name: str) -> Mapping[str, Marked]:
    return {report.document.id: report for report in marked_reports(name)}


def _examples(acts: Marked | None, cues: Marked | None, names: Marked | None) -> Iterator[Example]:
    known = next(report for report in (acts, cues, names) if report)
    text = known.document.text
    written = acts_of(acts) if acts else None
    for sentence in read_sentences(known.document):
        span = sentence.span
        example = Example(known.document.id, [token.span.slice(text) for token in sentence.tokens], plain=0.0)
        if written and acts and span.end <= acts.end:
            example.acts = example_of(_within(written, span), sentence).acts
        if cues and span.end <= cues.end:
            example.cues = list(_cues(cues.marks, sentence))
        if names and span.end <= names.end:
            example.names, example.plain = _names(names.marks, sentence, example.forms), PLAIN
        if example.acts or example.cues is not None or example.names:
            yield example


def _within(written: Written, span: Span) -> Written:
    """What of a report's parties and acts stands in one sentence."""
    acts = [act for act in written.acts if span.start <= act.start < span.end]
    numbers = {number for act in acts for number in (*act.actors, *act.recipients)}
    return replace(written, acts=acts, parties={number: written.parties[number] for number in numbers})


def _cues(marks: list[Mark], sentence: Sentence) -> Iterator[tuple[int, list[int], list[int]]]:
    for mark in marks:
        word = _head(sentence, (mark.start, mark.end))
        if word:
            source, content = (
                [head for party in side for place in party if (head := _head(sentence, place))] for side in mark.sides
            )
            yield word, source, content


def _head(sentence: Sentence, place: tuple[int, int]) -> int | None:
    """The main word, from 1, of a place that lies wholly in the sentence."""
    return head_of(sentence, *place) if sentence.span.contains(Span(*place)) else None


def _names(marks: list[Mark], sentence: Sentence, forms: list[str]) -> list[int]:
    tokens = sentence.tokens
    spans = []
    for mark in marks:
        inside = [i for i, token in enumerate(tokens) if mark.start < token.span.end and token.span.start < mark.end]
        if inside:
            spans.append((inside[0], inside[-1] + 1, (mark.mark,)))
    return tag(forms, spans, O)
