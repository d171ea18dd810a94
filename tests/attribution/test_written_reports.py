"""Whose words the quotes of our own reports are; bench/written_quotes.py says how they are marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bench.quotes import outcomes
from bench.written_quotes import load_written

from tidings.record import Analysis

if TYPE_CHECKING:
    from tidings.engine import Reader

#: Quotes whose speaker may be misread: three of 209 were when this was written.
SPARE = 8


def test_the_speaker_of_nearly_every_quote_is_right(reader: Reader) -> None:
    written = list(load_written())
    read = [one for one in reader.read([document for document, _ in written]) if isinstance(one, Analysis)]
    quotes = [quote for _, marked in written for quote in marked]
    right = sum(hit for *_, hit in outcomes(quotes, read))
    assert len(quotes) >= 200
    assert right >= len(quotes) - SPARE


def test_every_marked_quote_has_a_speaker_in_its_report() -> None:
    assert all(quote.speaker for _, quotes in load_written() for quote in quotes)
