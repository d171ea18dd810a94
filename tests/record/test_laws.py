"""The laws of the record, as properties."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidings.errors import RecordError
from tidings.record import (
    Document,
    Factuality,
    Mention,
    MentionKind,
    Sentence,
    Span,
    Timex,
    Token,
    Zone,
    ZoneKind,
    content_id,
)

DAYS = st.dates(min_value=date(1000, 1, 1), max_value=date(2999, 12, 31))


@given(st.text(), st.integers(0, 50), st.integers(0, 50))
def test_the_text_of_a_span_is_a_slice_of_its_document(text: str, start: int, length: int) -> None:
    span = Span(start, start + length)
    assert span.slice(text) == text[start : start + length]


@given(st.integers(-5, 50), st.integers(-5, 50))
def test_a_span_ends_where_it_starts_or_later(start: int, end: int) -> None:
    if 0 <= start <= end:
        assert len(Span(start, end)) == end - start
    else:
        with pytest.raises(RecordError):
            Span(start, end)


@given(st.tuples(st.integers(0, 20), st.integers(0, 20)), st.tuples(st.integers(0, 20), st.integers(0, 20)))
def test_overlap_is_mutual_and_follows_from_containing(one: tuple[int, int], other: tuple[int, int]) -> None:
    a, b = Span(*sorted(one)), Span(*sorted(other))
    assert a.overlaps(b) == b.overlaps(a)
    if a.contains(b) and len(b) and len(a):
        assert a.overlaps(b)


@given(st.lists(st.text(alphabet=st.characters(exclude_characters="\x1f"))), st.lists(st.text(alphabet="ab")))
def test_ids_follow_from_content_alone(parts: list[str], others: list[str]) -> None:
    assert content_id("x", parts) == content_id("x", list(parts))
    if parts and others and parts != others:
        assert content_id("x", parts) != content_id("x", others)


@given(st.text(min_size=1), st.one_of(st.none(), DAYS))
def test_a_document_read_again_has_the_same_id(text: str, published: date | None) -> None:
    first, second = (Document.of(text, (), published=published) for _ in range(2))
    assert first == second
    assert Document.of(text + "!", (), published=published).id != first.id


def test_zones_stand_in_order_inside_the_text() -> None:
    zones = (Zone(ZoneKind.BODY, Span(0, 4)), Zone(ZoneKind.BODY, Span(3, 6)))
    with pytest.raises(RecordError):
        Document.of("abcdef", zones)
    with pytest.raises(RecordError):
        Document.of("abc", (Zone(ZoneKind.BODY, Span(0, 4)),))


@given(DAYS, DAYS)
def test_earliest_is_not_after_latest(earliest: date, latest: date) -> None:
    mention = Mention("m", Span(0, 1), Span(0, 1), MentionKind.TIMEX)
    if earliest <= latest:
        assert Timex(mention, "DATE", None, earliest, latest, "day", None).latest == latest
    else:
        with pytest.raises(RecordError):
            Timex(mention, "DATE", None, earliest, latest, "day", None)


def test_nouns_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        Span(0, 1).start = 1  # type: ignore[misc]


@given(st.lists(st.integers(0, 8), min_size=1, max_size=9))
def test_a_subtree_holds_each_word_below_once(seeds: list[int]) -> None:
    heads = [-1] + [seed % index for index, seed in enumerate(seeds[1:], start=1)]
    tokens = tuple(Token(Span(i, i + 1), "x", "X", "", head, "dep") for i, head in enumerate(heads))
    sentence = Sentence.of(Span(0, len(tokens)), tokens)
    assert sentence.subtree(0) == list(range(len(tokens)))


@pytest.mark.parametrize(
    ("factuality", "happened", "modes"),
    [
        (Factuality(), True, ()),
        (Factuality(time="ongoing"), True, ()),
        (Factuality(time="future"), False, ("future",)),
        (Factuality(mood="promised", time="future"), False, ("future",)),
        (Factuality(mood="conditional"), False, ("hypothetical",)),
        (Factuality(mood="requested", time="future"), False, ("future", "hypothetical")),
        (Factuality(polarity="negative"), False, ("negation",)),
    ],
)
def test_what_counts_and_plovers_auxiliary_modes(
    factuality: Factuality, happened: bool, modes: tuple[str, ...]
) -> None:
    assert factuality.happened is happened
    assert factuality.auxiliary_modes == modes
