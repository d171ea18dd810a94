"""When a feed may be asked again: back-off after failures, and the patience that its server asks for."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from tidings.store import Feed

#: A feed that fails rests so long, doubled with each failure in a row. No server is given more than a day.
FIRST_REST = timedelta(minutes=15)
LONGEST_REST = timedelta(days=1)


def failed(feed: Feed, problem: str, now: datetime, retry_after: str = "") -> Feed:
    """The feed after one more failure.

    >>> now = datetime(2024, 3, 1, 12)
    >>> [failed(Feed("http://a/", failures=n), "no answer", now).due.isoformat() for n in (0, 2)]
    ['2024-03-01T12:15:00', '2024-03-01T13:00:00']
    """
    rest = min(FIRST_REST * 2 ** min(feed.failures, 10), LONGEST_REST)
    due = max(now + rest, asked_rest(retry_after, now) or now)
    return replace(feed, polled=now, failures=feed.failures + 1, problem=problem[:500], due=due)


def asked_rest(retry_after: str, now: datetime) -> datetime | None:
    """When a server wants to be asked again (Retry-After, seconds or a date), a day off at most; None if it says not.

    >>> asked_rest("3600", datetime(2024, 3, 1, 12)).isoformat()
    '2024-03-01T13:00:00'
    """
    said = retry_after.strip()
    if said.isascii() and said.isdigit():
        return now + timedelta(seconds=min(int(said[:9]), LONGEST_REST.total_seconds()))
    try:
        when = parsedate_to_datetime(said)
        when = when.astimezone(UTC).replace(tzinfo=None) if when.tzinfo else when
        return min(when, now + LONGEST_REST)
    except (ValueError, TypeError, OverflowError):
        return None
