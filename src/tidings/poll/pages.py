"""The pages that feeds list: each fetched once, and asked for again only where its server could not answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from tidings.errors import ReadError, UnreachableError
from tidings.poll.turns import host_of
from tidings.read import ReadItem, ReadOptions, SetAside
from tidings.read.media import read_sent
from tidings.read.options import MAX_REPORT_BYTES
from tidings.read.web.client import Answer, Client
from tidings.read.web.feed import Entry
from tidings.read.web.robots import Robots
from tidings.store import Feed

#: A page whose server does not answer is asked for in so many polls.
MOST_TRIES = 3
_COME_AGAIN = frozenset({408, 425, 429})


@dataclass(frozen=True, slots=True)
class Page:
    """A page that a feed lists, and how often it was tried."""

    feed: Feed
    entry: Entry
    tries: int


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came of a page: its report, or why there is none; None where it is left to the next poll."""

    page: Page
    tries: int
    item: ReadItem | None


class Fetcher:
    """Fetches pages. A host that does not answer, or asks for patience, is not asked again in this poll."""

    def __init__(self, client: Client, now: datetime) -> None:
        self._client = client
        self._robots = Robots(client)
        self._now = now
        self._tired: set[str] = set()

    def fetch(self, page: Page) -> Fetched:
        """The report in a page, set aside with its reason where there is none."""
        url = page.entry.url
        if host_of(url) in self._tired:
            return Fetched(page, page.tries, None)
        try:
            answer = self._client.get(url, MAX_REPORT_BYTES, allowed=self._robots.allow)
            if answer.status in _COME_AGAIN or answer.status >= 500:
                raise UnreachableError(f"the server answered with status {answer.status}")
            return Fetched(page, MOST_TRIES, self._read(answer, page))
        except UnreachableError as error:
            self._tired.add(host_of(url))
            tries = page.tries + 1
            return Fetched(page, tries, SetAside(url, None, str(error)) if tries == MOST_TRIES else None)
        except ReadError as error:
            return Fetched(page, MOST_TRIES, SetAside(url, None, str(error)))

    def _read(self, answer: Answer, page: Page) -> ReadItem:
        """The report, with the day and the publisher of the feed where the page tells none."""
        if answer.status != 200:
            raise ReadError(f"the server answered with status {answer.status}")
        today, told = self._now.date(), page.entry.published
        otherwise = ReadOptions(
            published=told if told and told <= today + timedelta(days=1) else None, publisher=page.feed.title
        )
        media = answer.fields.get("content-type", "")
        return read_sent(answer.body, media, url=answer.url, fetched=today, otherwise=otherwise)
