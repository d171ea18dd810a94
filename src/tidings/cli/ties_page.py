"""A dyad for the terminal: verdict, curve, periods, turning points, alerts, and the sentences that show it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from statistics import fmean

from rich.console import Console
from rich.table import Table
from rich.text import Text

from tidings.cli.console import plain
from tidings.cli.page import QUAD_STYLES
from tidings.ties import QUADS, Expectation, Interval, Line, Period, Series, TieEvent, Trend, level_on, sparkline

VERDICT_STYLES = {"warming": "bold cyan", "cooling": "bold red"}
#: Of the alerts, the latest so many are shown.
MOST_ALERTS = 6
#: The narrowest terminal that shows every column of the periods.
WIDE = 130


def print_ties(console: Console, actor: str, other: str, dyad: Series, found: Trend) -> None:
    """The dyad for the terminal: verdict, curve, periods, and the sentences that show it."""
    chance = f" (probability {found.probability:.2f})" if found.probability is not None else ""
    style = VERDICT_STYLES.get(found.verdict, "bold")
    console.print(Text.assemble((f"{actor} and {other}: ", "bold"), (found.verdict, style), chance))
    console.print(plain(found.reason))
    if found.expectation:
        console.print(plain(_expected(found.expectation)))
    if dyad.periods:
        _print_curves(console, dyad, found)
        console.print(_periods(dyad, found, console.width))
    left_out = f"{dyad.not_counted} planned, hoped for or denied; {dyad.unplaced} without a day that is known"
    console.print(f"\nleft out: {left_out}", style="dim", markup=False)
    _print_turns(console, found)
    _print_alerts(console, found)
    if found.evidence:
        console.print("\nThe events that show it", style="bold")
        _print_events(console, found.evidence)


def _expected(expected: Expectation) -> str:
    others = ", ".join(f"{name} {error:.1f}" for name, error in expected.baselines.items())
    return (
        f"Expected in {expected.start:%Y-%m}: {expected.interval.mean:+.1f}, with 80% between "
        f"{_between(expected.interval)}. Mean error over {expected.months} past months {expected.error:.1f}; {others}."
    )


def _print_curves(console: Console, dyad: Series, found: Trend) -> None:
    first, last = dyad.periods[0].start, dyad.periods[-1].end
    levels = (level_on(found.levels, period.end) for period in dyad.periods)
    curves: dict[str, list[float | None]] = {
        f"mean score a {dyad.by}, -10 to 10": [period.net_mean for period in dyad.periods],
        "level": [level.interval.mean if level else None for level in levels],
    }
    room = max(10, console.width - max(map(len, curves)) - len(f"{first}  {last}   "))
    console.print()
    for name, values in curves.items():
        console.print(f"{first} {sparkline(_thinned(values, room), -10, 10)} {last}   {name}", markup=False)
    console.print()


def _thinned(values: Sequence[float | None], most: int) -> list[float | None]:
    """At most so many values: the means of neighbours."""
    size = -(-len(values) // most)
    parts = ([one for one in values[at : at + size] if one is not None] for at in range(0, len(values), size))
    return [fmean(part) if part else None for part in parts]


def _periods(dyad: Series, found: Trend, width: int) -> Table:
    table = Table(box=None, header_style="bold", pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(dyad.by)
    for quad, name in enumerate(QUADS, start=1):
        table.add_column(name, justify="right", header_style=QUAD_STYLES[quad])
    for name in ("mean score", "level", "80% between"):
        table.add_column(name, justify="right", no_wrap=name != "mean score")
    if width >= WIDE:
        for name in ("happened", "said", "Goldstein", "reports naming either"):
            table.add_column(name, justify="right")
    for period in dyad.periods:
        if period.events:
            more = _more(period) if width >= WIDE else ()
            table.add_row(*_row(dyad.by, period, found), *more)
    return table


def _row(by: str, period: Period, found: Trend) -> Iterable[str]:
    yield str(period.start)[: 7 if by == "month" else 10]
    yield from (str(count) if count else "" for count in period.counts)
    yield _signed(period.net_mean)
    level = level_on(found.levels, period.end)
    yield _signed(level.interval.mean if level else None)
    yield _between(level.interval) if level else ""


def _more(period: Period) -> Iterable[str]:
    yield from (_line(line) for line in (period.happened, period.said))
    yield _signed(period.goldstein_mean)
    yield f"{period.mentioning} of {period.reports}" if period.reports else ""


def _between(interval: Interval) -> str:
    low, high = interval.inner
    return f"{low:+z.1f} and {high:+z.1f}"


def _line(line: Line) -> str:
    return f"{line.events}: {_signed(line.net_mean)}" if line.events else ""


def _signed(value: float | None) -> str:
    return "" if value is None else f"{value:+z.1f}"


def _print_turns(console: Console, found: Trend) -> None:
    if found.turning_points:
        console.print("\nTurning points", style="bold")
    for turn in found.turning_points:
        console.print(f"week of {turn.day}  {turn.before:+.1f} -> {turn.after:+.1f}", markup=False)
        _print_events(console, turn.events, "    ")


def _print_alerts(console: Console, found: Trend) -> None:
    if not found.alerts:
        return
    more = len(found.alerts) - MOST_ALERTS
    console.print(f"\nAlerts{f', the latest {MOST_ALERTS} of {len(found.alerts)}' if more > 0 else ''}", style="bold")
    for alert in found.alerts[-MOST_ALERTS:]:
        named = ", ".join(event.event_id for event in alert.events)
        console.print(plain(f"{alert.day}  {alert.kind}: {alert.reason} {named}"))


def _print_events(console: Console, events: Iterable[TieEvent], indent: str = "") -> None:
    for event in events:
        told = f"told by {event.reports} report{'' if event.reports == 1 else 's'}"
        line = f"{indent}{event.date}  {event.score:+.1f}  {event.event_id}  {told}"
        word = next((source for source in event.sources if source), None)
        console.print(plain(f"{line}{f', on the word of {word}' if word else ''}", QUAD_STYLES[event.quad]))
        console.print(plain(f"{indent}    {' '.join(event.text.split())}"))
