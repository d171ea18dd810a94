"""Feeds -> the store: every feed asked politely, every new page fetched once and read like any other report."""

from tidings.poll.round import Poll, poll

__all__ = ["Poll", "poll"]
