"""Pages for people. The templates escape every word that comes from a report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from jinja2 import Environment, FunctionLoader

from tidings.store import EventRow, Why
from tidings.store.pieces import pieces

FILTERS = ("actor", "recipient", "type", "since", "until", "place")


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


def _side(names: Sequence[str], codes: Sequence[str]) -> str:
    return ", ".join(f"{name} ({code})" if code else name for name, code in zip(names, codes, strict=True))


def _day(event: EventRow) -> str:
    if event.earliest == event.latest:
        return str(event.earliest or "")
    if event.latest is None:
        return f"since {event.earliest}"
    return f"{event.earliest} to {event.latest}" if event.earliest else f"by {event.latest}"
