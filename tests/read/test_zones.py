"""Zones: what each paragraph is for its reader."""

from __future__ import annotations

import json
import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tidings.read import read_text
from tidings.read.normal import normalise
from tidings.read.paragraphs import paragraphs
from tidings.read.zones import cut_zones

GOLD = Path(__file__).resolve().parents[3] / "shared" / "gold"

HEAD = "Egypt and Sudan hold talks on the river"
LEAD = "Egypt's foreign minister met his Sudanese counterpart in Cairo on Wednesday for talks on the river."
MORE = "They agreed to meet again in the autumn, a ministry spokesman said, and to bring the engineers along."
LAST = "The two countries have argued over the water of the river for years, and so have their neighbours."


def kinds(*parts: str, title: str | None = None) -> list[str]:
    text = "\n\n".join(parts)
    return [zone.kind.value for zone in cut_zones(text, title)]


def kind_of(part: str) -> str:
    """The kind of a paragraph in the midst of a report."""
    return kinds(HEAD, LEAD, MORE, part, LAST)[3]


@pytest.mark.parametrize(
    "headline",
    [
        HEAD,
        "Germany bans airline, citing ‘security’",
        "Is the truce over?",
        "Iran rejects talks with U.S.",
        "SOURCES: TALKS TO RESUME",
        "Sources: talks to resume next week",
        "3 killed as border clash spreads",
    ],
)
def test_headline(headline: str) -> None:
    assert kinds(headline, LEAD, MORE, LAST) == ["headline", "body", "body", "body"]


@pytest.mark.parametrize(
    "parts",
    [
        (LEAD,),
        ("Egypt said no",),
        (LEAD, MORE),
        ("TIANJIN, China (Reuters) - Envoys of two countries met", MORE),
    ],
)
def test_no_headline(parts: tuple[str, ...]) -> None:
    assert set(kinds(*parts)) == {"body"}


def test_title_finds_the_headline_even_with_a_full_stop() -> None:
    assert kinds("Talks open in Cairo.", LEAD, MORE, title="Talks open in  cairo.")[0] == "headline"


def test_standfirst_before_a_caption() -> None:
    found = kinds(
        HEAD, "Ministers want a deal before the rains come.", "The ministers in Cairo [Ann Lee/AFP]", LEAD, MORE
    )
    assert found == ["headline", "standfirst", "caption", "body", "body"]


def test_standfirst_without_a_full_stop() -> None:
    assert kinds(HEAD, "Ministers want a deal before the rains come", LEAD, MORE)[1] == "standfirst"


def test_lead_is_no_standfirst() -> None:
    assert kinds(HEAD, LEAD, MORE, LAST)[1] == "body"


@pytest.mark.parametrize(
    "part",
    [
        "The minister arriving in Cairo on Tuesday [Ann Lee/AFP]",
        "Soldiers at the border post near the river [File: Ann Lee/Reuters]",
        "A market in the capital [Anadolu Agency]",
        "A market in the capital [Ann Lee]",
        "The minister speaks to reporters. (AP Photo/Ann Lee)",
        "The minister speaks to reporters. (Photo: Ann Lee)",
        "The minister speaks to reporters (Ann Lee/Reuters)",
        "FILE PHOTO: The minister speaks to reporters in March. REUTERS/Ann Lee",
        "FILE - The minister speaks to reporters in March.",
        "Photograph: Ann Lee/The Daily Example",
        "The foreign minister (R) shakes hands with the envoy (L) in Cairo",
        "The foreign minister, pictured in 2019, has held the post for years.",
        "Foreign Minister Ann Lee, right, shakes hands with the envoy in Cairo.",
        "Protesters at the march. Image: Ann Lee.",
        "Image caption The minister speaks to reporters",
    ],
)
def test_caption(part: str) -> None:
    assert kind_of(part) == "caption"


@pytest.mark.parametrize(
    "part",
    [
        "“They agreed [to meet] again,” the spokesman told reporters of the two countries.",
        "Parties of the left, right, and center, said they would support the treaty.",
        "The senator (R-Texas) said the treaty was a mistake and would be undone.",
        "Officials said the source of the fire was not known.",
        "He asked them to read more and to talk less, the spokesman said of the talks.",
        "By Wednesday the army had taken the town and the bridge, officials said.",
        "For the latest round of talks, Egypt invited the neighbours too.",
        "Related to the river, the two sides also spoke about the dam.",
        "Share prices fell after the talks, and the pound lost ground.",
        "TIANJIN, China (Reuters) - Envoys of the two countries met again on Friday.",
        "Video of the attack showed soldiers near the bridge.",
        "No.",
    ],
)
def test_body_stays_body(part: str) -> None:
    assert kind_of(part) == "body"


@pytest.mark.parametrize("part", ["‘A closed door’", "The road to the talks", "Water and trade", "What happens next?"])
def test_crosshead(part: str) -> None:
    assert kind_of(part) == "crosshead"


def test_last_line_is_no_crosshead() -> None:
    assert kinds(HEAD, LEAD, MORE, LAST, "Water and trade")[-1] == "body"


@pytest.mark.parametrize(
    "part",
    [
        "By Ann Lee",
        "By Ann Lee and Omar Haddad in Cairo",
        "BY ANN LEE",
        "By ANN LEE, Associated Press Writer",
        "Reporting by Ann Lee; Editing by Omar Haddad",
        "(Reporting by Ann Lee in Cairo; Editing by Omar Haddad)",
        "Ann Lee, Staff writer",
        "Friday, March 1, 2019",
        "1 March 2019",
        "Published: 1 March 2019, 10:00 GMT",
        "Last updated on March 1, 2019",
        "AMMAN, Jordan (AP)",
    ],
)
def test_byline(part: str) -> None:
    assert kinds(HEAD, part, LEAD, MORE) == ["headline", "byline", "body", "body"]


def test_writer_named_under_the_headline_next_to_a_date() -> None:
    assert kinds(HEAD, "Ann Lee", "Friday, March 1, 2019", LEAD, MORE)[:3] == ["headline", "byline", "byline"]


@pytest.mark.parametrize("part", ["Source: Al Jazeera and news agencies", "SOURCE: AGENCIES", "Sources: AFP, Reuters"])
def test_source_line(part: str) -> None:
    assert kinds(HEAD, LEAD, MORE, part)[-1] == "source"


@pytest.mark.parametrize(
    "part",
    [
        "Read more: the dam explained",
        "Sign up for our newsletter",
        "Get the latest headlines in your inbox every morning.",
        "Follow us on Twitter and Facebook",
        "Share this article",
        "Copyright 2021 The Example. All rights reserved.",
        "© 2021 Example Media",
        "This website uses cookies to improve your experience.",
        "Advertisement",
        "3 min read",
        "Click here to download our app",
    ],
)
def test_boilerplate(part: str) -> None:
    assert kind_of(part) == "boilerplate"


def test_links_under_a_heading_are_boilerplate_too() -> None:
    parts = (HEAD, LEAD, MORE, "Related news", "Dam talks stall again", "Rains come late this year")
    assert kinds(*parts)[3:] == ["boilerplate"] * 3


def test_lines_are_paragraphs_unless_they_are_wrapped() -> None:
    lines = f"{HEAD}\n{LEAD}\n{MORE}\n{LAST}"
    assert len(paragraphs(lines)) == 4
    wrapped = f"{HEAD}\n\n" + "\n".join(
        [
            "Egypt's foreign minister met his Sudanese counterpart in Cairo on",
            "Wednesday for talks on the river. They agreed to meet again in the",
            "autumn, a spokesman said.",
        ]
    )
    assert [zone.kind.value for zone in cut_zones(wrapped)] == ["headline", "body"]


@given(
    st.lists(
        st.sampled_from([HEAD, LEAD, MORE, "", " ", "By Ann Lee", "‘A state’", "\n", "\xa0", "[A/B]", "Source: X"])
    )
)
def test_zones_stand_in_order_and_hold_every_word(parts: list[str]) -> None:
    text = normalise("\n".join(parts))
    zones = cut_zones(text)
    held = [zone.span.slice(text) for zone in zones]
    assert "".join("".join(held).split()) == "".join(text.split())
    assert all(part == part.strip() and part for part in held)
    assert all(one.span.end <= other.span.start for one, other in pairwise(zones))


@settings(deadline=2_000)
@given(st.text(max_size=2_000))
def test_any_text_can_be_cut(raw: str) -> None:
    text = normalise(raw)
    held = "".join(zone.span.slice(text) for zone in cut_zones(text))
    assert "".join(held.split()) == "".join(text.split())


LONG = [
    *("[" * 3_000, "(" * 500 + ")" * 500, "A" * 200_000, "x\n" * 50_000),
    *("a b, " * 15 + "right, ", "By " + "in " * 36, "By " + "A " * 36, "A, " * 39, "By " + "in the A, and " * 9 + "b"),
]


@pytest.mark.parametrize("part", LONG, ids=range(len(LONG)))
def test_no_paragraph_takes_long(part: str) -> None:
    start = time.process_time()
    cut_zones("\n\n".join([HEAD, part, LEAD]))
    assert time.process_time() - start < 5


@pytest.mark.skipif(not GOLD.is_dir(), reason="the gold reports are not here")
@pytest.mark.parametrize("gold", sorted(GOLD.glob("*/gold.json")), ids=lambda path: path.parent.name)
def test_gold_zones(gold: Path) -> None:
    wanted = json.loads(gold.read_text("utf-8"))
    text = (gold.parent / wanted["article"]).read_bytes().decode("utf-8")
    document = read_text(text)
    assert document.text == text
    for zone in wanted["zones"]:
        assert any(
            found.kind == zone["zone"] and found.span.start < zone["end"] and zone["start"] < found.span.end
            for found in document.zones
        ), zone
