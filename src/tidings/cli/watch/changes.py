"""How the dyads of a record stand, and what of it is new since the last watch."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tidings.cli.plot.groups import dyads_of
from tidings.cli.ties import tie_event
from tidings.store import EventRow, Watched
from tidings.ties import TieEvent, Trend, series, trends

#: A dyad is watched from this many events on that took place: with fewer there is no verdict (three on each side).
FEWEST = 6
#: A turning point within these days of a known one is the same: more news moves it a little.
SAME_TURN = timedelta(days=35)


@dataclass(frozen=True, slots=True)
class Change:
    """What changed of a dyad, in a few words, why in a sentence, and the events that show it."""

    dyad: str
    what: str
    reason: str
    events: tuple[TieEvent, ...]


def standing(rows: Sequence[EventRow]) -> dict[str, Trend]:
    """The trend of each pair of states (and bodies of none) that has events enough, by its name."""
    dyads = {name: some for name, some in sorted(dyads_of(rows).items()) if len(some) >= FEWEST}
    many = [series(map(tie_event, some), "week") for some in dyads.values()]
    return dict(zip(dyads, trends(many), strict=True))


def watched(trends: Mapping[str, Trend]) -> dict[str, Watched]:
    """What a watch keeps of each dyad."""
    return {
        name: Watched(
            trend.verdict,
            tuple(str(turn.day) for turn in trend.turning_points),
            tuple(f"{alert.day} {alert.kind}" for alert in trend.alerts),
        )
        for name, trend in trends.items()
    }


def changes(now: Mapping[str, Trend], before: Mapping[str, Watched]) -> Iterator[Change]:
    """What is new of each dyad: another verdict, a turning point, an alert."""
    for name, trend in now.items():
        yield from _changes(name, trend, before.get(name, Watched("not watched")))


def _changes(name: str, trend: Trend, was: Watched) -> Iterator[Change]:
    if trend.verdict != was.verdict:
        yield Change(name, f"{trend.verdict}; was {was.verdict}", trend.reason, trend.evidence[:2])
    for turn in trend.turning_points:
        if not any(abs(turn.day - _day(known)) <= SAME_TURN for known in was.turns):
            what = f"turned {'up' if turn.after > turn.before else 'down'} in the week of {turn.day}"
            yield Change(name, what, f"Mean score {turn.before:+.1f} before, {turn.after:+.1f} since.", turn.events[:2])
    for alert in trend.alerts:
        if f"{alert.day} {alert.kind}" not in was.alerts:
            yield Change(name, f"{alert.kind} on {alert.day}", alert.reason, alert.events[:2])


def _day(known: str) -> date:
    return date.fromisoformat(known)
