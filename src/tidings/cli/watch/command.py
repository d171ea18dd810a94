"""The command line of `tidings watch`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.padding import Padding

from tidings.cli.console import out, plain
from tidings.cli.events import table_of
from tidings.cli.options import store_option
from tidings.cli.page import QUAD_STYLES
from tidings.cli.ties import coverage_of
from tidings.cli.watch.changes import Change, changes, standing, watched
from tidings.store import EventQuery, EventRow, Store, Watch

MOST_ROWS = 40


@click.command(
    epilog="""\b
Examples:
  tidings ingest today/ --store record.duckdb && tidings watch --store record.duckdb
  tidings watch --store record.duckdb --peek
  tidings watch --store record.duckdb --json
"""
)
@store_option
@click.option("--peek", is_flag=True, help="Look without remembering: the next watch tells the same again.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
def command(store: Path, peek: bool, as_json: bool) -> None:
    """Show what has changed since the last watch: new events, dyads that turned or left their band, contacts and
    uses of force for the first time or after long without.

    Run it after each ingest. What was seen is kept in the store; the first watch only takes stock.
    """
    with Store(store, read_only=peek) as open_store:
        last = open_store.last_watch()
        rows = open_store.events(EventQuery(counts_only=True))
        now = standing(rows, coverage_of(open_store))
        fresh: set[str] = open_store.new_events(last.seen_until) if last else set()
        if not peek:
            open_store.remember_watch(Watch(_now(), open_store.seen_until(), watched(now)))
    events = sorted((row for row in rows if row.id in fresh), key=_day)
    found = list(changes(now, last.dyads, fresh)) if last else []
    if as_json:
        click.echo(json.dumps(_object(last, events, found), ensure_ascii=False))
    elif last is None:
        _take_stock(out(), rows, len(now), peek)
    else:
        _show(out(), last, events, found)


def _day(row: EventRow) -> tuple[str, str]:
    return str(row.latest or row.earliest or ""), row.id


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)


def _take_stock(console: Console, rows: Sequence[EventRow], dyads: int, peek: bool) -> None:
    console.print(f"{len(rows)} events that took place; dyads with events enough to be watched: {dyads}", markup=False)
    told = "nothing was kept (--peek)" if peek else "the next watch tells what has changed since this one"
    console.print(told, style="dim", markup=False)


def _show(console: Console, last: Watch, events: Sequence[EventRow], found: Sequence[Change]) -> None:
    console.print(f"since the watch of {last.watched:%Y-%m-%d %H:%M} UTC:", style="dim", markup=False)
    if not events and not found:
        console.print("nothing has changed")
    if found:
        console.print("\nDyads", style="bold")
        for change in found:
            _tell(console, change)
    if events:
        console.print(f"\n{len(events)} new events that took place", style="bold")
        console.print(table_of(events[-MOST_ROWS:], console.width))
        if len(events) > MOST_ROWS:
            console.print(f"the {MOST_ROWS} last by day are shown; --json has all", style="dim", markup=False)


def _tell(console: Console, change: Change) -> None:
    console.print(plain(f"{change.dyad}: {change.what}", "bold"))
    console.print(Padding(plain(change.reason), (0, 0, 0, 2), expand=False))
    for event in change.events:
        line = f"  {event.date}  {event.score:+.1f}  {event.event_id}  {' '.join(event.text.split())}"
        console.print(plain(line, QUAD_STYLES[event.quad]), no_wrap=True, overflow="ellipsis")


def _object(last: Watch | None, events: Sequence[EventRow], found: Sequence[Change]) -> dict[str, Any]:
    return {
        "since": last.watched.isoformat() if last else None,
        "changes": [
            {
                "dyad": change.dyad,
                "what": change.what,
                "reason": change.reason,
                "events": [event.event_id for event in change.events],
            }
            for change in found
        ],
        "events": [
            {"id": row.id, "event_type": row.event_type, "earliest": _iso(row.earliest), "latest": _iso(row.latest),
             "actors": row.actor_names, "recipients": row.recipient_names, "sentence": row.sentence}
            for row in events
        ],
    }  # fmt: skip


def _iso(day: object) -> str | None:
    return str(day) if day else None
