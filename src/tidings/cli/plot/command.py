"""The command line of `tidings plot`."""

from __future__ import annotations

import sys
from datetime import date
from io import BytesIO
from pathlib import Path

import click

from tidings.cli.options import check_period, period_options, store_option
from tidings.cli.plot.kinds import KINDS, Asked
from tidings.errors import UsageError
from tidings.store import Store


@click.command(
    epilog="""\b
Examples:
  tidings plot dyad "Saudi Arabia" Iran --store record.duckdb --out ties.png
  tidings plot heatmap --store record.duckdb --out dyads.svg
  tidings plot heatmap CHN --by week --store record.duckdb --out china.png
  tidings plot network Iran --store record.duckdb --out iran.svg
  tidings plot map --since 2023-01-01 --store record.duckdb --out where.png
"""
)
@click.argument("kind", type=click.Choice(list(KINDS)))
@click.argument("actors", metavar="[A [B]]", nargs=-1)
@store_option
@period_options
@click.option("--by", type=click.Choice(["week", "month"]), default="month", show_default=True)
@click.option("--format", "form", type=click.Choice(["png", "svg"]), help="As --out ends, if not given; else png.")
@click.option("--out", "target", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file.")
def command(
    kind: str,
    actors: tuple[str, ...],
    store: Path,
    since: date | None,
    until: date | None,
    by: str,
    form: str | None,
    target: Path | None,
) -> None:
    """Draw a picture of the record, fit to print: PNG at 300 points an inch, or SVG.

    \b
    dyad A B            two actors over time: level, turning points, strongest events
    quads A B           how many events of each quad there were
    heatmap [A]         the dyads of the record, or those of A, one row each
    network A           who A deals with, how much and how kindly
    calendar [A [B]]    what took place, day by day
    map [A [B]]         what took place where

    A and B are codes ("CHN", "AFG REB"), ids or names. Only events that took place are drawn, each once.
    """
    check_period(since, until)
    _check_actors(kind, actors)
    picture = BytesIO()
    with Store(store, read_only=True) as open_store:
        form = form or _ending(target)
        KINDS[kind].draw(Asked(open_store, actors, since, until, by), picture, form)
    if target:
        target.write_bytes(picture.getvalue())
    elif sys.stdout.isatty():
        raise click.UsageError(f"a picture is not for the terminal; give --out {kind}.png")
    else:
        sys.stdout.buffer.write(picture.getvalue())


def _check_actors(kind: str, actors: tuple[str, ...]) -> None:
    fewest, most = KINDS[kind].fewest, KINDS[kind].most
    if not fewest <= len(actors) <= most:
        raise UsageError(f"`tidings plot {kind}` takes {KINDS[kind].takes}; {len(actors)} were given")


def _ending(target: Path | None) -> str:
    return "svg" if target and target.suffix.lower() == ".svg" else "png"
