"""Web archives made for measuring: pages of invented news, in the layout of Common Crawl's CC-NEWS."""

from __future__ import annotations

import base64
import gzip
import hashlib
import random

_STATES = ("Northland", "Southland", "Eastmark", "Westmark", "Midland", "Highmoor", "Lowmoor", "Farhaven")
_WORDS = ("minister", "envoy", "army", "council", "police", "court", "union", "mayor", "port", "bridge", "dam", "river")


def page(number: int) -> bytes:
    """A page of one invented report; the same number gives the same page."""
    chance = random.Random(number)
    one, other = chance.sample(_STATES, 2)
    body = "".join(
        f"<p>The {chance.choice(_WORDS)} of {one} met the {chance.choice(_WORDS)} of {other} for the {turn}th time, "
        f"and the {' and the '.join(chance.sample(_WORDS, 6))} were spoken of, an official who was there said.</p>\n"
        for turn in range(chance.randint(4, 14))
    )
    menu = "".join(f'<li><a href="/{chance.randrange(10**9)}">{chance.choice(_WORDS)}</a></li>' for _ in range(40))
    return (
        f"<!DOCTYPE html><html><head><title>{one} and {other} meet, report {number}</title>"
        f'<meta property="article:published_time" content="2024-03-0{number % 9 + 1}T10:00:00Z"></head>'
        f"<body><nav><ul>{menu}</ul></nav><article><h1>{one} and {other} meet, report {number}</h1>{body}</article>"
        "</body></html>"
    ).encode()


def url(number: int) -> str:
    """The address the page of that number was crawled from."""
    return f"https://news{number % 50}.example/report/{number}"


def record(kind: str, block: bytes, target: str | None = None) -> bytes:
    """One WARC record."""
    digest = base64.b32encode(hashlib.sha1(block, usedforsecurity=False).digest()).decode()
    fields = [
        "WARC/1.0",
        f"WARC-Type: {kind}",
        "WARC-Date: 2024-03-11T12:00:00Z",
        f"WARC-Record-ID: <urn:uuid:{digest.lower()}>",
        f"Content-Length: {len(block)}",
        f"Content-Type: {'application/warc-fields' if kind == 'warcinfo' else 'application/http; msgtype=response'}",
        f"WARC-Block-Digest: sha1:{digest}",
        *([f"WARC-Target-URI: {target}"] if target else []),
    ]
    return "\r\n".join(fields).encode() + b"\r\n\r\n" + block + b"\r\n\r\n"


def answered(body: bytes, status: str = "200 OK", media: str = "text/html; charset=utf-8", more: str = "") -> bytes:
    """What a server answered, as a crawler keeps it."""
    return f"HTTP/1.1 {status}\r\nContent-Type: {media}\r\n{more}Server: example\r\n\r\n".encode() + body


def archive(pages: int, gzipped: bool = True) -> list[bytes]:
    """A WARC of as many pages: its parts, first the one on the archive itself, then a page each."""
    records = [record("warcinfo", b"software: bench\r\nformat: WARC File Format 1.0\r\n")]
    records += [record("response", answered(page(number)), url(number)) for number in range(pages)]
    return [gzip.compress(part, mtime=0) if gzipped else part for part in records]
