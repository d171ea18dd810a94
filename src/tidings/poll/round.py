"""One poll: the feeds asked, their new pages read, and what came of both noted in the store."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from tidings.engine import Reader, Tally, ingest
from tidings.poll.feeds import Asked, ask_feed
from tidings.poll.pages import MOST_TRIES, Fetcher, Page
from tidings.poll.turns import host_of, side_by_side
from tidings.read import ReadItem, SetAside
from tidings.read.web.client import Client
from tidings.store import Feed, FetchedPage, Store

#: A host is asked for so many pages in one poll; the rest wait for the next.
PAGES_A_HOST = 100


@dataclass(slots=True)
class Poll:
    """What a poll did.

    Feeds asked, those of them with nothing new, those that failed, those that rest after a failure; pages left to the
    next poll; and the tally of the reports.
    """

    asked: int = 0
    unchanged: int = 0
    failed: int = 0
    resting: int = 0
    left: int = 0
    tally: Tally = field(default_factory=Tally)


def poll(
    store: Store,
    reader: Reader,
    tell: Callable[[Tally, str | None], None],
    *,
    client: Client | None = None,
    now: datetime | None = None,
) -> Poll:
    """Ask every feed of the store that may be asked now (`now` is in UTC), and ingest the pages that are new.

    One bad feed never stops a poll: its failure is told, kept with its reason, and it is asked again later. `tell` is
    as in `ingest`. What was asked for is noted when its reports are in the store, so a poll that was killed loses none.
    """
    now = now or datetime.now(UTC).replace(tzinfo=None, microsecond=0)
    round_ = _Round(store, client or Client(), now)
    pages = round_.ask()
    for asked in round_.feeds.values():
        if asked.problem:
            tell(
                round_.done.tally,
                f"the feed {asked.url}: {asked.problem}; it rests until {asked.due:%Y-%m-%d %H:%M} UTC",
            )
    round_.done.tally = ingest(round_.read(pages), store, reader, tell, seen=now)
    store.feeds.note(round_.feeds.values(), round_.fetched)
    return round_.done


class _Round:
    """The feeds as they are after this poll, by address, and the pages it asked for."""

    def __init__(self, store: Store, client: Client, now: datetime) -> None:
        self._store = store
        self._client = client
        self._now = now
        self.feeds: dict[str, Feed] = {}
        self.fetched: list[FetchedPage] = []
        self.done = Poll()

    def ask(self) -> list[Page]:
        """The new pages of every feed that may be asked now."""
        feeds = self._store.feeds.all()
        due = [feed for feed in feeds if feed.due is None or feed.due <= self._now]
        self.done.asked, self.done.resting = len(due), len(feeds) - len(due)
        found = list(side_by_side(due, lambda feed: feed.url, lambda feed: ask_feed(feed, self._client, self._now)))
        for asked in found:
            self.feeds[asked.feed.url] = asked.feed
            self.done.failed += asked.feed.problem is not None
            self.done.unchanged += asked.feed.problem is None and not asked.is_new
        return list(self._within_bounds(self._new(found)))

    def read(self, pages: Iterable[Page]) -> Iterator[ReadItem]:
        """The reports in these pages, noted as they come."""
        fetcher = Fetcher(self._client, self._now)
        for got in side_by_side(pages, lambda page: page.entry.url, fetcher.fetch):
            problem = got.item.reason if isinstance(got.item, SetAside) else None
            entry = got.page.entry
            if got.tries > got.page.tries:
                self.fetched.append(FetchedPage(entry.url, got.page.feed.url, self._now, got.tries, problem))
            if got.item is None:
                self._leave(got.page)
            else:
                yield got.item

    def _new(self, found: Iterable[Asked]) -> Iterator[Page]:
        """The pages that were never fetched, each once, however many feeds list it."""
        listed = {entry.url: Page(asked.feed, entry, 0) for asked in found for entry in asked.entries}
        tried = self._store.feeds.fetched(listed)
        held = self._store.feeds.in_record(listed.keys() - tried.keys())
        for url, page in listed.items():
            tries = tried[url].tries if url in tried else 0
            if url not in held and tries < MOST_TRIES:
                yield replace(page, tries=tries)

    def _within_bounds(self, pages: Iterable[Page]) -> Iterator[Page]:
        asked = Counter[str]()
        for page in pages:
            host = host_of(page.entry.url)
            asked[host] += 1
            if asked[host] <= PAGES_A_HOST:
                yield page
            else:
                self._leave(page)

    def _leave(self, page: Page) -> None:
        """Leaves a page to the next poll, at which its feed must list it again, changed or not."""
        self.done.left += 1
        feed = self.feeds[page.feed.url]
        self.feeds[feed.url] = replace(feed, etag=None, modified=None)
