"""Normalising: clean texts are left alone, dirty ones end clean."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidings.read.normal import normalise


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("\ufeffCairo", "Cairo"),
        ("a\r\nb\rc\n", "a\nb\nc\n"),
        ("a\x00b\x07c\x1bd\x9fe", "abcde"),
        ("tab\tstays", "tab\tstays"),
        ("a\u2028b\u2029c\x85d\x0ce", "a\nb\nc\nd\ne"),
        ("Vuc\u030cic\u0301", "Vu\u010di\u0107"),
        ("half \ud800 pair", "half \ufffd pair"),
        ("", ""),
        (" \n\n  spaces at the ends \n\n", " \n\n  spaces at the ends \n\n"),
        ("no-break\xa0space and “quotes” — stay…", "no-break\xa0space and “quotes” — stay…"),
    ],
)
def test_cases(raw: str, text: str) -> None:
    assert normalise(raw) == text


@given(st.text())
def test_result_is_clean_and_stays_as_it_is(raw: str) -> None:
    text = normalise(raw)
    assert normalise(text) == text
    assert unicodedata.is_normalized("NFC", text)
    assert not any(unicodedata.category(c) in ("Cc", "Cs") and c not in "\t\n" for c in text)
    text.encode("utf-8")


PRINTED = st.characters(codec="utf-8", categories=("L", "N", "P", "Z"), exclude_characters="\u2028\u2029")


@given(st.text(alphabet=PRINTED))
def test_clean_text_is_left_alone(raw: str) -> None:
    text = unicodedata.normalize("NFC", raw)
    assert normalise(text) == text
