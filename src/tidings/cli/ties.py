"""`tidings ties`: how the ties of two actors have moved."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from tidings.cli.console import out, plain
from tidings.cli.options import check_period, period_options, store_option
from tidings.cli.page import QUAD_STYLES
from tidings.cli.quotes import quotes_of
from tidings.errors import UsageError
from tidings.lexicon.states import state_names
from tidings.store import EventQuery, EventRow, Store
from tidings.ties import QUADS, Quote, Series, TieEvent, Trend, page, series, sparkline, trend
from tidings.ties.picture import draw_dyad

VERDICT_STYLES = {"warming": "bold cyan", "cooling": "bold red"}


@click.command(
    epilog="""\b
Examples:
  tidings ties CHN "AFG REB" --store record.duckdb
  tidings ties "Saudi Arabia" Iran --store record.duckdb --by week --since 2022-01-01
  tidings ties AUS CHN --store record.duckdb --format png --out ties.png
"""
)
@click.argument("actor", metavar="A")
@click.argument("other", metavar="B")
@store_option
@period_options
@click.option("--by", type=click.Choice(["week", "month"]), default="month", show_default=True)
@click.option("--format", "form", type=click.Choice(["table", "json", "png", "svg", "html"]), default="table")
@click.option("--out", "target", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file.")
def command(
    actor: str,
    other: str,
    store: Path,
    since: date | None,
    until: date | None,
    by: str,
    form: str,
    target: Path | None,
) -> None:
    """Show how the ties of two actors have moved, and which events say so.

    A and B are codes ("CHN", "AFG REB"), ids or names. Only events that took place count, each once, however many
    reports told of it. Scores are PLOVER's, from -10 (violence) to 10 (material help).
    """
    check_period(since, until)
    if form == "table" and target:
        raise click.UsageError(f"a table is for reading here; to write {target} give --format json, png, svg or html")
    with Store(store, read_only=True) as open_store:
        if set(open_store.actors(actor)) & set(open_store.actors(other)):
            raise UsageError(f"{actor!r} and {other!r} mean the same actor; ties are between two")
        rows = open_store.events(EventQuery(between=(actor, other)))
        dyad = series(map(tie_event, rows), by, since, until)
        verdict = trend(dyad)
        quotes = quotes_of(open_store, (event.event_id for event in dyad.events)) if form == "html" else {}
    if form == "table":
        print_ties(out(), actor, other, dyad, verdict)
        return
    _write(_rendered(form, actor, other, dyad, verdict, quotes), form, target)


def tie_event(row: EventRow) -> TieEvent:
    """An event of the store as ties sees it."""
    sides = (", ".join(names[:2]) for names in (row.actor_names, row.recipient_names))
    label = " ".join(filter(None, (next(sides), row.event_type.lower(), next(sides))))
    return TieEvent(
        event_id=row.id,
        date=row.earliest or row.latest,
        latest=row.latest,
        quad=row.quad,
        score=row.score,
        goldstein=row.goldstein,
        text=row.sentence,
        label=label,
        counts=row.counts,
        reports=row.reports,
    )


def _rendered(
    form: str, actor: str, other: str, dyad: Series, verdict: Trend, quotes: Mapping[str, Sequence[Quote]]
) -> bytes:
    if form == "json":
        return json.dumps(_object(actor, other, dyad, verdict), ensure_ascii=False).encode() + b"\n"
    names = [state_names().get(said, said) for said in (actor, other)]
    if form == "html":
        return page(dyad, *names, verdict, quotes)
    picture = BytesIO()
    draw_dyad(dyad, *names, picture, verdict, form)
    return picture.getvalue()


def _write(content: bytes, form: str, target: Path | None) -> None:
    if target:
        target.write_bytes(content)
    elif form in ("png", "svg", "html") and sys.stdout.isatty():
        raise click.UsageError(f"that is not for the terminal; give --out ties.{form}")
    else:
        sys.stdout.buffer.write(content)


def _object(actor: str, other: str, dyad: Series, verdict: Trend) -> dict[str, Any]:
    periods = [
        {
            "start": str(period.start),
            "end": str(period.end),
            "counts": dict(zip(QUADS, period.counts, strict=True)),
            "net_sum": round(period.net_sum, 3),
            "net_mean": None if period.net_mean is None else round(period.net_mean, 3),
        }
        for period in dyad.periods
    ]
    return {
        "actor": actor,
        "other": other,
        "by": dyad.by,
        "periods": periods,
        "not_counted": dyad.not_counted,
        "undated": dyad.unplaced,
        "verdict": verdict.verdict,
        "reason": verdict.reason,
        "early_mean": verdict.early,
        "late_mean": verdict.late,
        "evidence": [_evidence(event) for event in verdict.evidence],
        "events": [_evidence(event) for event in dyad.events],
    }


def _evidence(event: TieEvent) -> dict[str, Any]:
    return {
        "id": event.event_id,
        "date": str(event.date),
        "quad": event.quad,
        "score": event.score,
        "sentence": event.text,
        "reports": event.reports,
    }


def print_ties(console: Console, actor: str, other: str, dyad: Series, verdict: Trend) -> None:
    """The dyad for the terminal: verdict, curve, periods, and the sentences that show it."""
    title = Text.assemble(
        (f"{actor} and {other}: ", "bold"), (verdict.verdict, VERDICT_STYLES.get(verdict.verdict, "bold"))
    )
    console.print(title)
    console.print(plain(verdict.reason))
    if dyad.periods:
        curve = sparkline([period.net_mean for period in dyad.periods], -10, 10)
        first, last = dyad.periods[0].start, dyad.periods[-1].end
        console.print(f"\n{first} {curve} {last}   mean score a {dyad.by}, -10 to 10", markup=False)
        console.print(_periods(dyad))
    left_out = f"{dyad.not_counted} planned, hoped for or denied; {dyad.unplaced} without a day that is known"
    console.print(f"\nleft out: {left_out}", style="dim", markup=False)
    if verdict.evidence:
        console.print("\nThe events that show it", style="bold")
        for event in verdict.evidence:
            line = f"{event.date}  {event.score:+.1f}  {event.event_id}  told by {event.reports}"
            console.print(plain(line, QUAD_STYLES[event.quad]))
            console.print(plain(f"    {' '.join(event.text.split())}"))


def _periods(dyad: Series) -> Table:
    table = Table(box=None, header_style="bold", pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(dyad.by)
    for quad, name in enumerate(QUADS, start=1):
        table.add_column(name, justify="right", header_style=QUAD_STYLES[quad])
    table.add_column("mean score", justify="right")
    for period in dyad.periods:
        if period.events:
            counts = (str(count) if count else "" for count in period.counts)
            name = str(period.start)[: 7 if dyad.by == "month" else 10]
            table.add_row(name, *counts, f"{period.net_mean:+.1f}")
    return table
