"""Calendars that move: Easter, the moon's months, and the calendars of Islam, the Jews and Iran.

Months that are sighted or proclaimed (Ramadan, both Eids) are computed from the new moon and may differ from what was
proclaimed by a day; docs/decisions/054-times.md says how often.
"""

from __future__ import annotations

import math
from datetime import date

from tidings.annotate.timex.period import DAY, valid

#: The moon that began the Islamic year 1421, counted from the first new moon of 2000; hours east at which its date is
#: taken, so that a month begins the evening after a new moon that could be seen in Arabia.
_MUHARRAM_1421, _ARABIA = 3, 11.0
#: Ordinal of the first day of the Hebrew calendar, and days from Rosh Hashanah to the end of Heshvan.
_CREATION, _HESHVAN = -1373427, 58
_PERSIAN_LEAP = frozenset({1, 5, 9, 13, 17, 22, 26, 30})
_NOWRUZ_1400 = date(2021, 3, 21)


def easter(year: int) -> date:
    """Easter Sunday in the Gregorian calendar (the anonymous algorithm, Nature 1876)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the eastern churches, in Gregorian days (Meeus's Julian algorithm; right for 1900-2099)."""
    a, b, c = year % 4, year % 7, year % 19
    d = (19 * c + 15) % 30
    e = (2 * a + 4 * b - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date(year, month, day + 1) + DAY * 13


def new_moon(count: int, east: float) -> date:
    """The day, so many hours east of Greenwich, of a new moon counted from the first of 2000 (Meeus, chapter 49)."""
    t = count / 1236.85
    faint = 1 - 0.002516 * t
    sun = math.radians(2.5534 + 29.1053567 * count)
    moon = math.radians(201.5643 + 385.81693528 * count + 0.0107582 * t * t)
    node = math.radians(160.7108 + 390.67050284 * count - 0.0016118 * t * t)
    terms = (
        (-0.4072, moon), (0.17241 * faint, sun), (0.01608, 2 * moon), (0.01039, 2 * node),
        (0.00739 * faint, moon - sun), (-0.00514 * faint, moon + sun), (0.00208 * faint * faint, 2 * sun),
        (-0.00111, moon - 2 * node), (-0.00057, moon + 2 * node), (0.00056 * faint, 2 * moon + sun),
    )  # fmt: skip
    days = 2451550.09766 + 29.530588861 * count + 0.00015437 * t * t
    days += sum(weight * math.sin(angle) for weight, angle in terms)
    return date.fromordinal(math.floor(days + 0.5 + east / 24) - 1721425)


def moon_after(start: date, east: float) -> date:
    """The day of the first new moon on or after a day."""
    count = int((start.toordinal() - date(2000, 1, 6).toordinal()) / 29.530588861) - 1
    return next(day for n in range(count, count + 4) if (day := new_moon(n, east)) >= start)


def islamic(year: int, month: int, day: int) -> date | None:
    """The first time in a Gregorian year that a day of the Islamic calendar falls.

    >>> islamic(2021, 10, 1)
    datetime.date(2021, 5, 13)
    """
    near = (year - 622) * 33 // 32
    for lunar in range(near - 1, near + 3):
        found = new_moon((lunar - 1421) * 12 + month - 1 + _MUHARRAM_1421, _ARABIA) + DAY * day
        if found.year == year:
            return found
    return None


def hebrew(year: int, after: int) -> date:
    """A day of the Hebrew calendar so many days from the Rosh Hashanah of a Gregorian year (Dershowitz and Reingold).

    >>> hebrew(2018, 9)
    datetime.date(2018, 9, 19)
    """
    first, next_first = (_new_year(year + n) for n in (3761, 3762))
    long = after > _HESHVAN and (next_first - first) % 10 == 5
    return date.fromordinal(first + after + long)


def _new_year(year: int) -> int:
    """The ordinal of Rosh Hashanah of a Hebrew year."""
    before, days, after = (_elapsed(year + n) for n in (-1, 0, 1))
    delay = 2 if after - days == 356 else 1 if days - before == 382 else 0
    return _CREATION + days + delay


def _elapsed(year: int) -> int:
    """The days before the molad of Tishri of a Hebrew year, put off where it falls on a forbidden day."""
    moons = (235 * year - 234) // 19
    days = 29 * moons + (12084 + 13753 * moons) // 25920
    return days + (3 * (days + 1) % 7 < 3)


def nowruz(year: int) -> date | None:
    """The first day of the Persian year, by the cycle of 33 years; the equinox may differ by a day before 1925.

    >>> nowruz(2024), nowruz(2023)
    (datetime.date(2024, 3, 20), datetime.date(2023, 3, 21))
    """
    persian = year - 621
    low, high = sorted((persian, 1400))
    leaps = sum(n % 33 in _PERSIAN_LEAP for n in range(low, high))
    days = 365 * (high - low) + leaps
    return valid(year) and _NOWRUZ_1400 + DAY * (days if persian >= 1400 else -days)
