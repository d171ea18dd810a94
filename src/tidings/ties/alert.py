"""Alerts: what a watcher of a dyad would want to be told of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from tidings.ties.event import TieEvent
from tidings.ties.kalman import Fit
from tidings.ties.turning import Dated, pulling, within
from tidings.ties.weeks import Weeks

#: Kinds of alert: contact and force for the first time in the record, and anew after a long time without.
BAND, CONTACT, FORCE = "outside its band", "first contact", "first use of force"
ANEW = {CONTACT: "contact again", FORCE: "use of force again"}
#: A week is outside the band where its mean is this many deviations, and points, from what the weeks before foretold.
FARTHEST, LEAST = 2.6, 2.0
#: A dyad has a band after this many events.
KNOWN = 8
#: Contact after this many days without is news, and so is force.
QUIET = {CONTACT: 183, FORCE: 365}
KINDS = {CONTACT: frozenset({"CONSULT"}), FORCE: frozenset({"ASSAULT"})}
_MONTH = 30.44


@dataclass(frozen=True, slots=True)
class Alert:
    """One alert: its kind, the day of it, a sentence of reason, and the events behind it."""

    kind: str
    day: date
    reason: str
    events: tuple[TieEvent, ...]


def alerts(dated: Dated, first: date, weeks: Weeks, fitted: Fit, row: int) -> tuple[Alert, ...]:
    """The alerts of one dyad, in order of day; `first` is the day from which the record is known."""
    found = [*_band(dated, weeks, fitted, row), *_firsts(dated, first, CONTACT), *_firsts(dated, first, FORCE)]
    return tuple(sorted(found, key=lambda alert: (alert.day, alert.kind)))


def _band(dated: Dated, weeks: Weeks, fitted: Fit, row: int) -> Iterator[Alert]:
    known = weeks.count[row].cumsum() - weeks.count[row]
    gap = weeks.mean[row] - fitted.ahead[row]
    outside = (abs(gap) > FARTHEST * fitted.ahead_error[row]) & (abs(gap) >= LEAST)
    for week in (outside & (known >= KNOWN) & (weeks.count[row] > 0)).nonzero()[0].tolist():
        day = weeks.monday(week)
        expected = float(fitted.ahead[row, week])
        events = pulling(within(dated, day, day + timedelta(days=7)), expected, float(gap[week]))
        mean, number = weeks.mean[row, week], int(weeks.count[row, week])
        told = f"{number} event{'' if number == 1 else 's'} of this week (mean {mean:+.1f})"
        yield Alert(BAND, day, f"{told} against {expected:+.1f} by the weeks before.", events)


def _firsts(dated: Dated, first: date, kind: str) -> Iterator[Alert]:
    """The first of a kind after a time without, in which the record was kept."""
    before: date | None = None
    for day, event in dated:
        if event.event_type not in KINDS[kind]:
            continue
        quiet = (day - (before or first)).days
        if quiet >= QUIET[kind] or (kind == FORCE and before is None):
            yield Alert(ANEW[kind] if before else kind, day, _since(quiet, before), (event,))
        before = day


def _since(quiet: int, before: date | None) -> str:
    if before:
        return f"The first in {round(quiet / _MONTH)} months; the one before was on {before}."
    if quiet < _MONTH:
        return "The first of the series."
    return f"The first since the series begins, {round(quiet / _MONTH)} months before."
