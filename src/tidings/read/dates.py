"""Dates of publication as feeds, tables and date lines write them."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from email.utils import parsedate

_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_MONTH = r"(?P<month>[A-Za-z]{3,9})\.?"
_YEAR = r"(?P<year>(?:18|19|20|21)\d\d)"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun)\.?,?\s+"

_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?:[T ][\d:.,+\-Z ]{1,40})?")
_COMPACT = re.compile(r"(?P<year>(?:18|19|20|21)\d\d)(?P<month>\d\d)(?P<day>\d\d)(?:T?\d{4,6}Z?)?")
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})[/.](?P<month>\d\d?)[/.](?P<day>\d\d?)")
_WORDS = (
    re.compile(rf"(?:{_WEEKDAY})?{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}", re.IGNORECASE),
    re.compile(rf"(?:{_WEEKDAY})?{_MONTH}\s+{_DAY},?\s+{_YEAR}", re.IGNORECASE),
)
_NUMBERS = re.compile(rf"(?P<first>\d\d?)[/.\-](?P<second>\d\d?)[/.\-]{_YEAR}")
_EPOCH = re.compile(r"\d{10}(?:\d{3})?(?:\.\d{1,6})?")


def parse_date(text: str) -> date | None:
    """The day that `text` names, or None where it names none, or could be two ("03/04/2021").

    Reads ISO 8601, RFC 2822, "28 July 2021", "Wednesday, July 28, 2021", "2021/07/28", "20210728" and seconds since
    1970. A time of day and an offset are passed over: the day is the one that was printed.

    >>> parse_date("Wed, 28 Jul 2021 23:10:00 +0300")
    datetime.date(2021, 7, 28)
    >>> parse_date("03/04/2021") is None
    True
    """
    text = " ".join(text.split())
    if not text or len(text) > 60:
        return None
    for pattern in (_ISO, _COMPACT, _YEAR_FIRST):
        if match := pattern.fullmatch(text):
            return _day(match["year"], match["month"], match["day"])
    return date_in_words(text) or _numbers(text) or _epoch(text) or _feed(text)


def date_in_words(text: str) -> date | None:
    """The day of a date written with the month as a word, which fills the whole of `text`.

    >>> date_in_words("Friday, March 1, 2019")
    datetime.date(2019, 3, 1)
    """
    for pattern in _WORDS:
        if match := pattern.fullmatch(text.strip()):
            return _day(match["year"], _month(match["month"]), match["day"])
    return None


def _month(word: str) -> int:
    found = [index for index, name in enumerate(_MONTHS, 1) if name.startswith(word.lower())]
    return found[0] if len(found) == 1 else 0


def _day(year: str | int, month: str | int, day: str | int) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _numbers(text: str) -> date | None:
    if not (match := _NUMBERS.fullmatch(text)):
        return None
    first, second = int(match["first"]), int(match["second"])
    if first <= 12 and second <= 12 and first != second:
        return None
    day, month = (first, second) if second <= 12 else (second, first)
    return _day(match["year"], month, day)


def _epoch(text: str) -> date | None:
    if not _EPOCH.fullmatch(text):
        return None
    seconds = float(text) / (1000 if len(text.split(".")[0]) == 13 else 1)
    return datetime.fromtimestamp(seconds, UTC).date()


def _feed(text: str) -> date | None:
    parsed = parsedate(text)
    return _day(*parsed[:3]) if parsed and ":" in text else None
