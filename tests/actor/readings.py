"""Reads a few sentences for the tests of this folder, with the real encoder."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from tidings.annotate.actor import find_actors
from tidings.annotate.toponym import find_toponyms
from tidings.encoder import Encoder
from tidings.errors import EncoderError
from tidings.lexicon import Lexicon
from tidings.record import Analysis, Document, Span, Zone, ZoneKind

DAY = date(2021, 7, 28)


@cache
def lexicon() -> Lexicon:
    """One lexicon for all tests."""
    return Lexicon()


@cache
def encoder() -> Encoder:
    """The encoder that ships; tests that need it are skipped where there is none yet."""
    try:
        return Encoder.load()
    except (EncoderError, FileNotFoundError):
        pytest.skip("no encoder model has been made yet")


@cache
def analyse(text: str, published: date | None = DAY) -> Analysis:
    """The reading of a text, each line a paragraph."""
    zones, start = [], 0
    for line in text.split("\n"):
        if line:
            zones.append(Zone(ZoneKind.BODY, Span(start, start + len(line))))
        start += len(line) + 1
    document = Document.of(text, tuple(zones), published=published)
    sentences = encoder().encode([document])[0]
    return find_actors(find_toponyms(Analysis(document, sentences), lexicon()), lexicon())


def codes(text: str, word: str, published: date | None = DAY) -> set[str]:
    """The codes of the actors that the last occurrence of `word` is the head of, or stands most closely within."""
    analysis = analyse(text, published)
    start = text.rindex(word)
    span = Span(start, start + len(word))
    known = {actor.id: actor.code for actor in analysis.actors}
    headed = [m for m in analysis.actor_mentions if m.mention.head.overlaps(span)]
    around = sorted(
        (m for m in analysis.actor_mentions if m.mention.span.contains(span)), key=lambda m: len(m.mention.span)
    )
    return {known[mention.actor] for mention in headed or around[:1]}
