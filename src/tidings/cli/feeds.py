"""`tidings feeds`: the list of feeds that a store is fed from."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click
from rich.table import Table

from tidings.cli.console import out, plain
from tidings.cli.options import store_option
from tidings.errors import ReadError, UsageError
from tidings.read.web.address import Target
from tidings.store import Store


@click.group(
    epilog="""\b
Examples:
  tidings feeds add https://example.org/world.xml --store record.duckdb
  tidings feeds list --store record.duckdb
  tidings feeds remove https://example.org/world.xml --store record.duckdb
  tidings poll --store record.duckdb
"""
)
def command() -> None:
    """Keep the list of RSS and Atom feeds that `tidings poll` reads into a store."""


@command.command(epilog="\b\nExample:\n  tidings feeds add https://example.org/world.xml --store record.duckdb")
@click.argument("url")
@store_option
def add(url: str, store: Path) -> None:
    """Put a feed on the list; `tidings poll` asks it."""
    url = _address(url)
    with Store(store) as open_store:
        is_new = open_store.feeds.add(url, datetime.now(UTC).replace(tzinfo=None, microsecond=0))
    told = f"added; `tidings poll --store {store}` reads it" if is_new else "is on the list already"
    click.echo(f"{url} {told}")


@command.command(epilog="\b\nExample:\n  tidings feeds remove https://example.org/world.xml --store record.duckdb")
@click.argument("url")
@store_option
def remove(url: str, store: Path) -> None:
    """Take a feed off the list. What was read from it stays in the record."""
    url = _address(url)
    with Store(store) as open_store:
        if not open_store.feeds.remove(url):
            raise UsageError(f"{url} is not on the list; `tidings feeds list --store {store}` shows it")
    click.echo(f"{url} removed; what was read from it stays")


@command.command(name="list", epilog="\b\nExample:\n  tidings feeds list --store record.duckdb")
@store_option
def list_feeds(store: Path) -> None:
    """Show the feeds: when each was asked, what went wrong."""
    with Store(store, read_only=True) as open_store:
        feeds = open_store.feeds.all()
    if not feeds:
        click.echo(f"no feeds; `tidings feeds add URL --store {store}` adds one")
        return
    table = Table("feed", "title", "last asked (UTC)", "problem", box=None, pad_edge=False)
    for feed in feeds:
        problem = f"{feed.problem}; rests until {feed.due:%Y-%m-%d %H:%M}" if feed.problem else ""
        asked = f"{feed.polled:%Y-%m-%d %H:%M}" if feed.polled else "never"
        table.add_row(plain(feed.url), plain(feed.title or ""), asked, plain(problem))
    out().print(table)


def _address(url: str) -> str:
    try:
        return Target.of(url).url
    except ReadError as error:
        raise UsageError(f"{url}: {error}") from None
