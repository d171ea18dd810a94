"""Pages for people. The templates escape every word that comes from a report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from functools import cache
from importlib.resources import files

from jinja2 import Environment, FunctionLoader

from tidings.store import EventRow, Telling, Why
from tidings.store.pieces import pieces

#: The filters, and what each takes, for example.
FILTERS = {
    "actor": "CHN, or a name",
    "recipient": "AFG REB",
    "type": "CONSULT/visit",
    "since": "2021-01-01",
    "until": "2021-12-31",
    "place": "Tehran",
}
QUADS = ("verbal cooperation", "material cooperation", "verbal conflict", "material conflict")


@cache
def _environment() -> Environment:
    folder = files("tidings") / "data" / "pages"
    return Environment(loader=FunctionLoader(lambda name: (folder / name).read_text("utf-8")), autoescape=True)


def events_page(events: Sequence[EventRow], given: Mapping[str, str], most: int) -> str:
    """The list of events with its filters; `most` is the number at which it ends."""
    page = _environment().get_template("events.html")
    return page.render(events=events, given=given, filters=FILTERS, quads=QUADS, most=most, side=_side, day=_day)


def why_page(why: Why) -> str:
    """One event, and each sentence it was read from with its evidence marked."""
    page = _environment().get_template("why.html")
    return page.render(event=why.event, tellings=why.tellings, pieces=pieces, side=_side, day=_day)


def _side(names: Sequence[str], codes: Sequence[str]) -> str:
    return ", ".join(f"{name} ({code})" if code else name for name, code in zip(names, codes, strict=True))


def _day(dated: EventRow | Telling) -> str:
    """As exactly as it is known: a day, a month, a year, or the two ends."""
    earliest, latest = dated.earliest, dated.latest
    if earliest == latest:
        return str(earliest or "")
    if latest is None:
        return f"since {earliest}"
    if earliest is None:
        return f"by {latest}"
    whole = earliest.day == 1 and (latest + timedelta(days=1)).day == 1 and earliest.year == latest.year
    if whole and earliest.month == latest.month:
        return f"{earliest:%Y-%m}"
    if whole and (earliest.month, latest.month) == (1, 12):
        return f"{earliest:%Y}"
    return f"{earliest} to {latest}"
