"""`tidings events`: the events of a store."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click
from rich.table import Table

from tidings.cli.console import out, plain
from tidings.cli.options import period_options, store_option
from tidings.cli.page import QUAD_STYLES, happened
from tidings.store import EXPORTS, EventQuery, EventRow, Store, export_named

FORMATS = ("table", *(known.name for known in EXPORTS))
MOST_ROWS = 200


@click.command(
    epilog="""\b
Examples:
  tidings events --store record.duckdb --actor China --recipient "AFG REB"
  tidings events --store record.duckdb --type CONSULT/visit --since 2021-07-01 --until 2021-07-31
  tidings events --store record.duckdb --counts-only --format csv --out events.csv
"""
)
@store_option
@click.option("--actor", help='Who acts: a code ("CHN", "AFG REB"), an id, or a name ("Taliban").')
@click.option("--recipient", help="Who is acted upon, named in the same ways.")
@click.option("--type", "kind", help="An event type, TYPE/mode, or the first digits of a CAMEO code.")
@period_options
@click.option("--place", help="A place name, or a country's three letters.")
@click.option("--counts-only", is_flag=True, help="Only what took place: not denied, hoped for, or planned.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="table", show_default=True)
@click.option("--out", "target", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file.")
def command(
    store: Path,
    actor: str | None,
    recipient: str | None,
    kind: str | None,
    since: date | None,
    until: date | None,
    place: str | None,
    counts_only: bool,
    form: str,
    target: Path | None,
) -> None:
    """List the events of a store: who did what to whom, when, where, and whether it happened."""
    query = EventQuery(
        actor=actor,
        recipient=recipient,
        type=kind,
        since=since,
        until=until,
        place=place,
        counts_only=counts_only,
    )
    with Store(store, read_only=True) as open_store:
        events = open_store.events(query)
    if form == "table":
        _show(events, target)
    elif target:
        with target.open("wb") as stream:
            export_named(form).write(events, stream)
    elif form == "parquet" and sys.stdout.isatty():
        raise click.UsageError("Parquet is not for the terminal; give --out events.parquet")
    else:
        export_named(form).write(events, sys.stdout.buffer)


def _show(events: Sequence[EventRow], target: Path | None) -> None:
    if target:
        raise click.UsageError(f"a table is for reading here; to write {target} give --format csv, json or parquet")
    console = out()
    if not events:
        console.print("no event fits; leave out a filter, or see what there is with `tidings events --store S`")
        return
    console.print(table_of(events[:MOST_ROWS]))
    more = (
        f"; {len(events) - MOST_ROWS} more are not shown: give filters, or --format csv"
        if len(events) > MOST_ROWS
        else ""
    )
    console.print(f"{len(events)} events{more}", style="dim", markup=False)


def table_of(events: Sequence[EventRow]) -> Table:
    """Events as a table for the terminal, one row each."""
    table = Table(box=None, header_style="bold", pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column("day", no_wrap=True)
    for column in ("who", "did what", "to whom", "where", "happened?"):
        table.add_column(column, overflow="fold")
    table.add_column("reports", justify="right")
    table.add_column("id", no_wrap=True, style="dim")
    for event in events:
        table.add_row(
            plain(day_of(event)),
            plain(_side(event.actor_names, event.actor_codes)),
            plain(
                f"{event.event_type}{'/' + event.mode if event.mode else ''} {event.cameo or ''}",
                QUAD_STYLES[event.quad],
            ),
            plain(_side(event.recipient_names, event.recipient_codes)),
            plain(event.place or ""),
            happened(event.factuality),
            str(event.reports),
            event.id,
        )
    return table


def day_of(event: EventRow) -> str:
    """The day of an event as far as it is known."""
    if event.earliest is None:
        return f"by {event.latest}" if event.latest else "?"
    if event.latest is None or event.earliest == event.latest:
        return str(event.earliest)
    return f"{event.earliest}…{str(event.latest)[5:] if event.latest.year == event.earliest.year else event.latest}"


def _side(names: Sequence[str], codes: Sequence[str]) -> str:
    people = [f"{name[:40]} ({code})" if code else name[:40] for name, code in zip(names, codes, strict=True)]
    return ", ".join(people[:3]) + (f" and {len(people) - 3} more" if len(people) > 3 else "")
