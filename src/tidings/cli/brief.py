"""`tidings brief`: a note on two actors in plain words."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from tidings.cli.options import check_period, period_options, store_option
from tidings.cli.ties import dyad_events
from tidings.lexicon.states import state_names
from tidings.store import EventQuery, Store
from tidings.ties import series, trend


@click.command(
    epilog="""\b
Examples:
  tidings brief "Saudi Arabia" Iran --store record.duckdb
  tidings brief CHN "AFG REB" --since 2021-07-01 --store record.duckdb --format html --out note.html
"""
)
@click.argument("actor", metavar="A")
@click.argument("other", metavar="B")
@store_option
@period_options
@click.option("--format", "form", type=click.Choice(["markdown", "html"]), default="markdown", show_default=True)
@click.option("--out", "target", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file.")
def command(
    actor: str, other: str, store: Path, since: date | None, until: date | None, form: str, target: Path | None
) -> None:
    """Write a note on two actors: what happened, what was said by whom, what is planned, what is disputed, and where
    the trend stands.

    Every statement carries the numbers of the sentences it rests on; they are listed at the end with their reports.
    A and B are codes ("CHN", "AFG REB"), ids or names.
    """
    from tidings.brief import as_html, as_markdown, brief_of

    check_period(since, until)
    with Store(store, read_only=True) as open_store:
        events, read = dyad_events(open_store, actor, other)
        rows = open_store.events(EventQuery(between=(actor, other), since=since, until=until))
        dyad = series(events, "month", since, until, coverage=read)
        names = [state_names().get(said, said) for said in (actor, other)]
        brief = brief_of(names[0], names[1], [open_store.why(row.id) for row in rows], dyad, trend(dyad))
    text = as_markdown(brief) if form == "markdown" else as_html(brief)
    if target:
        target.write_text(text, "utf-8")
    else:
        click.echo(text, nl=False)
