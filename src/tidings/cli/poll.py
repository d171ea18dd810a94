"""`tidings poll`: what is new in the feeds of a store, read into it."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from tidings.cli.console import err, out, safe
from tidings.cli.dictionaries import actors_option, reader_with
from tidings.cli.options import store_option
from tidings.engine import Tally
from tidings.errors import UsageError
from tidings.poll import Poll, poll
from tidings.store import Store


@click.command(
    epilog="""\b
Examples:
  tidings feeds add https://example.org/world.xml --store record.duckdb
  tidings poll --store record.duckdb
  */30 * * * *  tidings poll --store /data/record.duckdb    (a line of a crontab)
"""
)
@store_option
@actors_option
def command(store: Path, actors: tuple[Path, ...]) -> None:
    """Ask the feeds of a store for what is new, and read it into the store.

    Each page is fetched once. A host is asked at most once a second, its robots.txt is obeyed, and a feed that fails is
    left alone for a quarter of an hour, doubled each time, up to a day. Nothing on this machine or a private network
    is asked, whatever a feed says.

    Exit status: 0 done, 1 some feeds failed or reports set aside (each with its reason on stderr), 2 wrong use.
    """
    reader = reader_with(actors)
    console = err()

    def tell(tally: Tally, complaint: str | None) -> None:
        if complaint:
            console.print(f"set aside: {safe(complaint)}", markup=False)

    with Store(store) as open_store:
        if not open_store.feeds.all():
            raise UsageError(f"no feeds in {store}; `tidings feeds add URL --store {store}` adds one")
        with console.status("asking the feeds"):
            done = poll(open_store, reader, tell)
    for line in _told(done):
        out().print(line)
    sys.exit(1 if done.failed or done.tally.aside else 0)


def _told(done: Poll) -> list[str]:
    feeds = f"{done.asked} feed{'' if done.asked == 1 else 's'} asked: {done.unchanged} unchanged, {done.failed} failed"
    tally = done.tally
    return [
        feeds + (f"; {done.resting} left alone after a failure" if done.resting else ""),
        f"{tally.added} reports read, {tally.known} known already, {tally.aside} set aside"
        + (f", {done.left} left to the next poll" if done.left else "")
        + f"; {tally.events} events in the record",
    ]
