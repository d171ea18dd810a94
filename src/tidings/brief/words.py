"""Plain words for days, numbers and sentences."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Sequence
from datetime import date

#: Where a wire's sentence begins: "BEIJING, March 10 - ", "KYIV (Agency) — ".
_DATELINE = re.compile(r"^[A-Z][A-Z .'’-]{2,40}(?:, [A-Z][a-z]+\.? \d{1,2})?(?: \([^)]{1,40}\))? [-–—] (?=\S)")
_UNSAFE = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+")
_LONGEST = 420
_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def day_in_words(day: date) -> str:
    """
    >>> day_in_words(date(2021, 7, 8))
    '8 July 2021'
    """
    return f"{day.day} {day:%B} {day.year}"


def number_of(number: int, noun: str) -> str:
    """
    >>> number_of(1, "report"), number_of(12, "report"), number_of(30, "report")
    ('one report', 'twelve reports', '30 reports')
    """
    word = _SMALL[number] if number < len(_SMALL) else f"{number:,}"
    return f"{word} {noun}{'' if number == 1 else 's'}"


def listed(words: Sequence[str], last: str = "and") -> str:
    """
    >>> listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"])
    ('a', 'a and b', 'a, b and c')
    """
    return f" {last} ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))


def sentence(text: str) -> str:
    """A report's sentence without its dateline, on one safe line, cut where it is endless.

    >>> sentence("BEIJING, March 10 - The ministers\\nmet.")
    'The ministers met.'
    """
    line = " ".join(_UNSAFE.sub(" ", text).split())
    return textwrap.shorten(_DATELINE.sub("", line), _LONGEST, placeholder=" …")


def capital(words: str) -> str:
    """
    >>> capital("the ministry")
    'The ministry'
    """
    return words[:1].upper() + words[1:]


def points(score: float) -> str:
    """
    >>> points(-6.25)
    '−6.2'
    """
    return f"{score:+.1f}".replace("-", "−")
