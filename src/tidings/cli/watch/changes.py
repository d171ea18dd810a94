"""How the dyads of a record stand, and what of it is new since the last watch."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tidings.cli.plot.groups import dyads_of
from tidings.cli.ties import tie_event
from tidings.store import EventRow, Watched
from tidings.ties import Coverage, TieEvent, Trend, series, trends

#: A dyad is watched from this many events on that took place: with fewer there is no verdict (three on each side).
FEWEST = 6
#: A turning point within these days of a known one is the same: more news moves it a little.
SAME_TURN = timedelta(days=35)
_UNWATCHED, _TOLD = "not watched", frozenset({"warming", "cooling"})


@dataclass(frozen=True, slots=True)
class Change:
    """What changed of a dyad, in a few words, why in a sentence, and the events that show it."""

    dyad: str
    what: str
    reason: str
    events: tuple[TieEvent, ...]


def standing(rows: Sequence[EventRow], read: Sequence[Coverage] = ()) -> dict[str, Trend]:
    """The trend of each pair of states (and bodies of none) that has events enough, by its name.

    `read` is what the record could know day by day.
    """
    dyads = {name: some for name, some in sorted(dyads_of(rows).items()) if len(some) >= FEWEST}
    many = [series(map(tie_event, some), "week", coverage=read) for some in dyads.values()]
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


def changes(
    now: Mapping[str, Trend], before: Mapping[str, Watched], fresh: Collection[str] = frozenset()
) -> Iterator[Change]:
    """What is new of each dyad: another verdict, a turning point, an alert. `fresh` are the ids of the new events.

    Of a dyad that was not watched before, only what new events show is told, not its whole past.
    """
    for name, trend in now.items():
        yield from _changes(name, trend, before.get(name), frozenset(fresh))


def _changes(name: str, trend: Trend, was: Watched | None, fresh: frozenset[str]) -> Iterator[Change]:
    known = was or Watched(_UNWATCHED)
    if trend.verdict != known.verdict and (was or trend.verdict in _TOLD):
        told = f"{trend.verdict} (probability {trend.probability:.2f})" if trend.probability else trend.verdict
        yield Change(name, f"{told}; was {known.verdict}", trend.reason, trend.evidence[:2])
    for turn in trend.turning_points:
        if not any(abs(turn.day - date.fromisoformat(day)) <= SAME_TURN for day in known.turns):
            what = f"turned {'up' if turn.after > turn.before else 'down'} in the week of {turn.day}"
            if was or _shown_by(turn.events, fresh):
                reason = f"Mean score {turn.before:+.1f} before, {turn.after:+.1f} since."
                yield Change(name, what, reason, turn.events[:2])
    for alert in trend.alerts:
        new = f"{alert.day} {alert.kind}" not in known.alerts
        if new and (was or _shown_by(alert.events, fresh)):
            yield Change(name, f"{alert.kind} on {alert.day}", alert.reason, alert.events[:2])


def _shown_by(events: Sequence[TieEvent], fresh: frozenset[str]) -> bool:
    return any(event.event_id in fresh for event in events)
