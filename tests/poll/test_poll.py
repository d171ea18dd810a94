"""Feeds polled from a server on this machine: each page read once, each failure told, nothing hostile let in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from tidings.cli import main
from tidings.engine import Reader, Tally
from tidings.errors import ReadError
from tidings.poll import Poll, poll
from tidings.poll.rest import asked_rest
from tidings.read.web.client import Client
from tidings.read.web.feed import clean_title, read_feed
from tidings.store import Store
from web_server import Site, serving

NOON = datetime(2024, 3, 6, 12)
STORY = "<html><body><article><h1>{0}</h1><p>{1}</p><p>A ministry spokesman said so in {2} on Tuesday.</p></article>"


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as running:
        yield running


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "record.duckdb") as open_store:
        yield open_store


def rss(*links: str, title: str = "Example Wire") -> bytes:
    items = "".join(
        f"<item><title>Report {n}</title><link>{link}</link><pubDate>Tue, 05 Mar 2024 10:00:00 GMT</pubDate></item>"
        for n, link in enumerate(links)
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>{title}</title>{items}</channel></rss>'.encode()


def put_story(site: Site, path: str, words: str, city: str = "Nairobi") -> str:
    return site.put(path, STORY.format(f"News from {city}", words, city).encode())


class Polls:
    """Polls of one store, each an hour after the last, and what they told."""

    def __init__(self, store: Store, reader: Reader) -> None:
        self.store, self.reader, self.now, self.told = store, reader, NOON, list[str]()

    def __call__(self, later: timedelta = timedelta(hours=1)) -> Poll:
        self.now += later
        self.told = []
        client = Client(private=True, pause=0, seconds=3)
        return poll(self.store, self.reader, self._tell, client=client, now=self.now)

    def _tell(self, _: Tally, complaint: str | None) -> None:
        if complaint:
            self.told.append(complaint)


@pytest.fixture
def polls(store: Store, reader: Reader) -> Polls:
    return Polls(store, reader)


def test_new_pages_are_read_once_with_the_day_and_the_name_of_their_feed(
    site: Site, store: Store, polls: Polls
) -> None:
    one = put_story(site, "/1", "Uganda expelled two Kenyan diplomats on Monday.")
    store.feeds.add(site.put("/feed", rss(one), ETag='"a"'), NOON)
    done = polls()
    assert (done.asked, done.tally.added, done.tally.events >= 1) == (1, 1, True)
    why = store.why(store.events()[0].id)
    assert why.tellings[0].published == date(2024, 3, 5)
    assert (polls().unchanged, site.asked["/1"]) == (1, 1)
    two = put_story(site, "/2", "Kenya sent food to Uganda on Monday.")
    site.put("/feed", rss(one, two), ETag='"b"')
    assert (polls().tally.added, site.asked["/1"], site.asked["/2"]) == (1, 1, 1)
    assert store.count("documents") == 2 and store.feeds.all()[0].title == "Example Wire"


def test_one_bad_feed_stops_nothing_and_rests(site: Site, store: Store, polls: Polls) -> None:
    story = put_story(site, "/1", "Uganda expelled two Kenyan diplomats on Monday.")
    for path, body, status in (("/page", b"<html>no feed", 200), ("/off", b"", 503), ("/gone", b"", 410)):
        store.feeds.add(site.put(path, body, status), NOON)
    store.feeds.add(site.put("/slow", b"", 429, Retry_After="36000"), NOON)
    store.feeds.add("http://127.0.0.1:1/feed", NOON)
    store.feeds.add(site.put("/feed", rss(story)), NOON)
    done = polls()
    assert (done.asked, done.failed, done.tally.added) == (6, 5, 1)
    assert sum("status 410" in line for line in polls.told) == 1 and any("neither RSS" in line for line in polls.told)
    again = polls(timedelta(minutes=5))
    assert (again.asked, again.resting) == (1, 5)
    third = polls(timedelta(hours=1))
    assert (third.asked, third.resting) == (5, 1)  # the one that asked for ten hours rests
    assert {feed.failures for feed in store.feeds.all()} == {0, 1, 2}


def test_a_page_that_cannot_be_had_is_asked_for_three_times(site: Site, store: Store, polls: Polls) -> None:
    story, off = put_story(site, "/1", "Kenya sent food to Uganda on Monday."), site.put("/off", b"", 503)
    missing, picture = site.url("/missing"), site.put("/picture", b"\x89PNG", Content_Type="image/png")
    feed = site.put("/feed", rss(missing, picture, story, off), ETag='"a"')
    store.feeds.add(feed, NOON)
    first = polls()
    assert (first.tally.added, first.tally.aside, first.left) == (1, 2, 1)
    assert any("status 404" in line for line in polls.told) and any("image/png" in line for line in polls.told)
    assert [polls().left, polls().tally.aside, polls().unchanged] == [1, 1, 1]
    assert (site.asked["/off"], site.asked["/1"], site.asked["/missing"]) == (3, 1, 1)


def test_a_host_that_asks_for_patience_is_left_to_the_next_poll(site: Site, store: Store, polls: Polls) -> None:
    pages = [site.put(f"/{n}", b"", 429, Retry_After="60") for n in range(4)]
    store.feeds.add(site.put("/feed", rss(*pages), ETag='"a"'), NOON)
    assert (polls().left, sum(site.asked[f"/{n}"] for n in range(4))) == (4, 1)


def test_robots_are_obeyed(site: Site, store: Store, polls: Polls) -> None:
    site.put("/robots.txt", b"User-agent: Tidings\nDisallow: /closed/")
    closed = put_story(site, "/closed/1", "Uganda expelled two Kenyan diplomats on Monday.")
    store.feeds.add(site.put("/feed", rss(closed)), NOON)
    done = polls()
    assert (done.tally.added, done.tally.aside, site.asked["/closed/1"]) == (0, 1, 0)
    assert "robots.txt" in polls.told[0]


def test_a_feed_may_not_send_tidings_to_this_machine(site: Site, store: Store, reader: Reader) -> None:
    store.feeds.add(site.put("/feed", rss(site.url("/1"))), NOON)
    told: list[str | None] = []
    done = poll(store, reader, lambda _, complaint: told.append(complaint), client=Client(pause=0), now=NOON)
    assert done.failed == 1 and "private network" in str(told[0])
    assert not site.asked


def test_links_and_titles_of_a_hostile_feed_are_clean() -> None:
    feed = rss("javascript:alert(1)", "file:///etc/passwd", " /a b ", "https://a.test/1#x", "https://a.test/1")
    content = read_feed(
        feed.replace(b"Example Wire", b"W&lt;script&gt;x()&lt;/script&gt;ire"), "https://nile.test/feed"
    )
    assert [entry.url for entry in content.entries] == ["https://nile.test/a%20b", "https://a.test/1"]
    assert content.title == "Wire"
    assert content.entries[0].published == date(2024, 3, 5)


def test_an_atom_feed_is_read() -> None:
    atom = b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Nile Post</title><entry><title type="html">Talks
      &lt;b&gt;open&lt;/b&gt;</title><link href="https://nile.test/1"/><updated>2024-03-05T10:00:00Z</updated></entry></feed>"""
    (entry,) = read_feed(atom, "https://nile.test/feed").entries
    assert (entry.url, entry.title, entry.published) == ("https://nile.test/1", "Talks open", date(2024, 3, 5))


@pytest.mark.parametrize(
    "data",
    [
        b"", b"/etc/passwd", b"http://127.0.0.1:9/feed", b"<html><body>No feed.</body></html>", b"\x00" * 1000,
        b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
        + b"".join(b'<!ENTITY b%d "%s">' % (n, (b"&b%d;" % (n - 1) if n else b"&a;") * 30) for n in range(9))
        + b"]><rss><channel><title>&b8;</title></channel></rss>",
        b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss><channel><title>&a;</title></channel></rss>',
        b"<rss><channel>" + b"<item>" * 100_000, b"x" * 6_000_000,
    ],
    ids=range(9),
)  # fmt: skip
def test_what_is_no_feed_is_refused_or_harmless(data: bytes) -> None:
    try:
        content = read_feed(data, "https://nile.test/feed")
    except ReadError as error:
        assert str(error)
    else:
        assert len(content.entries) <= 500 and "root:" not in (content.title or "")


@pytest.mark.parametrize(
    ("title", "clean"),
    [
        ("A <b>b</b> &amp; c", "A b & c"),
        ("<script>alert(1)</script>Talks", "Talks"),
        ("Talks &lt;script src=x&gt;steal()", "Talks"),
        ("\u202eTal\u200bks\x07", "Talks"),
        ("<" * 9000, "<" * 300),
        ("2 < 3 and 4 > 1", "2 < 3 and 4 > 1"),
        ("", None),
    ],
)
def test_titles_are_plain_words(title: str, clean: str | None) -> None:
    assert clean_title(title) == clean


def test_patience_is_bounded() -> None:
    assert asked_rest("99999999999999", NOON) == NOON + timedelta(days=1)
    assert asked_rest("Thu, 07 Mar 2024 00:00:00 GMT", NOON) == datetime(2024, 3, 7)
    assert asked_rest("soon", NOON) is asked_rest("", NOON) is asked_rest("-5", NOON) is None


def test_the_list_of_feeds(tmp_path: Path) -> None:
    def run(*arguments: str) -> tuple[int, str]:
        result = CliRunner().invoke(main, [*arguments, "--store", str(tmp_path / "r.duckdb")])
        return result.exit_code, result.output

    assert "added" in run("feeds", "add", "https://nile.test/feed")[1]
    assert "already" in run("feeds", "add", "https://nile.test/feed")[1]
    assert "never" in run("feeds", "list")[1]
    assert run("feeds", "add", "javascript:x")[0] == 2
    assert run("feeds", "remove", "https://other.test/feed")[0] == 2
    assert run("feeds", "remove", "https://nile.test/feed")[0] == 0
    status, told = run("poll")
    assert status == 2 and "feeds add" in told
