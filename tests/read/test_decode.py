"""Encodings, and what is no text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidings.errors import ReadError
from tidings.read.decode import decode

TEXT = "Šefčovič said “no” — twice. " * 5


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_marked_and_unmarked_unicode(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == TEXT


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark(encoding: str) -> None:
    plain = "Egypt and Sudan agreed on the river. "
    assert decode(plain.encode(encoding)) == plain


def test_windows_1252() -> None:
    text = "The minister’s “last word” — a café in Zürich. " * 20
    assert decode(text.encode("cp1252")) == text


def test_late_byte_of_another_encoding_does_not_stop_reading() -> None:
    data = b"Egypt and Sudan agreed. " * 4_000 + b"caf\xe9"
    assert "agreed" in decode(data)


def test_page_names_its_own_encoding() -> None:
    page = '<html><head><meta charset="windows-1250"></head><p>Šefčovič</p>'
    assert "Šefčovič" in decode(page.encode("windows-1250"))


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3",
        b"PK\x03\x04\x14\x00",
        b"\x89PNG\r\n\x1a\n" + bytes(100),
        b"\xff\xd8\xff\xe0" + bytes(50),
        b"\x7fELF\x02\x01",
        bytes(range(256)) * 20,
        bytes(1000),
    ],
)
def test_binary_is_refused_in_plain_words(data: bytes) -> None:
    with pytest.raises(ReadError, match=r"not text|binary"):
        decode(data)


def test_a_few_nul_bytes_are_no_binary() -> None:
    assert "agreed" in decode(b"Egypt and\x00 Sudan agreed on the river." * 10)


@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        decode(data)
    except ReadError as error:
        assert str(error)
