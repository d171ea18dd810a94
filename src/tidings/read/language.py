"""A cheap test for English, so that a French report is set aside and not read as bad English."""

from __future__ import annotations

import re

from tidings.read.cues import load_cues

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 6_000
_FEWEST_WORDS = 50
_LEAST_SHARE = 0.02
_LAST_LATIN = "\u024f"


def not_english(text: str) -> str | None:
    """Why `text` is clearly not English in Latin script, or None where it may well be.

    Texts of 50 words or fewer pass, unless most of their letters are of another script. The test is the share of
    function words that English does not share with its neighbours ("the", "of", "with", not "a", "on", "in"): news
    in English has some 20%, news in other languages of Latin script next to none.

    >>> not_english("Le président a rencontré son homologue. " * 20)
    'not in English: 0% of its words are English function words'
    """
    sample = text[:_SAMPLE]
    letters = [c for c in sample if c.isalpha()]
    foreign = sum(c > _LAST_LATIN and not "\u1e00" <= c <= "\u1eff" for c in letters)
    if len(letters) > 20 and foreign > 0.5 * len(letters):
        return f"not in English: {foreign / len(letters):.0%} of its letters are not Latin"
    words = _WORD.findall(sample.lower())
    if len(words) <= _FEWEST_WORDS:
        return None
    share = sum(word in load_cues().function_words for word in words) / len(words)
    return f"not in English: {share:.0%} of its words are English function words" if share < _LEAST_SHARE else None
