"""Each feed asked once: what it lists, and how it is now."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from tidings.errors import ReadError
from tidings.poll.rest import asked_rest, failed
from tidings.read.web.client import Answer, Client
from tidings.read.web.feed import MOST_BYTES, Entry, read_feed
from tidings.store import Feed

_GONE = "the feed is gone for good (status 410); `tidings feeds remove` takes it off the list"


@dataclass(frozen=True, slots=True)
class Asked:
    """A feed after it was asked, and what it lists; `is_new` is false where its server says that nothing changed."""

    feed: Feed
    entries: tuple[Entry, ...] = ()
    is_new: bool = False


def ask_feed(feed: Feed, client: Client, now: datetime) -> Asked:
    """The feed as its server gives it now. A failure is kept in the feed, never raised."""
    conditions = {"If-None-Match": feed.etag, "If-Modified-Since": feed.modified}
    known = {name: value for name, value in conditions.items() if value}
    try:
        answer = client.get(feed.url, MOST_BYTES, conditions=known)
        if answer.status not in (200, 304):
            problem = _GONE if answer.status == 410 else f"the server answered with status {answer.status}"
            return Asked(failed(feed, problem, now, answer.fields.get("retry-after", "")))
        return _answered(feed, answer, now)
    except ReadError as error:
        return Asked(failed(feed, str(error), now))


def _answered(feed: Feed, answer: Answer, now: datetime) -> Asked:
    due = asked_rest(answer.fields.get("retry-after", ""), now)
    well = replace(feed, polled=now, due=due, failures=0, problem=None)
    if answer.status == 304:
        return Asked(well)
    content = read_feed(answer.body, answer.url)
    etag, modified = (answer.fields.get(name, "")[:500] or None for name in ("etag", "last-modified"))
    return Asked(replace(well, title=content.title, etag=etag, modified=modified), content.entries, True)
