"""`tidings ingest`: reports into a store."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click
from rich.progress import BarColumn, Progress, SpinnerColumn, TaskProgressColumn, TextColumn, TimeElapsedColumn

from tidings.cli.console import Day, err, out, safe
from tidings.cli.dictionaries import actors_option, reader_with
from tidings.cli.options import store_option
from tidings.engine import Tally, ingest
from tidings.read import FORMATS, ReadItem, ReadOptions, read_path
from tidings.store import Store


@click.command(
    epilog="""\b
Examples:
  tidings ingest reports/ --store record.duckdb
  tidings ingest 2019.csv 2020.csv --store record.duckdb
  tidings ingest CC-NEWS-20240305000000-00001.warc.gz --store record.duckdb
  tidings ingest reports/ --store record.duckdb --actors own.csv
"""
)
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@store_option
@click.option("--published", type=Day(), help="The day of reports that do not tell it.")
@click.option("--publisher", help="The publisher of reports that do not tell it.")
@click.option(
    "--format", "form", type=click.Choice(["auto", *(f.name for f in FORMATS)]), default="auto", show_default=True
)
@actors_option
def command(
    paths: tuple[Path, ...],
    store: Path,
    published: date | None,
    publisher: str | None,
    form: str,
    actors: tuple[Path, ...],
) -> None:
    """Read reports into a store: texts, pages, folders, CSV or JSONL of articles, WARC archives.

    Reports that are there already are passed over, so a run that was stopped can simply be run again.

    Exit status: 0 done, 1 some reports set aside (each with its reason on stderr), 2 wrong use.
    """
    reader = reader_with(actors)
    options = ReadOptions(published=published, publisher=publisher, format=form)
    with Store(store) as open_store, _progress() as progress:
        task = progress.add_task("reading", total=None)

        def tell(tally: Tally, complaint: str | None) -> None:
            if complaint:
                progress.console.print(f"set aside: {safe(complaint)}", markup=False)
            progress.update(task, completed=tally.added, description=f"{tally.added} read, {tally.known} known")

        tally = ingest(_items(paths, options), open_store, reader, tell)
        documents = open_store.count("documents")
    out().print(
        f"{tally.added} reports read, {tally.known} known already, {tally.aside} set aside; "
        f"{store} holds {documents} reports and {tally.events} events"
    )
    sys.exit(1 if tally.aside else 0)


def _items(paths: tuple[Path, ...], options: ReadOptions) -> Iterator[ReadItem]:
    for path in paths:
        yield from read_path(path, options)


def _progress() -> Progress:
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(show_speed=True))
    console = err()
    return Progress(*columns, TimeElapsedColumn(), console=console, transient=True, disable=not console.is_terminal)
