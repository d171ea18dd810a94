"""`tidings merge`: the user's word that events are one."""

from __future__ import annotations

from pathlib import Path

import click

from tidings.cli.console import out
from tidings.cli.options import store_option
from tidings.store import Store


@click.command(
    epilog="""\b
Examples:
  tidings merge evt-3f2a evt-91c0 --store record.duckdb
"""
)
@click.argument("events", metavar="EVENT EVENT...", nargs=-1, required=True)
@store_option
def command(events: tuple[str, ...], store: Path) -> None:
    """Say that events are one and the same.

    The word is kept apart from what Tidings found: it holds when reports are added or read again, until `tidings split`
    says otherwise. An EVENT is an id, or as much of its beginning as tells it from the others.
    """
    from tidings.engine import merge_store

    with Store(store) as open_store:
        mentions = open_store.say_together(events)
        merge_store(open_store)
        event = open_store.why(mentions[0]).event
    out().print(f"{event.id} now holds all {event.mentions} mentions, of {event.reports} reports", markup=False)
