"""`tidings events`: the events of a store."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from datetime import date
from pathlib import Path

import click
from rich.table import Table
from rich.text import Text

from tidings.cli.console import err, out, plain
from tidings.cli.options import check_period, from_option, period_options, store_option
from tidings.cli.page import QUAD_STYLES, happened
from tidings.errors import UsageError
from tidings.ontology import load_ontology
from tidings.store import EXPORTS, EventQuery, EventRow, Export, Reported, Store, export_named

FORMATS = ("table", *(known.name for known in EXPORTS))
MOST_ROWS = 200
#: The narrowest terminal that shows an event on a line.
WIDE = 120


@click.command(
    epilog="""\b
Examples:
  tidings events --store record.duckdb --actor China --recipient "AFG REB"
  tidings events --store record.duckdb --type CONSULT/visit --since 2021-07-01 --until 2021-07-31
  tidings events --store record.duckdb --source "USA GOV" --actor Iran
  tidings events --store record.duckdb --counts-only --format csv --out events.csv
  tidings events --store record.duckdb --format gdelt --out events.export.CSV
  tidings events --store record.duckdb --from icews --actor CHN
"""
)
@store_option
@click.option("--actor", help='Who acts: a code ("CHN", "AFG REB"), an id, or a name ("Taliban").')
@click.option("--recipient", help="Who is acted upon, named in the same ways.")
@click.option("--source", help="On whose word, named in the same ways.")
@click.option("--type", "kind", help="An event type, TYPE/mode, or the first digits of a CAMEO code.")
@period_options
@click.option("--place", help="A place name, or a country's three letters.")
@click.option("--counts-only", is_flag=True, help="Only what took place: not denied, hoped for, or planned.")
@click.option(
    "--confidence",
    type=click.FloatRange(0, 1),
    default=0.0,
    help="Leave out events told less surely; .45 leaves out the two fifths that are most often wrong.",
)
@from_option
@click.option("--format", "form", type=click.Choice(FORMATS), default="table", show_default=True)
@click.option("--out", "target", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file.")
def command(
    store: Path,
    actor: str | None,
    recipient: str | None,
    source: str | None,
    kind: str | None,
    since: date | None,
    until: date | None,
    place: str | None,
    counts_only: bool,
    confidence: float,
    system: str | None,
    form: str,
    target: Path | None,
) -> None:
    """List the events of a store: who did what to whom, when, where, and whether it happened."""
    check_period(since, until)
    if form == "table" and target:
        raise click.UsageError(f"a table is for reading here; to write {target} give --format csv, json or parquet")
    query = EventQuery(
        actor=actor,
        recipient=recipient,
        type=kind,
        since=since,
        until=until,
        place=place,
        counts_only=counts_only,
        system=system,
        source=source,
        confidence=confidence,
    )
    if kind:
        _check_type(kind)
    with Store(store, read_only=True) as open_store:
        if form == "table":
            _show(open_store.events(query))
        else:
            _export(open_store, query, export_named(form), target)


def _export(store: Store, query: EventQuery, form: Export, target: Path | None) -> None:
    if form.binary and target is None and sys.stdout.isatty():
        raise click.UsageError(f"{form.name} is not for the terminal; give --out events.{form.name}")
    left_out = 0

    def fitting() -> Iterator[Reported]:
        nonlocal left_out
        for told in store.reported(query, tellings=form.tellings):
            if form.happened and not told.event.counts:
                left_out += 1
            else:
                yield told

    with nullcontext(sys.stdout.buffer) if target is None else target.open("wb") as stream:
        form.write(fitting(), stream, store.about())
    if left_out:
        err().print(
            f"{left_out} events that did not take place (denied, planned, hoped for) are left out: {form.name} has no "
            "way to say so; json, csv, parquet and plover have",
            markup=False,
        )


def _check_type(kind: str) -> None:
    types = load_ontology().types
    name = kind.split("/")[0]
    if not name.isdigit() and name.upper() not in types:
        raise UsageError(f"no event type {name!r}; there are {', '.join(types)}, and CAMEO codes")


def _show(events: Sequence[EventRow]) -> None:
    console = out()
    if not events:
        console.print("no event fits; leave out a filter, or see what there is with `tidings events --store S`")
        return
    console.print(table_of(events[:MOST_ROWS], console.width))
    more = (
        f"; {len(events) - MOST_ROWS} more are not shown: give filters, or --format csv"
        if len(events) > MOST_ROWS
        else ""
    )
    console.print(f"{len(events)} event{'' if len(events) == 1 else 's'}{more}", style="dim", markup=False)


def table_of(events: Sequence[EventRow], width: int) -> Table:
    """Events as a table for a terminal so many characters wide: a line each, or on a narrow one a few."""
    return _wide(events) if width >= WIDE else _narrow(events)


def _narrow(events: Sequence[EventRow]) -> Table:
    table = Table(box=None, header_style="bold", pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column("day, id", no_wrap=True)
    table.add_column("who", overflow="fold")
    table.add_column("did what, happened?", no_wrap=True)
    table.add_column("to whom, where", overflow="fold")
    for event in events:
        kind = _kind(event).replace(" ", "\n", 1)
        place = f"\nin {event.place}" if event.place else ""
        table.add_row(
            Text.assemble(day_of(event), (f"\n{event.id[:14]}", "dim")),
            plain(_side(event.actor_names, event.actor_codes)),
            Text.assemble((kind, QUAD_STYLES[event.quad]), "\n", happened(event.factuality)),
            plain(_side(event.recipient_names, event.recipient_codes) + place),
        )
    return table


def _wide(events: Sequence[EventRow]) -> Table:
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
            plain(_kind(event), QUAD_STYLES[event.quad]),
            plain(_side(event.recipient_names, event.recipient_codes)),
            plain(event.place or ""),
            happened(event.factuality),
            str(event.reports),
            event.id,
        )
    return table


def _kind(event: EventRow) -> str:
    return f"{event.event_type}{'/' + event.mode if event.mode else ''} {event.cameo or ''}".strip()


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
