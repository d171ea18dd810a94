"""`tidings demo`: the whole way, on the bundled reports."""

from __future__ import annotations

import tempfile
from importlib.resources import as_file, files
from pathlib import Path

import click
from rich.console import Console
from rich.progress import Progress

from tidings.cli.console import err, out
from tidings.cli.events import table_of
from tidings.cli.page import print_page
from tidings.cli.ties import dyad_events, print_ties
from tidings.engine import Reader, Tally, ingest
from tidings.read import ReadItem, read_path
from tidings.record import Document
from tidings.store import EventQuery, Store
from tidings.ties import series, trend
from tidings.ties.picture import draw_dyad

#: The report that is shown whole: the one whose title holds these words; and the dyad whose ties are drawn.
SHOWN_REPORT = "Saudi Arabia and Iran"
DYAD = ("Saudi Arabia", "Iran")
MOST_EVENTS = 25


@click.command(
    epilog="""\b
Examples:
  tidings demo
  tidings demo --folder /tmp/demo
"""
)
@click.option(
    "--folder",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where to leave demo.duckdb and demo.png; a temporary folder if not given.",
)
def command(folder: Path | None) -> None:
    """Read the bundled reports; show one with its evidence, the events, and one dyad's ties with its picture.

    The reports were written for Tidings about public events that took place; outlets are marked as samples.
    """
    folder = folder or Path(tempfile.mkdtemp(prefix="tidings-"))
    folder.mkdir(parents=True, exist_ok=True)
    console, reader = out(), Reader()
    with as_file(files("tidings") / "data" / "sample" / "reports.jsonl") as sample:
        items = list(read_path(sample))
    _show_report(console, reader, items)
    store = folder / "demo.duckdb"
    store.unlink(missing_ok=True)
    with Store(store) as open_store:
        tally = _ingest(items, open_store, reader)
        _show_events(console, open_store, tally)
        picture = _show_ties(console, open_store, folder)
    console.print(f"\nThe record is {store}, the picture {picture}. Go on with:", markup=False)
    console.print(f'  tidings events --store {store} --actor China --recipient "AFG REB"', markup=False)
    console.print(f"  tidings ties Australia China --store {store}", markup=False)
    console.print("  tidings read FILE --published DATE", markup=False)


def _ingest(items: list[ReadItem], store: Store, reader: Reader) -> Tally:
    with Progress(console=(console := err()), transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task(f"reading {len(items)} bundled reports", total=len(items))

        def tell(tally: Tally, complaint: str | None) -> None:
            progress.update(task, completed=tally.added)
            if complaint:
                progress.console.print(complaint, markup=False)

        return ingest(items, store, reader, tell)


def _show_report(console: Console, reader: Reader, items: list[ReadItem]) -> None:
    reports = [item for item in items if isinstance(item, Document)]
    shown = next((report for report in reports if SHOWN_REPORT in (report.title or "")), reports[0])
    console.print("1. One report, with its evidence", style="bold reverse")
    print_page(console, reader.analyse(shown), reader.quads)


def _show_events(console: Console, store: Store, tally: Tally) -> None:
    console.print(f"\n2. The record: {tally.events} events in {tally.added} reports", style="bold reverse")
    events = store.events(EventQuery(counts_only=True))
    told_most = sorted(events, key=lambda event: (-event.reports, -event.confidence, event.id))[:MOST_EVENTS]
    console.print(f"The {len(told_most)} that took place and are told by most reports:\n", style="dim")
    in_order = sorted(told_most, key=lambda event: (str(event.earliest or event.latest), event.id))
    console.print(table_of(in_order, console.width))
    if told_most:
        console.print(f"\n`tidings why {in_order[0].id[:12]}` shows what the first of them was read from.", style="dim")


def _show_ties(console: Console, store: Store, folder: Path) -> Path:
    console.print("\n3. Ties", style="bold reverse")
    events, read = dyad_events(store, *DYAD)
    dyad = series(events, "month", coverage=read)
    verdict = trend(dyad)
    print_ties(console, *DYAD, dyad, verdict)
    picture = folder / "demo.png"
    with picture.open("wb") as stream:
        draw_dyad(dyad, *DYAD, stream, verdict)
    return picture
