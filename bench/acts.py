"""The acts marked by hand in real reports, against those Tidings finds: `python -m bench.acts [dev|train]`.

`training/reports/*.tsv` holds the marks: offsets into real reports. Rules may be mended on `train`, `dev` is for
choosing; neither has a report of `../shared/gold`, nor one that `bench/judgements.py` draws from. An act is found where
an event of its type stands on its word or, failing that, in its sentence; each event answers one act. `--errors N`
shows N of each kind; `--json` prints the figures alone.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from training.acts import Act, Written
from training.reports import acts_of, marked_reports

from tidings.engine import Reader
from tidings.record import Analysis, EventMention, Participant, Span

#: The marks name the act itself: by PLOVER's rules a future meeting is AGREE, an announced withdrawal CONCEDE.
SAME = {("CONSULT", "AGREE"), ("COOPERATE", "AGREE"), ("AID", "AGREE"), ("SUPPORT", "AGREE"), ("RETREAT", "CONCEDE"),
        ("RETREAT", "AGREE"), ("CONCEDE", "AGREE"), ("SANCTION", "COERCE"), ("COERCE", "SANCTION")}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Match:
    """A marked act and the event that answers it; one of them is missing where there is no answer."""

    analysis: Analysis
    written: Written
    act: Act | None
    event: EventMention | None


def matches(name: str, reader: Reader) -> Iterator[Match]:
    """Every marked act of a file with its event, then every event that answers none."""
    marked = list(marked_reports(name))
    read = reader.read([report.document for report in marked])
    for report, analysis in zip(marked, read, strict=True):
        if isinstance(analysis, Analysis):
            yield from _pair(analysis, acts_of(report), report.end)


def _pair(analysis: Analysis, written: Written, end: int) -> Iterator[Match]:
    free = [event for event in analysis.events if event.trigger.end <= end]
    acts = [act for act in written.acts if act.event_type != "NONE"]
    spans = [sentence.span for sentence in analysis.sentences]
    answers: dict[int, EventMention] = {}
    for near in (_on_word, _in_sentence):
        for number, act in enumerate(acts):
            fitting = [event for event in free if number not in answers and near(act, event, spans)]
            if fitting:
                answers[number] = min(fitting, key=lambda event: abs(event.trigger.start - act.start))
                free.remove(answers[number])
    yield from (Match(analysis, written, act, answers.get(number)) for number, act in enumerate(acts))
    yield from (Match(analysis, written, None, event) for event in free)


def _on_word(act: Act, event: EventMention, _: list[Span]) -> bool:
    return _typed(act, event) and event.trigger.overlaps(Span(act.start, act.end))


def _in_sentence(act: Act, event: EventMention, spans: list[Span]) -> bool:
    span = spans[event.sentence]
    return _typed(act, event) and span.start <= act.start < span.end


def _typed(act: Act, event: EventMention) -> bool:
    return act.event_type == event.event_type or (act.event_type, event.event_type) in SAME


def figures(found: Iterable[Match]) -> dict[str, float]:
    """Precision, recall and F1 of acts of any status and of those that happened, and the sides of the acts found."""
    tally: Counter[str] = Counter()
    for match in found:
        tally.update(_tally(match))
    shares = {
        "precision": tally["found"] / max(1, tally["events"]),
        "recall": tally["found"] / max(1, tally["acts"]),
        "who": tally["who"] / max(1, tally["found"]),
        "whom": tally["whom"] / max(1, tally["found"]),
        "who_and_whom": tally["both"] / max(1, tally["found"]),
        "happened": tally["happened"] / max(1, tally["found"]),
        "counted_precision": tally["counted_right"] / max(1, tally["counted"]),
        "counted_recall": tally["counted_right"] / max(1, tally["told"]),
    }
    harmonic = 2 * tally["found"] / max(1, tally["events"] + tally["acts"])
    return {"acts": tally["acts"], "events": tally["events"], "f1": harmonic} | shares


def _tally(match: Match) -> Iterator[str]:
    act, event = match.act, match.event
    told = act is not None and act.status == ""
    if act:
        yield "acts"
    if told:
        yield "told"
    if event:
        yield "events"
        if event.counts:
            yield "counted"
    if act and event:
        yield "found"
        who, whom = sides_right(match)
        yield from (name for name, right in (("who", who), ("whom", whom), ("both", who and whom)) if right)
        if told == event.counts or event.event_type == "AGREE" != act.event_type:
            yield "happened"
        if told and event.counts:
            yield "counted_right"


def sides_right(match: Match) -> tuple[bool, bool]:
    """Whether the event's actors, and its recipients, are the marked parties: none more, none less.

    A side without a mark is right where the event has nobody of its own sentence there.
    """
    act, event = match.act, match.event
    assert act and event
    return _right(match, act.actors, event.actors), _right(match, act.recipients, event.recipients)


def _right(match: Match, marked: tuple[int, ...], side: tuple[Participant, ...]) -> bool:
    assert match.event
    sentence = match.analysis.sentences[match.event.sentence].span
    here = [one.span for one in side if sentence.start <= one.span.start < sentence.end]
    parties = [[Span(*place) for place in match.written.parties[number]] for number in marked]
    taken = [any(span.overlaps(place) for place in places for span in here) for places in parties]
    strays = [span for span in here if not any(span.overlaps(place) for places in parties for place in places)]
    return all(taken) and not strays


def show(found: Iterable[Match], count: int, seed: int = 1) -> None:
    """Prints some of each kind of error: missed, made up, wrong sides, wrong status."""
    kinds: dict[str, list[Match]] = {"missed": [], "made up": [], "sides": [], "status": []}
    for match in found:
        for kind in _errors(match):
            kinds[kind].append(match)
    for kind, those in kinds.items():
        print(f"\n===== {kind}: {len(those)}")
        for match in random.Random(seed).sample(those, min(count, len(those))):
            print(_line(match))


def _errors(match: Match) -> Iterator[str]:
    if match.act is None:
        yield "made up"
    elif match.event is None:
        yield "missed"
    else:
        if not all(sides_right(match)):
            yield "sides"
        if (match.act.status == "") != match.event.counts:
            yield "status"


def _line(match: Match) -> str:
    text, act, event = match.written.text, match.act, match.event
    at = act.start if act else event.trigger.start if event else 0
    sentence = next(s.span for s in match.analysis.sentences if s.span.start <= at < s.span.end)
    lines = [f"- {match.written.where} > {' '.join(sentence.slice(text).split())}"]
    if act:
        sides = ([text[slice(*match.written.parties[n][0])] for n in side] for side in (act.actors, act.recipients))
        lines.append(f"    marked {act.event_type}/{act.mode}@{act.status} {text[act.start : act.end]!r} {list(sides)}")
    if event:
        sides = ([match.analysis.text(one.span) for one in side] for side in (event.actors, event.recipients))
        lines.append(
            f"    found  {event.event_type}/{event.mode}@{event.factuality.in_words} "
            f"{match.analysis.text(event.trigger)!r} {list(sides)} {event.evidence.origin}"
        )
    return "\n".join(lines)


def main() -> None:
    """Prints the figures, and errors where they are asked for."""
    parser = argparse.ArgumentParser()
    parser.add_argument("name", nargs="?", default="dev", choices=("dev", "train"))
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    found = list(matches(options.name, Reader()))
    measured = figures(found)
    print(
        json.dumps(measured)
        if options.json
        else "\n".join(f"{name:18} {value:.3f}" for name, value in measured.items())
    )
    if options.errors:
        show(found, options.errors)


if __name__ == "__main__":
    main()
