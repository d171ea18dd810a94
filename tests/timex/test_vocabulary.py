"""The table of words is checked where it is loaded: a wrong line is named, with what would be right."""

from __future__ import annotations

from typing import Any

import pytest

from tidings.annotate.timex.almanac import islamic
from tidings.annotate.timex.vocabulary import LISTS, check
from tidings.errors import DataError

#: First days of feasts as they were proclaimed in Saudi Arabia, of the public record: month and day of the Islamic
#: calendar, and the day it fell on.
PROCLAIMED = [
    (9, 1, "2015-06-18"), (9, 1, "2016-06-06"), (9, 1, "2018-05-17"), (9, 1, "2019-05-06"), (9, 1, "2021-04-13"),
    (9, 1, "2022-04-02"), (9, 1, "2024-03-11"), (10, 1, "2010-09-10"), (10, 1, "2012-08-19"), (10, 1, "2015-07-17"),
    (10, 1, "2017-06-25"), (10, 1, "2020-05-24"), (10, 1, "2023-04-21"), (12, 10, "2016-09-12"),
    (12, 10, "2019-08-11"), (12, 10, "2021-07-20"), (12, 10, "2022-07-09"), (12, 10, "2024-06-16"),
]  # fmt: skip


def _table(**holidays: Any) -> dict[str, Any]:
    return {"kinds": {}, "holidays": holidays, **{name: [] for name in (*LISTS, "hints")}}


@pytest.mark.parametrize(
    ("law", "said"),
    [
        ({"day": "5-1"}, "holidays.feast.day: a month and a day as 05-01 would be right"),
        ({"day": "13-01"}, "holidays.feast.day: a month and a day"),
        ({"month": 5, "weekday": 7, "nth": 1}, "holidays.feast.weekday: a whole number from 0 to 6"),
        ({"month": 5, "weekday": 0}, "holidays.feast: nth is missing"),
        ({"lunar": [9]}, "holidays.feast.lunar: [month, day]"),
        ({"easter": "two"}, "holidays.feast.easter: a whole number"),
        ({"easter": 0, "day": "05-01"}, "holidays.feast: one of day, month, easter"),
        ({"easter": 0, "colour": 1}, "holidays.feast: colour: only easter, days go with easter"),
        ({"moon": "01-21"}, "holidays.feast: east is missing"),
        ("Sunday", "holidays.feast: one of day"),
    ],
)
def test_a_wrong_law_is_named(law: Any, said: str) -> None:
    with pytest.raises(DataError) as raised:
        check("time.yaml", _table(feast=law))
    assert said in str(raised.value)


def test_an_unquoted_word_that_yaml_reads_as_truth_is_named() -> None:
    with pytest.raises(DataError, match="prepositions: a list of words would be right"):
        check("time.yaml", _table() | {"prepositions": [True]})


@pytest.mark.parametrize(("month", "day", "proclaimed"), PROCLAIMED)
def test_islamic_days_lie_within_a_day_of_the_proclaimed(month: int, day: int, proclaimed: str) -> None:
    found = islamic(int(proclaimed[:4]), month, day)
    assert found is not None
    assert abs(found.toordinal() - type(found).fromisoformat(proclaimed).toordinal()) <= 1
