"""`tidings check`: whether a store is whole."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from tidings.cli.console import out, plain
from tidings.cli.options import store_option
from tidings.store import Store


@click.command(
    epilog="""\b
Examples:
  tidings check --store record.duckdb
"""
)
@store_option
def command(store: Path) -> None:
    """Check that a store is whole: its tables, ids, pointers, texts and counts.

    Exit status: 0 whole, 1 faults (a line each), 2 wrong use.
    """
    with Store(store, read_only=True) as open_store:
        faults = open_store.check()
        counts = [] if faults else [open_store.count(table) for table in ("documents", "event_mentions", "events")]
    console = out()
    for fault in faults:
        console.print(plain(fault), soft_wrap=True)
    if faults:
        sys.exit(1)
    reports, mentions, events = counts
    console.print(f"{store} is whole: {reports} reports, {mentions} mentions, {events} events", markup=False)
