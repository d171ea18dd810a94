"""Web pages: articles found, hostile ones survived."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from datetime import date

import pytest
from bench.hostile import KINDS

from tidings.errors import ReadError
from tidings.read import SetAside, read_bytes, read_html
from tidings.read.jsonld import article_facts

PARAGRAPHS = "".join(
    f"<p>Egypt's foreign minister met his Sudanese counterpart in Cairo for round {n} of the talks on the river.</p>"
    for n in range(6)
)
LINKED = (
    '<script type="application/ld+json">{"@graph": [{"@type": "WebPage"}, {"@type": ["NewsArticle"], "headline": '
    '"Talks open in Cairo", "datePublished": "2021-07-28T10:00:00Z", "publisher": {"name": "Nile Post"}, '
    '"mainEntityOfPage": {"@id": "https://nile.test/talks"}, "articleBody": "<p>x</p>"}]}</script>'
)


def page(head: str, body: str = PARAGRAPHS) -> bytes:
    return (
        f"<html><head>{head}</head><body><nav><a href='/'>Home</a></nav><article><h1>Talks open in Cairo</h1>{body}"
        "<h2>Water and trade</h2><p>The two sides also spoke about the dam and the border trade, officials said.</p>"
        "</article></body></html>"
    ).encode()


def test_article_with_its_facts() -> None:
    document = read_html(page(LINKED))
    assert (document.title, document.published) == ("Talks open in Cairo", date(2021, 7, 28))
    assert (document.publisher, document.url) == ("Nile Post", "https://nile.test/talks")
    kinds = [zone.kind.value for zone in document.zones]
    assert kinds[0] == "headline"
    assert "crosshead" in kinds
    assert "round 5" in document.text
    assert "Home" not in document.text


def test_facts_from_meta_tags() -> None:
    head = (
        '<title>Talks open in Cairo</title><meta property="og:site_name" content="Nile Post">'
        '<meta property="article:published_time" content="2021-07-28T10:00:00Z">'
    )
    document = read_html(page(head))
    assert (document.published, document.publisher) == (date(2021, 7, 28), "Nile Post")


def test_what_is_given_goes_before_what_the_page_says() -> None:
    document = read_html(page(LINKED), published=date(2020, 1, 1), publisher="Delta Herald")
    assert (document.published, document.publisher) == (date(2020, 1, 1), "Delta Herald")


def test_undated_page_stays_undated() -> None:
    assert read_html(page("<title>Talks open in Cairo</title>")).published is None


@pytest.mark.parametrize(
    "data",
    [
        b"<html><body>" + b"<p>" * 200_000,
        b"<html>" + b"<div>" * 19_000 + b"Egypt met Sudan in Cairo.",
        b'<html><p a="' + b"x" * 10_000_000 + b'">Egypt met Sudan.</p>',
        b"<html>\x00\x00<body>\x00<p>Egypt met\x00 Sudan.</p>",
        b"\xff\xfe<\x00h\x00t\x00m\x00l\x00>\x00\x00\xd8" * 50,
        b"<html>" + bytes(range(128, 256)) * 200,
        b"<table><tr><td>" * 6_000,
        b"<!DOCTYPE html [" + b'<!ENTITY a "&b;&b;">' * 5_000 + b"]><html>&a;</html>",
        b"<html><script type='application/ld+json'>" + b"[" * 50_000 + b"</script><p>Egypt met Sudan.</p></html>",
        b"<" * 500_000,
        b"<html><body>" + b"<p>Egypt met Sudan in the capital" * 19_000,
        b"not a page at all",
        b"",
    ],
    ids=range(13),
)
def test_hostile_pages_cost_little(data: bytes) -> None:
    read_html(page(LINKED))  # starts the worker, which is not what is measured
    start = time.process_time()
    (found,) = read_bytes(data, "hostile.html")
    assert not isinstance(found, SetAside) or found.reason
    assert time.process_time() - start < 8
    assert read_html(page(LINKED)).title == "Talks open in Cairo"


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_hostile_page_is_read_or_set_aside(kind: str) -> None:
    for seed in (3, 4, 5):
        for found in read_bytes(KINDS[kind](seed), "hostile.html"):
            assert not isinstance(found, SetAside) or found.reason


def test_a_page_makes_no_contact() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.3)
        address = f"http://127.0.0.1:{server.getsockname()[1]}/x"
        linked = f"<link rel='stylesheet' href='{address}'><base href='{address}'><img src='{address}'>"
        for data in (address.encode(), f"{address}<html>{PARAGRAPHS}</html>".replace(" ", "\xa0").encode()):
            list(read_bytes(data, "a.html"))
        read_html(page(LINKED + linked), url=address)
        with pytest.raises(TimeoutError):
            server.accept()


def test_the_worker_is_cut_off() -> None:
    code = (
        "import sys, socket; from tidings.read import page_worker as worker; sys.addaudithook(worker._refuse_contact)\n"
        "try: socket.create_connection(('127.0.0.1', 9))\n"
        "except PermissionError: print('refused')"
    )
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "refused\n"
    )


def test_a_page_that_takes_too_long_is_given_up_and_the_next_one_read() -> None:
    slow = page(LINKED, PARAGRAPHS * 3_000)
    with pytest.raises(ReadError, match=r"within 0\.05 s"):
        read_html(slow, seconds=0.05)
    assert read_html(page(LINKED)).title == "Talks open in Cairo"


@pytest.mark.parametrize(
    "text",
    [
        "<script type='application/ld+json'>{broken</script>",
        "<script type='application/ld+json'>",
        '<script type=\'application/ld+json\'>{"@type": "Person", "name": "Ann"}</script>',
        '<script type=\'application/ld+json\'>{"@type": "NewsArticle", "headline": 3, "publisher": []}</script>',
    ],
)
def test_facts_that_are_none(text: str) -> None:
    assert article_facts(text) == {}
