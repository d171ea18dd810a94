"""People without a title, officers, and leaders of two countries."""

from __future__ import annotations

import pytest
from readings import codes


@pytest.mark.parametrize(
    ("text", "word", "code"),
    [
        ("Ilmar Tosk of the Scottish National Party said the vote was unlawful.", "Tosk", "GBR PTY"),
        ("The foreign minister met police in Paris. Officers searched the house.", "Officers", "FRA COP"),
        (
            "Turkey and Greece had quarrelled, but the leaders of the two countries spoke on Friday.",
            "leaders",
            "TUR",
        ),
    ],
)
def test_codes(text: str, word: str, code: str) -> None:
    assert any(found.startswith(code) for found in codes(text, word))
