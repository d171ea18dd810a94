"""The feeds of a store: which are polled, how the last poll of each went, and which pages were fetched for them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass
from datetime import datetime

from tidings.store.connection import Connection
from tidings.store.schema import TABLES, insert_statement


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: its address, what it calls itself, and how the last poll went.

    Times are in UTC. `due` is when it may be asked again where it has failed, or asked for patience; `etag` and
    `modified` are what its server wants to hear to say that nothing is new; `problem` is None after a poll that went
    well.
    """

    url: str
    title: str | None = None
    added: datetime | None = None
    polled: datetime | None = None
    due: datetime | None = None
    etag: str | None = None
    modified: str | None = None
    failures: int = 0
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class FetchedPage:
    """A page that was fetched for a feed, how often it was tried, and why it could not be had (None: it was)."""

    url: str
    feed: str
    fetched: datetime
    tries: int
    problem: str | None = None


class Feeds:
    """The feeds of one store. Every write is one transaction."""

    def __init__(self, connection: Connection, transaction: Callable[[], AbstractContextManager[Connection]]) -> None:
        self._connection = connection
        self._transaction = transaction

    def all(self) -> list[Feed]:
        """Every feed, in the order of their addresses."""
        columns = ", ".join(TABLES["feeds"])
        return [Feed(*row) for row in self._connection.execute(f"SELECT {columns} FROM feeds ORDER BY url").fetchall()]

    def add(self, url: str, added: datetime) -> bool:
        """Puts a feed in; False where it is there."""
        if any(feed.url == url for feed in self.all()):
            return False
        with self._transaction():
            self._put("feeds", [Feed(url, added=added)])
        return True

    def remove(self, url: str) -> bool:
        """Takes a feed out; False where there is none. What was read from it stays."""
        if not any(feed.url == url for feed in self.all()):
            return False
        with self._transaction():
            self._take("feeds", [url])
        return True

    def fetched(self, urls: Iterable[str]) -> dict[str, FetchedPage]:
        """Those of these pages that were fetched, or tried, before."""
        columns = ", ".join(TABLES["fetched_pages"])
        query = f"SELECT {columns} FROM fetched_pages WHERE url IN (SELECT unnest(?::VARCHAR[]))"
        return {row[0]: FetchedPage(*row) for row in self._connection.execute(query, [list(urls)]).fetchall()}

    def in_record(self, urls: Iterable[str]) -> set[str]:
        """Those of these addresses that a report of the store has."""
        query = "SELECT DISTINCT url FROM documents WHERE url IN (SELECT unnest(?::VARCHAR[]))"
        return {row[0] for row in self._connection.execute(query, [list(urls)]).fetchall()}

    def note(self, feeds: Iterable[Feed], pages: Iterable[FetchedPage]) -> None:
        """Keeps how a poll went: the feeds as they are now, and the pages that were asked for."""
        asked, tried = list(feeds), {page.url: page for page in pages}
        with self._transaction():
            self._take("feeds", [feed.url for feed in asked])
            self._put("feeds", asked)
            self._take("fetched_pages", list(tried))
            self._put("fetched_pages", list(tried.values()))

    def _take(self, table: str, urls: list[str]) -> None:
        self._connection.execute(f"DELETE FROM {table} WHERE url IN (SELECT unnest(?::VARCHAR[]))", [urls])

    def _put(self, table: str, rows: list[Feed] | list[FetchedPage]) -> None:
        if rows:
            held = json.dumps([asdict(row) for row in rows], ensure_ascii=False, default=str)
            self._connection.execute(insert_statement(table), [held])
