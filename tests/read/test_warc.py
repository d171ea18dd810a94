"""Web archives: pages read, damage passed and named, bombs bounded."""

from __future__ import annotations

import gzip
import random
import tracemalloc
import zlib
from datetime import date
from io import BufferedReader, BytesIO
from itertools import accumulate
from pathlib import Path

import pytest
from bench.archives import answered, archive, page, record, url
from hypothesis import given, settings
from hypothesis import strategies as st

from tidings.read import ReadItem, ReadOptions, SetAside, read_bytes, read_path
from tidings.read.warc.records import Loss, read_records
from tidings.record import Document

FRENCH = b"<html><body><article>%s" % b"".join(
    b"<p>Le president numero %d a rencontre son homologue a Geneve hier soir.</p>" % n for n in range(9)
)


def read(data: bytes, name: str = "x.warc.gz", options: ReadOptions | None = None) -> list[ReadItem]:
    return list(read_bytes(data, name, options))


def one(block: bytes, kind: str = "response") -> list[ReadItem]:
    return read(gzip.compress(record(kind, block, "https://news.example/a")))


@pytest.mark.parametrize("gzipped", [True, False])
def test_an_archive_is_read_from_a_folder(tmp_path: Path, gzipped: bool) -> None:
    name = "CC-NEWS-2024.warc.gz" if gzipped else "a.warc"
    (tmp_path / name).write_bytes(b"".join(archive(3, gzipped)))
    found = list(read_path(tmp_path))
    assert [item.url for item in found if isinstance(item, Document)] == [url(0), url(1), url(2)]
    assert isinstance(found[1], Document) and found[1].published == date(2024, 3, 2)
    assert "report 1" in (found[1].title or "")


def test_an_archive_is_known_by_its_content_and_may_be_gzipped_as_a_whole() -> None:
    whole = gzip.compress(b"".join(archive(3, gzipped=False)))
    assert len(read(whole, "standard input")) == 3


def test_what_is_no_english_page_is_named() -> None:
    for block, reason in (
        (answered(FRENCH), "not in English"),
        (answered(page(1), "404 Not Found"), "status 404"),
        (answered(b"\x89PNG", media="image/png"), "image/png"),
        (answered(b"x" * 2_500_000), "2,000,000 bytes"),
        (b"no answer", "not an answer"),
    ):
        (found,) = one(block)
        assert isinstance(found, SetAside) and reason in found.reason
        assert "byte 0 (https://news.example/a)" in found.origin
    assert one(b"GET / HTTP/1.1", "request") == []


def test_chunks_compression_and_encoding_of_the_server_are_undone() -> None:
    body = page(4)
    chunks = b"".join(
        b"%x\r\n%s\r\n" % (len(body[at : at + 999]), body[at : at + 999]) for at in range(0, len(body), 999)
    )
    for sent, more in (
        (chunks + b"0\r\n\r\n", "Transfer-Encoding: chunked\r\n"),
        (body, "Transfer-Encoding: chunked\r\n"),
        (gzip.compress(body), "Content-Encoding: gzip\r\n"),
    ):
        (found,) = one(answered(sent, more=more))
        assert isinstance(found, Document) and "report 4" in found.text
    old = page(5).replace(b"The minister", "Žižek, the minister".encode("cp1250")).replace(b"official", b"\x9eivot")
    (found,) = one(answered(old, media="text/html; charset=windows-1250"))
    assert isinstance(found, Document) and "životwho" not in found.text and "život who" in found.text


def test_a_day_after_the_crawl_is_not_believed_and_options_fill_in() -> None:
    late = page(1).replace(b"2024-03-02T10", b"2031-03-02T10")
    (found,) = one(answered(late))
    assert isinstance(found, Document) and found.published is None
    packed = gzip.compress(record("response", answered(late), url(1)))
    (found,) = read(packed, options=ReadOptions(published=date(2024, 3, 9), publisher="Example Wire"))
    assert isinstance(found, Document) and (found.published, found.publisher) == (date(2024, 3, 9), "Example Wire")


def test_a_flipped_byte_costs_its_record_alone_and_is_named() -> None:
    parts = archive(6)
    starts = list(accumulate(map(len, parts), initial=0))
    data = bytearray(b"".join(parts))
    data[starts[3] + len(parts[3]) // 2] ^= 0x55
    data[starts[5]] ^= 0x55
    found = read(bytes(data))
    assert [item.url for item in found if isinstance(item, Document)] == [url(n) for n in (0, 1, 3, 5)]
    lost = [item.origin for item in found if isinstance(item, SetAside)]
    assert lost[0].startswith(f"x.warc.gz, bytes {starts[3]}-{starts[4]}")
    assert lost[1].startswith(f"x.warc.gz, bytes {starts[5]}-{starts[6]}")


@pytest.mark.parametrize("gzipped", [True, False])
def test_every_flip_is_told_or_harmless(gzipped: bool) -> None:
    parts = archive(12, gzipped)
    bounds = list(accumulate(map(len, parts), initial=0))
    for seed in range(25):
        chance = random.Random(seed)
        data = bytearray(b"".join(parts))
        hit = set()
        for at in chance.sample(range(len(data)), 4):
            data[at] ^= chance.randint(1, 255)
            hit.add(sum(bound <= at for bound in bounds) - 1)
        found = list(read_records(BufferedReader(BytesIO(data))))
        came = {item.start for item in found if not isinstance(item, Loss)}
        lost = [(item.start, item.end) for item in found if isinstance(item, Loss)]
        for number, start in enumerate(bounds[:-1]):
            assert start in came or any(first <= start < end for first, end in lost)
            assert number in hit or start in came


def test_a_cut_archive_keeps_what_came_before() -> None:
    data = b"".join(archive(3))
    found = read(data[:-40])
    assert [type(item) for item in found] == [Document, Document, SetAside]
    assert "ends in the middle" in found[2].reason  # type: ignore[union-attr]


def test_a_bomb_costs_no_memory() -> None:
    head = b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: %d\r\n\r\n"
    squeezer = zlib.compressobj(9, zlib.DEFLATED, 31)
    bomb = squeezer.compress(head % 60_000_000) + squeezer.compress(bytes(60_000_000)) + squeezer.flush()
    claim = gzip.compress(head % 10**15 + b"x")
    data = bomb + claim + b"".join(archive(1))
    tracemalloc.start()
    found = list(read_records(BufferedReader(BytesIO(data))))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 15_000_000
    assert [type(item).__name__ for item in found] == ["Record", "Loss", "Record", "Record"]


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300), st.booleans())
def test_any_bytes_are_read_or_named(junk: bytes, first: bool) -> None:
    parts = archive(1)
    data = junk + parts[1] if first else parts[1] + junk
    found = list(read_records(BufferedReader(BytesIO(data))))
    assert first or not isinstance(found[0], Loss)
    assert all(isinstance(item, Loss) or item.block is not None for item in found)
