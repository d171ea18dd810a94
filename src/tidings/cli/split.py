"""`tidings split`: the user's word that mentions are not of an event."""

from __future__ import annotations

from pathlib import Path

import click

from tidings.cli.console import out
from tidings.cli.options import store_option
from tidings.store import Store


@click.command(
    epilog="""\b
Examples:
  tidings split evt-3f2a evm-07bd evm-5511 --store record.duckdb
"""
)
@click.argument("event")
@click.argument("mentions", metavar="MENTION...", nargs=-1, required=True)
@store_option
def command(event: str, mentions: tuple[str, ...], store: Path) -> None:
    """Say that mentions are not of the event they were merged into.

    The word is kept apart from what Tidings found: it holds when reports are added or read again, until `tidings merge`
    says otherwise. `tidings why EVENT` lists the mentions with their ids; the beginning of an id will do.
    """
    from tidings.engine import merge_store

    with Store(store) as open_store:
        apart = open_store.say_apart(event, mentions)
        merge_store(open_store)
        events = sorted({open_store.why(mention).event.id for mention in apart})
    out().print(f"{', '.join(apart)} now of {', '.join(events)}", markup=False)
