"""Rules for dates of which a length gives only one side: "more than two weeks ago", "less than a year after"."""

from __future__ import annotations

from dataclasses import replace

from tidings.annotate.timex.anchor import FUTURE, PAST
from tidings.annotate.timex.chart import Grammar
from tidings.annotate.timex.lengths import Limit
from tidings.annotate.timex.period import Context, Expression, Period, day_of


def add_limits(grammar: Grammar) -> None:
    """Adds these rules."""
    rule = grammar.rule

    @rule("date", "limit ago")
    def _(limit: Limit, _: str) -> Expression:
        return _open(limit, -1, lambda c: day_of(c.reference))

    @rule("date", "limit earlier")
    def _(limit: Limit, _: str) -> Expression:
        return _open(limit, -1, lambda c: day_of(c.narrative))

    @rule("date", "limit later", "limit 'from' 'now'")
    def _(limit: Limit, word: str = "now") -> Expression:
        return _open(limit, 1, lambda c: day_of(c.reference if word == "now" else c.narrative))

    @rule("date", "limit 'before' date", "limit 'prior' 'to' date")
    def _(limit: Limit, start: Expression) -> Expression:
        return _open(limit, -1, start)

    @rule("date", "limit 'after'|'following'|'from' date")
    def _(limit: Limit, start: Expression) -> Expression:
        return _open(limit, 1, start)


def _open(limit: Limit, sign: int, start: Expression) -> Expression:
    """ "More than two weeks ago" ends where two weeks ago lies, "less than two weeks ago" begins there."""

    def read(context: Context) -> Period | None:
        period = start(context)
        edge = period and (period.earliest if sign < 0 else period.latest)
        if not period or not edge:
            return None
        far, near = limit.length.moved(edge, sign), None if limit.least else edge
        at = limit.length.away(edge, sign)
        if not at or not far:
            return replace(period, value=PAST if sign < 0 else FUTURE, earliest=None, latest=None, granularity=None)
        bounds = (near, far) if (sign < 0) == limit.least else (far, near)
        return replace(at, earliest=bounds[0], latest=bounds[1], anchor=period.anchor or edge)

    return read
