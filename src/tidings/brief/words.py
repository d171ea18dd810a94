"""Plain words for days, numbers and sentences."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Sequence
from datetime import date, timedelta

#: Where a wire's sentence begins: "BEIJING, March 10 - ", "KYIV (Agency) — ".
_DATELINE = re.compile(r"^[A-Z][A-Z .'’-]{2,40}(?:, [A-Z][a-z]+\.? \d{1,2})?(?: \([^)]{1,40}\))? [-–—] (?=\S)")
_UNSAFE = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+")
_ISO = re.compile(r"\b\d{4}-\d\d-\d\d\b")
_MINUS = re.compile(r"(?<![\w.])-(?=\d)")
_LONGEST = 420
_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def day_in_words(day: date) -> str:
    """
    >>> day_in_words(date(2021, 7, 8))
    '8 July 2021'
    """
    return f"{day.day} {day:%B} {day.year}"


def days_in_words(earliest: date | None, latest: date | None) -> str:
    """As exactly as it is known.

    >>> days_in_words(date(2016, 1, 1), date(2016, 12, 31)), days_in_words(date(2023, 3, 1), date(2023, 3, 31))
    ('2016', 'March 2023')
    >>> days_in_words(None, date(2023, 3, 9)), days_in_words(date(2023, 3, 1), date(2023, 6, 17))
    ('By 9 March 2023', '1 March to 17 June 2023')
    """
    if earliest is None or latest is None or earliest == latest:
        known = earliest or latest
        return "" if known is None else f"{'' if earliest else 'By '}{day_in_words(known)}"
    if earliest.day == 1 and (latest + timedelta(days=1)).day == 1:
        if (earliest.month, latest.month) == (1, 12) and earliest.year == latest.year:
            return str(earliest.year)
        if (earliest.year, earliest.month) == (latest.year, latest.month):
            return f"{earliest:%B} {earliest.year}"
    first = day_in_words(earliest) if earliest.year != latest.year else f"{earliest.day} {earliest:%B}"
    return f"{first} to {day_in_words(latest)}"


def prose(line: str) -> str:
    """A line of figures as a note prints it: days in words, minus signs.

    >>> prose("8 events (level -4.5) before 2021-03-29.")
    '8 events (level −4.5) before 29 March 2021.'
    """
    days = _ISO.sub(lambda found: day_in_words(date.fromisoformat(found.group())), line)
    return _MINUS.sub("−", days.replace(" -> ", " to "))


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
