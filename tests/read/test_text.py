"""Plain texts, dates and languages."""

from __future__ import annotations

from datetime import date

import pytest

from tidings.errors import ReadError
from tidings.read import read_text
from tidings.read.dates import date_in_words, parse_date
from tidings.read.language import not_english
from tidings.read.text import with_title


def test_date_line_above_the_story_is_the_date_of_publication() -> None:
    text = "Talks open in Cairo\n\nFriday, March 1, 2019\xa0\n\nTalks opened in Cairo on Thursday."
    assert read_text(text).published == date(2019, 3, 1)
    assert read_text(text, published=date(2020, 1, 1)).published == date(2020, 1, 1)


@pytest.mark.parametrize(
    "text",
    [
        "Talks open in Cairo\n\nTalks opened in Cairo on March 1, 2019.",
        "Talks open in Cairo\n\nTalks opened in Cairo.\n\nMarch 1, 2019",
        "Talks open in Cairo\n\nFriday\n\nTalks opened in Cairo.",
    ],
)
def test_undated_stays_undated(text: str) -> None:
    assert read_text(text).published is None


def test_headline_is_the_title_where_none_is_given() -> None:
    text = "Talks open in Cairo\n\nTalks opened in Cairo on Thursday."
    assert read_text(text).title == "Talks open in Cairo"
    assert read_text(text, title="Another").title == "Another"
    assert read_text("Talks opened in Cairo on Thursday.").title is None


@pytest.mark.parametrize("raw", ["", "   \n", "\x00\x00", "\ufeff", "... — !"])
def test_nothing_to_read(raw: str) -> None:
    with pytest.raises(ReadError, match="no words"):
        read_text(raw)


def test_a_report_has_a_size() -> None:
    with pytest.raises(ReadError, match="characters"):
        read_text("word " * 500_000)


FOREIGN = {
    "French": "Le ministre des affaires étrangères a rencontré son homologue soudanais au Caire mercredi. " * 8,
    "Spanish": "El ministro de Exteriores se reunió con su homólogo en El Cairo para hablar del comercio. " * 6,
    "German": "Der Außenminister traf am Mittwoch seinen sudanesischen Kollegen zu Gesprächen. " * 7,
    "Indonesian": "Menteri luar negeri bertemu dengan rekannya dari Sudan pada hari Rabu. " * 7,
    "Russian": "Министр иностранных дел встретился со своим суданским коллегой в Каире.",
    "Chinese": "外交部长星期三在开罗会见了苏丹外长，双方就河流问题举行了会谈。",
    "Arabic": "التقى وزير الخارجية المصري نظيره السوداني في القاهرة يوم الأربعاء",
}


@pytest.mark.parametrize("language", FOREIGN)
def test_other_languages_are_told(language: str) -> None:
    text = FOREIGN[language]
    assert (not_english(text) or "").startswith("not in English")
    with pytest.raises(ReadError, match="not in English"):
        read_text(text)


@pytest.mark.parametrize(
    "text",
    [
        "Egypt said no.",
        "Šefčovič meets Vučić, Erdoğan, Nguyễn Phú Trọng",
        "Egypt's foreign minister met his Sudanese counterpart in Cairo for talks on the river. " * 10,
        "World Health Organization (世界卫生组织) officials met the minister and thanked him for the help.",
    ],
)
def test_english_passes(text: str) -> None:
    assert not_english(text) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2021-07-28", date(2021, 7, 28)),
        ("2021-07-28T23:30:00Z", date(2021, 7, 28)),
        ("2021-07-28 23:30:00.123+03:00", date(2021, 7, 28)),
        ("20210728", date(2021, 7, 28)),
        ("20210728T101500Z", date(2021, 7, 28)),
        ("2021/7/28", date(2021, 7, 28)),
        ("28 July 2021", date(2021, 7, 28)),
        ("28th of July 2021", date(2021, 7, 28)),
        ("July 28, 2021", date(2021, 7, 28)),
        ("Jul. 28, 2021", date(2021, 7, 28)),
        ("Sept 6, 2019", date(2019, 9, 6)),
        ("Wednesday, July 28, 2021", date(2021, 7, 28)),
        ("Wed, 28 Jul 2021 23:30:00 GMT", date(2021, 7, 28)),
        ("28/07/2021", date(2021, 7, 28)),
        ("07/28/2021", date(2021, 7, 28)),
        ("05.05.2021", date(2021, 5, 5)),
        ("1627430400", date(2021, 7, 28)),
        ("1627430400000", date(2021, 7, 28)),
        ("03/04/2021", None),
        ("2021-02-30", None),
        ("July 2021", None),
        ("yesterday", None),
        ("Ju 28, 2021", None),
        ("", None),
        ("9" * 59, None),
    ],
)
def test_dates(text: str, day: date | None) -> None:
    assert parse_date(text) == day


def test_date_in_words_fills_the_text() -> None:
    assert date_in_words("On July 28, 2021") is None
    assert date_in_words("\xa0July 28, 2021 ") == date(2021, 7, 28)


@pytest.mark.parametrize(
    ("title", "body", "text"),
    [
        ("Talks open", "Talks opened.", "Talks open\n\nTalks opened."),
        ("Talks open", "Talks  open\n\nThey did.", "Talks  open\n\nThey did."),
        (None, "They did.", "They did."),
        ("  ", "They did.", "They did."),
    ],
)
def test_title_is_put_above_the_text_once(title: str | None, body: str, text: str) -> None:
    assert with_title(title, body) == text
