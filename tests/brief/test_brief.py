"""The brief of a record made by hand, to the letter; and its laws."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

from record_maker import EGYPT, MEETING, MINISTER, PLAN, SAME_MEETING, SUDAN, report
from tidings.brief import Brief, as_html, as_markdown, brief_of
from tidings.brief.render import plain_markdown
from tidings.brief.telling import Reading
from tidings.cli.ties import tie_event
from tidings.engine import merge_store
from tidings.ontology import load_ontology
from tidings.record import Factuality
from tidings.store import EventQuery, Store
from tidings.ties import series, trend

GOLDEN = Path(__file__).parent / "golden.md"
HOSTILE = 'Egypt accused Sudan of <script>alert(1)</script> ![x](http://evil.example/x.png) `rm` and "worse" & more.'
SAID = report(
    HOSTILE, "accused", "ACCUSE", (("Egypt", EGYPT),), (("Sudan", SUDAN),),
    published=date(2021, 8, 20), publisher="<b>Post</b>", day=date(2021, 8, 20),
)  # fmt: skip
DENIED = report(
    "CAIRO, Aug 25 - Egypt has not attacked Sudan.", "attacked", "ASSAULT", (("Egypt", EGYPT),), (("Sudan", SUDAN),),
    published=date(2021, 8, 25), day=date(2021, 8, 25), factuality=Factuality(polarity="negative"),
)  # fmt: skip
CLAIMED = report(
    "Egypt attacked Sudan on its border, a ministry spokesman said.", "attacked", "ASSAULT", (("Egypt", EGYPT),),
    (("Sudan", SUDAN),), published=date(2021, 8, 24), day=date(2021, 8, 24), said_by=("a ministry spokesman", MINISTER),
)  # fmt: skip
PROMISED = report(
    "Egypt will send aid to Sudan.", "send", "AID", (("Egypt", EGYPT),), (("Sudan", SUDAN),),
    published=date(2021, 9, 1), factuality=Factuality(time="future", mood="promised"),
)  # fmt: skip
MONTH_LATER = report(
    "Egypt and Sudan met in July.", "met", "CONSULT", (("Egypt", EGYPT),), (("Sudan", SUDAN),),
    published=date(2021, 10, 1), day=date(2021, 7, 30), mode="visit",
)  # fmt: skip
ALL = (MEETING, SAME_MEETING, SAID, DENIED, CLAIMED, PROMISED, PLAN, MONTH_LATER)


def brief(analyses: tuple[object, ...], folder: Path) -> Brief:
    with Store(folder / "record.duckdb") as store:
        store.add(analyses, load_ontology())  # type: ignore[arg-type]
        merge_store(store)
        rows = store.events(EventQuery(between=("EGY", "SDN")))
        dyad = series(map(tie_event, rows), "month")
        return brief_of("Egypt", "Sudan", [store.why(row.id) for row in rows], dyad, trend(dyad))


@pytest.fixture
def made(tmp_path: Path) -> Brief:
    return brief(ALL, tmp_path)


def test_the_brief_to_the_letter(made: Brief) -> None:
    """After a change that is meant, `TIDINGS_GOLDEN=write python -m pytest tests/brief` writes it anew."""
    if os.environ.get("TIDINGS_GOLDEN") == "write":
        GOLDEN.write_text(as_markdown(made), "utf-8")
    assert as_markdown(made) == GOLDEN.read_text("utf-8")


def test_no_word_without_a_source(made: Brief) -> None:
    numbers = {citation.number for citation in made.citations}
    items = [*made.short, *made.standing, *made.happened, *made.said, *made.planned, *made.disputed]
    assert items and all(item.citations and numbers.issuperset(item.citations) for item in items)
    assert numbers == {number for item in items for number in item.citations}
    texts = {analysis.document.id: analysis.document.text for analysis in ALL}
    for citation in made.citations:
        assert texts[citation.document_id][citation.start : citation.end] == citation.text


def test_sections(made: Brief) -> None:
    assert [item.lead for item in made.disputed] == ["Only on the word of a ministry spokesman", "Claimed", "Denied"]
    assert made.disputed[2].text == "Egypt has not attacked Sudan."
    assert [item.lead for item in made.planned] == ["Promised"]
    assert HOSTILE in [item.text for item in made.said]


class Page(HTMLParser):
    """The tags of a page, and its attributes that lead anywhere."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links |= {value or "" for name, value in attrs if name in ("href", "src")}


def test_hostile_news_stays_text(made: Brief) -> None:
    page = Page()
    page.feed(as_html(made))
    assert not page.tags & {"script", "img", "b"} and page.links <= {"data:,", *(f"#c{n}" for n in range(1, 99))}
    assert "<script" not in as_markdown(made) and not re.search(r"(?<!\\)\[x", as_markdown(made))


def test_an_empty_record_makes_a_brief(tmp_path: Path) -> None:
    nothing = brief((), tmp_path)
    assert nothing.verdict == "too little news" and not nothing.citations
    assert "no event between the two" in as_markdown(nothing) and as_html(nothing)


@pytest.mark.parametrize(("text", "printed"), [("a*b_c", r"a\*b\_c"), ("<i>", "&lt;i&gt;"), ("A & B", "A &amp; B")])
def test_markdown_prints_words_as_they_are(text: str, printed: str) -> None:
    assert plain_markdown(text) == printed


def test_a_long_stretch_is_dated_by_its_end(tmp_path: Path) -> None:
    with Store(tmp_path / "record.duckdb") as store:
        store.add((MEETING,), load_ontology())
        merge_store(store)
        (event, *_) = store.events(EventQuery())
        tellings = store.why(event.id).tellings
    eight_years = replace(event, earliest=date(2016, 1, 1), latest=date(2023, 11, 6))  # "the first visit since 2016"
    one_year = replace(event, earliest=date(2016, 1, 1), latest=date(2016, 12, 31))
    long, short = (Reading((one,), tuple(tellings)) for one in (eight_years, one_year))
    assert (long.days, long.day) == ("By 6 November 2023", date(2023, 11, 6))
    assert (short.days, short.day) == ("2016", date(2016, 1, 1))
