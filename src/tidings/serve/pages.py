"""Pages for people. The templates escape every word that comes from a report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from jinja2 import Environment, FunctionLoader

from tidings.store import EventRow, Telling, Why

FILTERS = ("actor", "recipient", "type", "since", "until", "place")
#: (a stretch of a sentence, the CSS class that marks it)
Piece = tuple[str, str]


@cache
def _environment() -> Environment:
    folder = files("tidings") / "data" / "pages"
    return Environment(loader=FunctionLoader(lambda name: (folder / name).read_text("utf-8")), autoescape=True)


def events_page(events: Sequence[EventRow], given: Mapping[str, str]) -> str:
    """The list of events with its filters."""
    page = _environment().get_template("events.html")
    return page.render(events=events, given=given, filters=FILTERS, side=_side, day=_day)


def why_page(why: Why) -> str:
    """One event, and each sentence it was read from with its evidence marked."""
    page = _environment().get_template("why.html")
    return page.render(event=why.event, tellings=why.tellings, pieces=pieces, side=_side, day=_day)


def pieces(telling: Telling) -> list[Piece]:
    """The sentence cut where its evidence begins and ends: trigger, sides, and the rest."""
    text, start = telling.sentence.text, telling.sentence.span.start
    marks = [""] * len(text)
    for side, kind in ((telling.actors, "side"), (telling.recipients, "side"), ((telling.trigger,), "trigger")):
        for words in side:
            for at in range(max(0, words.span.start - start), min(len(text), words.span.end - start)):
                marks[at] = kind
    cut: list[Piece] = []
    for character, mark in zip(text, marks, strict=True):
        if cut and cut[-1][1] == mark:
            cut[-1] = (cut[-1][0] + character, mark)
        else:
            cut.append((character, mark))
    return cut


def _side(names: Sequence[str], codes: Sequence[str]) -> str:
    return ", ".join(f"{name} ({code})" if code else name for name, code in zip(names, codes, strict=True))


def _day(event: EventRow) -> str:
    if event.earliest == event.latest:
        return str(event.earliest or "")
    if event.latest is None:
        return f"since {event.earliest}"
    return f"{event.earliest} to {event.latest}" if event.earliest else f"by {event.latest}"
