"""What time expressions stand for, without trees: a table of cases, and the laws that hold for any text."""

from __future__ import annotations

from datetime import date, time
from itertools import pairwise
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tidings.annotate.timex import resolve

WEDNESDAY = date(2021, 7, 28)

#: Text (the report is of Wednesday, 28 July 2021, and tells of the past) and the TIMEX3 value.
PAST = """
on 28 July 2021 | 2021-07-28
July 28, 2021 | 2021-07-28
July 28th, 2021 | 2021-07-28
the 28th of July 2021 | 2021-07-28
28 July, 2021 | 2021-07-28
Wednesday, July 28, 2021 | 2021-07-28
Wednesday, 28 July 2021 | 2021-07-28
2021-07-28 | 2021-07-28
28/07/2021 | 2021-07-28
7/28/2021 | 2021-07-28
28.07.2021 | 2021-07-28
31-Oct-1974 | 1974-10-31
Sept. 11, 2001 | 2001-09-11
9/11 | 2001-09-11
July 28 | 2021-07-28
on July 29 | 2020-07-29
on May 9 | 2021-05-09
on 9 May | 2021-05-09
on Feb. 3 | 2021-02-03
in May | 2021-05
in July | 2021-07
in August | 2020-08
May 2019 | 2019-05
in May of 2019 | 2019-05
the month of May | 2021-05
in 2019 | 2019
the year 1989 | 1989
the 1990s | 199X
the 1980's | 198X
the nineties | 199X
the 20th century | 19XX
the nineteenth century | 18XX
the third quarter of 2018 | 2018-Q3
Q3 2018 | 2018-Q3
2018 Q3 | 2018-Q3
the first half of 2020 | 2020-H1
H2 2020 | 2020-H2
fiscal year 2019 | FY2019
fiscal 2019 | FY2019
FY2019 | FY2019
the 2019-20 school year | -
the summer of 2018 | 2018-SU
summer 2018 | 2018-SU
last summer | 2020-SU
this spring | 2021-SP
today | 2021-07-28
yesterday | 2021-07-27
tomorrow | 2021-07-29
the day before yesterday | 2021-07-26
the day after tomorrow | 2021-07-30
on Wednesday | 2021-07-28
on Tuesday | 2021-07-27
on Thursday | 2021-07-22
last Wednesday | 2021-07-21
last Friday | 2021-07-23
this Friday | 2021-07-30
next Friday | 2021-08-06
next Wednesday | 2021-08-04
last week | 2021-W29
this week | 2021-W30
next week | 2021-W31
the week before last | 2021-W28
last month | 2021-06
this month | 2021-07
next month | 2021-08
last year | 2020
this year | 2021
next year | 2022
last decade | 201X
this century | 20XX
last quarter | 2021-Q2
last May | 2021-05
next May | 2022-05
May last year | 2020-05
May of last year | 2020-05
May 9 last year | 2020-05-09
Monday of last week | 2021-07-19
two days ago | 2021-07-26
a week ago | 2021-W29
three weeks ago | 2021-W27
two months ago | 2021-05
a year ago | 2020
30 years ago | 1991
two decades ago | 2001
several years ago | PAST_REF
a few days ago | PAST_REF
two Fridays ago | 2021-07-16
two days later | 2021-07-30
two days earlier | 2021-07-26
the day before | 2021-07-27
the next day | 2021-07-29
the following day | 2021-07-29
the previous day | 2021-07-27
the same day | 2021-07-28
the following week | 2021-W31
that year | 2021
a month before May 9, 2019 | 2019-04
two days after 9 May 2019 | 2019-05-11
a year after the attack | -
recently | PAST_REF
in recent months | PAST_REF
in the coming weeks | FUTURE_REF
in the near future | FUTURE_REF
currently | PRESENT_REF
early March | 2021-03
mid-2019 | 2019
late last year | 2020
late 2019 | 2019
the beginning of June | 2021-06
the end of May | 2021-05
earlier this week | 2021-W30
later this week | 2021-W30
earlier in the month | 2021-07
early Wednesday | 2021-07-28
late on Sunday | 2021-07-25
over the weekend | 2021-W29-WE
this weekend | 2021-W30-WE
last weekend | 2021-W29-WE
overnight | 2021-07-27TNI
last night | 2021-07-27TNI
tonight | 2021-07-28TNI
this morning | 2021-07-28TMO
Friday night | 2021-07-23TNI
Tuesday evening | 2021-07-27TEV
on the night of July 15 | 2021-07-15TNI
the morning of 9 May 2019 | 2019-05-09TMO
Monday's | 2021-07-26
at 5 pm | 2021-07-28T17:00
at 5:30 p.m. | 2021-07-28T17:30
at 11:30 GMT | 2021-07-28T11:30
at noon on Tuesday | 2021-07-27T12:00
7 p.m. on Tuesday | 2021-07-27T19:00
Tuesday at 7 pm | 2021-07-27T19:00
May 9-11 | 2021-05-09/2021-05-11
May 9 to 11, 2019 | 2019-05-09/2019-05-11
from 3 to 5 June | 2021-06-03/2021-06-05
between Monday and Thursday | 2021-07-19/2021-07-22
from Monday to Wednesday | 2021-07-26/2021-07-28
between 2014 and 2018 | 2014/2018
from May to June 2019 | 2019-05/2019-06
between Jan 2019 and yesterday | 2019-01/2021-07-27
2010-12 | 2010/2012
for three weeks | P3W
30 years | P30Y
an eight-year war | P8Y
for a month | P1M
two and a half years | P2.5Y
twenty-one days | P21D
six hours | PT6H
several weeks | PXW
two decades | P20Y
a couple of days | P2D
every Friday | XXXX-WXX-5
on Fridays | XXXX-WXX-5
every day | P1D
daily | P1D
annual | P1Y
twice a week | P1W
every two years | P2Y
Christmas | 2020-12-25
Christmas 2019 | 2019-12-25
Good Friday | 2021-04-02
Easter Monday 2022 | 2022-04-18
Thanksgiving | 2020-11-26
New Year's Eve | 2020-12-31
Memorial Day 2021 | 2021-05-31
Eid al-Fitr | 2021-05-13
the first week of May | 2021-W18
the last Friday of September 2020 | 2020-09-25
the first Monday of May | 2021-05-03
the last day of May | 2021-05-31
the week of May 12 | 2021-W19
in nineteen eighty-nine | 1989
June of nineteen ninety nine | 1999-06
in two thousand and fifteen | 2015
the nineteen seventies | 197X
in the mid-90s | 199X
in the late nineties | 199X
at the turn of the century | 2000
post-2015 | 2015
fiscal year 2019-20 | FY2020
the 2019-2020 academic year | 2019/2020
the second quarter of this year | 2021-Q2
last year's fourth quarter | 2020-Q4
2019/aug/01 | 2019-08-01
Sep-23-2020 | 2020-09-23
1/1/2016 | 2016-01-01
on 22/04 | 2021-04-22
for $12 on December 27 | 2020-12-27
2020-03-13T10:00:00Z | 2020-03-13T10:00
two years, a month and three days ago | 2019-06-25
two weeks and two days ago | 2021-07-12
more than two weeks ago | 2021-W28
several days later | PXD
hours later | PTXH
centuries ago | PAST_REF
for decades | PXY
two weeks before the vote | P2W
the day after the vote | XXXX-XX-XX
the day after | 2021-07-29
two weeks starting May 20, 2024 | 2024-05-20/2024-06-02
from May 20, 2024 for three days | 2024-05-20/2024-05-22
the rest of the week | 2021-W30
so far this year | 2021
the year to March | P1Y before 2021-03
the three months ended June 30 | P3M before 2021-06-30
by year's end | 2021
the first three months of 2019 | 2019-01/2019-03
the last two weeks of May | 2021-W20/2021-W21
the second last week of 2018 | 2018-W51
the first Monday of the month | 2021-07-05
the third Tuesday after Christmas 2014 | 2015-01-13
the Monday before Easter 2021 | 2021-03-29
Labor Day weekend 2020 | -
the weekend of Labor Day 2020 | 2020-W36-WE
this past week | 2021-W29
this past May | 2021-05
the coming Friday | 2021-07-30
this coming weekend | 2021-W30-WE
Monday week | 2021-08-09
Sunday last | 2021-07-25
this autumn | 2021-FA
the night before | 2021-07-27TNI
the fourth night in a row | 2021-07-28TNI
by nightfall | 2021-07-28TEV
overnight Tuesday | 2021-07-27TNI
the night of 9-10 November | 2020-11-09TNI
earlier in the day | 2021-07-28
at 0900 GMT | 2021-07-28T09:00
at half past seven in the evening | 2021-07-28T19:30
a quarter to seven tomorrow | 2021-07-29T06:45
Tuesday at 5 o'clock | 2021-07-27T05:00
from 9 a.m. to 5 p.m. | 2021-07-28T09:00/2021-07-28T17:00
between 2 and 4 p.m. on Tuesday | 2021-07-27T14:00/2021-07-27T16:00
mid-March to late April | 2021-03/2021-04
from 10/1 to 11/7/2017 | 2017-10-01/2017-11-07
between Jan 22 and now | 2021-01-22/2021-07-28
next week between Wednesday and Friday | 2021-08-04/2021-08-06
from January to April 2015 | 2015-01/2015-04
May 2, 3 and 4 | 2021-05-02/2021-05-04
every other day | P2D
three times a week | P1W
every weekend | XXXX-WXX-WE
at present | PRESENT_REF
last uh August | 2020-08
last Tuesday | 2021-07-20
last Monday | 2021-07-19
past Tuesday | 2021-07-27
this past Monday | 2021-07-26
the previous Tuesday | 2021-07-27
past week | 2021-W29
last May 5 | 2021-05-05
last August 5 | 2020-08-05
next May 5 | 2022-05-05
this March 3 | 2021-03-03
Friday (July 16) | 2021-07-16
next Friday (6 August) | 2021-08-06
July 16 (Friday) | 2021-07-16
Friday 8.6 | 2021-08-06
by the end of the day | 2021-07-28T23:59
until the end of Tuesday | 2021-07-27T23:59
throughout the day | 2021-07-28
an hour ago | 2021-07-28
at 3 in the morning | 2021-07-28T03:00
between 5 and 7 in the evening on Tuesday | 2021-07-27T17:00/2021-07-27T19:00
from 3 in the morning until 5 pm | 2021-07-28T03:00/2021-07-28T17:00
the first Monday evening of June | 2021-06-07TEV
from 4 to January 22, 1995 | 1995-01-04/1995-01-22
between 2 and 7 Feb 2018 | 2018-02-02/2018-02-07
the Monday nearest to May 6, 2021 | 2021-05-03
the second closest Monday to May 6, 2021 | 2021-05-10
18Q4 | 2018-Q4
to date | PRESENT_REF
08/12, 2015 | 2015-08-12
"""

#: Movable holidays, by the day that is on public record.
HOLIDAYS = """
Eid al-Fitr 2023 | 2023-04-21
Eid ul Adha 2019 | 2019-08-11
Ramadan 2024 | 2024-03-11/2024-04-09
Nowruz 2024 | 2024-03-20
Lunar New Year 2020 | 2020-01-25
Diwali 2022 | 2022-10-24
Passover 2019 | 2019-04-20/2019-04-27
Yom Kippur 2018 | 2018-09-19
Hanukkah 2021 | 2021-11-29/2021-12-06
Orthodox Easter 2022 | 2022-04-24
Memorial Day of last year | 2020-05-25
last Halloween | 2020-10-31
Labor Day weekend 2020 | 2020-W36-WE
Dussehra 2021 | 2021-10-15
Maha Shivaratri 2021 | 2021-03-11
Holi 2022 | 2022-03-18
Eid al-Azha 2019 | 2019-08-11
Veterans Day 2020 | 2020-11-11
"""

#: The same for verbs that look ahead.
FUTURE = """
on Wednesday | 2021-08-04
on Thursday | 2021-07-29
in August | 2021-08
in July | 2021-07
in May | 2022-05
on May 9 | 2022-05-09
in two weeks | 2021-W32
in three days | 2021-07-31
by Christmas | 2021-12-25
from Monday to Wednesday | 2021-08-02/2021-08-04
the end of August | 2021-08
two weeks from now | 2021-W32
from July to October | 2021-07/2021-10
from May to March | 2021-05/2022-03
this Thanksgiving | 2021-11-25
this Monday | 2021-08-02
within two weeks of Friday | P2W
"""

#: What is no time at all.
NOTHING = (
    "February 30", "32 May", "2021-02-30", "31 June 2020", "in 3005", "resolution 2259", "He may go", "they march on",
    "a second round", "the Sun said", "$2,000", "20%", "24/7", "the 5th Congress", "", "   ", "half of them", "no one",
    "the third man", "version 2.3", "seconded", "5000 BCE", "2000 BC", "he lent money", "32/13/2020", "June 31",
    "at the time", "the deal of a lifetime", "May 5, 3020", "5 May 0837", "in May 3020", "May 5, 44 BC", "0999-01-01",
    "12/31/0500", "13/13/2020", "from 30 to 32 May", "at the end of the day, peace is a choice", "on 4.5 hectares",
    "the court ruled on 5-4 lines",
)  # fmt: skip

#: Numbers that count what follows them, and the time that is left.
COUNTS = """
On Monday 21 people were killed | 2021-07-26
attacked on Monday at 12 checkpoints | 2021-07-26
On May 5, 3000 people were killed | 2021-05-05
In May 35 people were killed | 2021-05
lost on Friday 7-6 | 2021-07-23
on Monday at 9 in Paris | 2021-07-26T09:00
Monday 26. | 2021-07-26
On Monday 4.2 million people fled | 2021-07-26
police killed 3 in the morning | 2021-07-28TMO
"""


def _rows(table: str) -> list[tuple[str, str]]:
    rows = [line.split(" | ") for line in table.strip().splitlines()]
    return [(text, value) for text, value in rows if value != "-"]


def _values(text: str, tense: str = "past") -> list[str | None]:
    return [found.period.value for found in resolve(text, WEDNESDAY, tense)]


@pytest.mark.parametrize(("text", "value"), _rows(PAST))
def test_read_in_the_past(text: str, value: str) -> None:
    assert _values(text) == [value]


@pytest.mark.parametrize(("text", "value"), _rows(FUTURE))
def test_read_ahead(text: str, value: str) -> None:
    assert _values(text, "future") == [value]


@pytest.mark.parametrize(("text", "value"), _rows(HOLIDAYS))
def test_movable_holidays(text: str, value: str) -> None:
    assert _values(text) == [value]


@pytest.mark.parametrize(("text", "value"), _rows(COUNTS))
def test_a_number_that_counts_is_no_part_of_the_time(text: str, value: str) -> None:
    assert _values(text) == [value]


@pytest.mark.parametrize("text", NOTHING)
def test_no_time(text: str) -> None:
    assert _values(text) == []


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "granularity"),
    [
        ("in May", "2021-05-01", "2021-05-31", "month"),
        ("last week", "2021-07-19", "2021-07-25", "week"),
        ("early March", "2021-03-01", "2021-03-16", "month"),
        ("the end of 2019", "2019-09-01", "2019-12-31", "year"),
        ("the 1990s", "1990-01-01", "1999-12-31", "decade"),
        ("earlier this week", "2021-07-26", "2021-07-28", "week"),
        ("the last 30 years", "1991-07-28", "2021-07-28", "year"),
        ("the third quarter of 2018", "2018-07-01", "2018-09-30", "quarter"),
        ("overnight", "2021-07-27", "2021-07-28", "day"),
        ("more than two weeks ago", "None", "2021-07-14", "week"),
        ("less than a year ago", "2020-07-28", "2021-07-28", "year"),
        ("post-2015", "2016-01-01", "None", "year"),
        ("pre-2015", "None", "2014-12-31", "year"),
        ("mid-2015", "2015-05-01", "2015-08-31", "year"),
        ("the end of May", "2021-05-21", "2021-05-31", "month"),
        ("late last week", "2021-07-22", "2021-07-25", "week"),
        ("the past 24 hours", "2021-07-27", "2021-07-28", "None"),
        ("the year to March", "2020-04-01", "2021-03-31", "month"),
        ("the rest of the week", "2021-07-28", "2021-08-01", "week"),
        ("so far this year", "2021-01-01", "2021-07-28", "year"),
        ("the weekend of Labor Day 2020", "2020-09-05", "2020-09-07", "day"),
        ("at the turn of the century", "1995-01-01", "2004-12-31", "decade"),
        ("the last two quarters", "2021-01-01", "2021-06-30", "quarter"),
        ("the next three quarters", "2021-10-01", "2022-06-30", "quarter"),
        ("the 10 previous weeks", "2021-05-19", "2021-07-28", "week"),
        ("within five business days", "2021-07-28", "2021-08-04", "day"),
        ("three working days ago", "2021-07-23", "2021-07-23", "day"),
        ("between the 21st and 23rd", "2021-07-21", "2021-07-23", "day"),
        ("April the 9th to the 17th", "2021-04-09", "2021-04-17", "day"),
        ("week 27 of last year", "2020-06-29", "2020-07-05", "week"),
        ("the noughties", "2000-01-01", "2009-12-31", "decade"),
        ("the 70s", "1970-01-01", "1979-12-31", "decade"),
        ("nineteen oh one", "1901-01-01", "1901-12-31", "year"),
        ("20210705", "2021-07-05", "2021-07-05", "day"),
        ("Dec/2020-May/2021", "2020-12-01", "2021-05-31", "month"),
        ("2014~2018", "2014-01-01", "2018-12-31", "year"),
        ("Oct 26 15:50:06 2016", "2016-10-26", "2016-10-26", "day"),
        ("between 7 and 9 last night", "2021-07-27", "2021-07-27", "day"),
        ("May 8, '45", "1945-05-08", "1945-05-08", "day"),
        ("Tuesday, July 26", "2021-07-26", "2021-07-26", "day"),
        ("within 48 hours", "2021-07-28", "2021-07-30", "None"),
    ],
)
def test_bounds(text: str, earliest: str, latest: str, granularity: str) -> None:
    (found,) = resolve(text, WEDNESDAY)
    assert (str(found.period.earliest), str(found.period.latest)) == (earliest, latest)
    assert str(found.period.granularity) == granularity


def test_with_the_hour_of_publication_lengths_lead_to_minutes() -> None:
    for text, tense, value in [
        ("half an hour ago", "past", "2021-07-28T18:45"),
        ("a day and two hours ago", "past", "2021-07-27T17:15"),
        ("in 5 hours", "future", "2021-07-29T00:15"),
        ("two days ago", "past", "2021-07-26"),
        ("at 7 a.m.", "future", "2021-07-29T07:00"),
        ("at 8 p.m.", "future", "2021-07-28T20:00"),
        ("at 7 a.m.", "past", "2021-07-28T07:00"),
    ]:
        assert [one.period.value for one in resolve(text, WEDNESDAY, tense, time(19, 15))] == [value]


def test_the_preposition_stays_outside() -> None:
    (found,) = resolve("It held talks on July 28, 2021.", WEDNESDAY)
    assert found.text == "July 28, 2021"


def test_what_is_absolute_has_no_anchor() -> None:
    (absolute,), (relative,) = resolve("in 2019", WEDNESDAY), resolve("last year", WEDNESDAY)
    assert absolute.period.anchor is None
    assert relative.period.anchor == WEDNESDAY


VOCABULARY = (
    "the a of in on at to from and between last next this Monday May 9 31 2019 2021 first week weeks month year ago "
    "later before after early late mid - / : , . pm ' s every two three hours 30 February Easter quarter night st th Q"
)
_WORDS = st.sampled_from(sorted(set(VOCABULARY.split())))


@settings(max_examples=300, deadline=None)
@given(
    st.lists(_WORDS, max_size=12),
    st.dates(date(1000, 1, 1), date(2999, 12, 31)),
    st.sampled_from(["past", "present", "future", "unknown"]),
)
def test_any_words_of_time_keep_the_order_of_their_bounds(words: list[str], reference: date, tense: str) -> None:
    text = " ".join(words)
    for found in (*resolve(text, reference, tense), *resolve(text, reference, tense, time(23, 59))):
        if found.period.earliest and found.period.latest:
            assert found.period.earliest <= found.period.latest


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read_without_an_error(text: str) -> None:
    for found in resolve(text, WEDNESDAY):
        assert text[found.start : found.end] == found.text


@settings(max_examples=200, deadline=None)
@given(st.lists(_WORDS, max_size=10), st.dates(date(1000, 1, 1), date(2999, 12, 31)))
def test_reading_what_was_read_gives_the_same_and_no_times_overlap(words: list[str], reference: date) -> None:
    text = " ".join(words)
    found = resolve(text, reference)
    assert found == resolve(text, reference)
    assert all(one.end <= two.start for one, two in pairwise(found))
    assert all(text[one.start : one.end] == one.text for one in found)


@pytest.mark.parametrize(
    "words", ["the last two weeks of the first ", "on May 5, 3020 at 12:30 ", "between 7 and 9 1 - "]
)
def test_a_long_hostile_text_is_read_in_time(words: str) -> None:
    begun = perf_counter()
    resolve(words * 300, WEDNESDAY)
    assert perf_counter() - begun < 10


def test_a_weekday_without_a_verb_is_the_last_gone_by_and_a_date_the_nearest() -> None:
    assert _values("Friday", "unknown") == ["2021-07-23"]
    assert _values("Sept. 3", "unknown") == ["2021-09-03"]
