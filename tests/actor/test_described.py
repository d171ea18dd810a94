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
        ("Police in Sudan arrested twelve people, all Kenyans.", "people", "KEN"),
        ("Police in Sudan arrested two men, Kenyan nationals, on Sunday.", "men", "KEN"),
        ("Representative Ilmar Tosk criticised Iran on Monday.", "Tosk", "USA LEG"),
        ("Republican members of Congress criticised Iran on Monday.", "members", "USA LEG"),
        ("The prime minister of Britain spoke. Members of the House of Commons protested.", "Members", "GBR LEG"),
        (
            "Ilmar Amman, a British student, was arrested in London. Amman attacked a police officer in 2019.",
            "Amman",
            "GBR",
        ),
    ],
)
def test_codes(text: str, word: str, code: str) -> None:
    assert any(found.startswith(code) for found in codes(text, word))
