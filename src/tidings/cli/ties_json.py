"""A dyad as JSON."""

from __future__ import annotations

from typing import Any

from tidings.ties import QUADS, Interval, Line, Period, Series, TieEvent, Trend

Json = dict[str, Any]


def ties_json(actor: str, other: str, dyad: Series, found: Trend) -> Json:
    """The series of a dyad, its trend, and the events behind both; scores -10 to 10, days as ISO strings."""
    return {
        "actor": actor,
        "other": other,
        "by": dyad.by,
        "first": _day(dyad.first),
        "last": _day(dyad.last),
        "periods": [_period(period) for period in dyad.periods],
        "not_counted": dyad.not_counted,
        "undated": dyad.unplaced,
        **_trend(found),
        "evidence": [event_json(event) for event in found.evidence],
        "events": [event_json(event) for event in dyad.events],
    }


def _trend(found: Trend) -> Json:
    return {
        "verdict": found.verdict,
        "probability": _number(found.probability),
        "reason": found.reason,
        "turn": _day(found.turn),
        "early_mean": _number(found.early),
        "late_mean": _number(found.late),
        "error": _number(found.error),
        "levels": [
            {"start": str(one.start), "end": str(one.end), "events": one.events, **_interval(one.interval)}
            for one in found.levels
        ],
        "turning_points": [
            {
                "day": str(one.day),
                "before": _number(one.before),
                "after": _number(one.after),
                "events": [event.event_id for event in one.events],
            }
            for one in found.turning_points
        ],
        "alerts": [
            {
                "kind": one.kind,
                "day": str(one.day),
                "reason": one.reason,
                "events": [event.event_id for event in one.events],
            }
            for one in found.alerts
        ],
        "expectation": _expectation(found),
    }


def _expectation(found: Trend) -> Json | None:
    expected = found.expectation
    if expected is None:
        return None
    return {
        "start": str(expected.start),
        "end": str(expected.end),
        **_interval(expected.interval),
        "error": _number(expected.error),
        "baselines": {name: _number(error) for name, error in expected.baselines.items()},
        "months": expected.months,
    }


def _period(period: Period) -> Json:
    return {
        "start": str(period.start),
        "end": str(period.end),
        "counts": dict(zip(QUADS, period.counts, strict=True)),
        "net_sum": _number(period.net_sum),
        "net_mean": _number(period.net_mean),
        "goldstein_sum": _number(period.goldstein_sum),
        "goldstein_mean": _number(period.goldstein_mean),
        "happened": _line(period.happened),
        "said": _line(period.said),
        "reports": period.reports,
        "mentioning": period.mentioning,
    }


def _line(line: Line) -> Json:
    return {"events": line.events, "net_sum": _number(line.net_sum), "net_mean": _number(line.net_mean)}


def _interval(interval: Interval) -> Json:
    bounds = {"interval_80": interval.inner, "interval_95": interval.outer}
    return {"level": _number(interval.mean), **{name: [_number(one) for one in pair] for name, pair in bounds.items()}}


def event_json(event: TieEvent) -> Json:
    """One event of a dyad, with the sentence it was read from."""
    return {
        "id": event.event_id,
        "date": _day(event.date),
        "quad": event.quad,
        "score": event.score,
        "goldstein": event.goldstein,
        "event_type": event.event_type,
        "said": event.said,
        "direction": event.direction,
        "sources": list(event.sources),
        "sentence": event.text,
        "reports": event.reports,
    }


def _day(day: object) -> str | None:
    return None if day is None else str(day)


def _number(value: float | None) -> float | None:
    return None if value is None else round(value, 3)
