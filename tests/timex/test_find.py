"""The stage: times in sentences with trees, names and tenses."""

from __future__ import annotations

from datetime import date

import pytest

from tidings.annotate.timex import find_timexes
from tidings.record import Analysis, Document, Name, NameType, Sentence, Span, Token, Zone, ZoneKind

WEDNESDAY = date(2021, 7, 28)


def _sentence(rows: str, names: tuple[tuple[int, int, NameType], ...] = (), at: int = 0) -> tuple[str, Sentence]:
    """Rows of form, part of speech, features, head (from 1, 0 the root) and relation; words apart by blanks."""
    text, tokens = "", []
    for row in rows.strip().splitlines():
        form, pos, features, head, relation = row.split()
        start = at + len(text)
        span = Span(start, start + len(form))
        tokens.append(Token(span, form.lower(), pos, features.strip("_"), int(head) - 1, relation))
        text += form + " "
    text = text[:-1]
    found = tuple(Name(Span(tokens[a].span.start, tokens[b - 1].span.end), kind, a, b) for a, b, kind in names)
    return text, Sentence.of(Span(at, at + len(text)), tuple(tokens), found)


def _analysis(rows: str, published: date | None = WEDNESDAY, *names: tuple[int, int, NameType]) -> Analysis:
    text, sentence = _sentence(rows, names)
    document = Document.of(text, (Zone(ZoneKind.BODY, Span(0, len(text))),), published=published)
    return find_timexes(Analysis(document, (sentence,)))


MET = """
They PRON _ 2 nsubj
met VERB Mood=Ind|Tense=Past|VerbForm=Fin 0 root
on ADP _ 4 case
Wednesday PROPN _ 2 obl
"""
WILL_MEET = """
They PRON _ 3 nsubj
will AUX VerbForm=Fin 3 aux
meet VERB VerbForm=Inf 0 root
on ADP _ 5 case
Wednesday PROPN _ 3 obl
"""
TO_END = """
It PRON _ 3 nsubj
is AUX Mood=Ind|Tense=Pres|VerbForm=Fin 3 aux:pass
set VERB Tense=Past|VerbForm=Part 0 root
to PART _ 5 mark
end VERB VerbForm=Inf 3 xcomp
by ADP _ 7 case
August PROPN _ 5 obl
"""
MAY_GO = """
May AUX VerbForm=Fin 3 aux
they PRON _ 3 nsubj
go VERB VerbForm=Inf 0 root
"""
MAY_SAID = """
May PROPN _ 2 nsubj
said VERB Mood=Ind|Tense=Past|VerbForm=Fin 0 root
no INTJ _ 2 obj
"""
IN_MAY = """
They PRON _ 2 nsubj
left VERB Mood=Ind|Tense=Past|VerbForm=Fin 0 root
in ADP _ 4 case
May PROPN _ 2 obl
"""
COUNTED = """
Some DET _ 3 det
2000 NUM _ 3 nummod
troops NOUN Number=Plur 4 nsubj
left VERB Mood=Ind|Tense=Past|VerbForm=Fin 0 root
"""


@pytest.mark.parametrize(
    ("rows", "values"),
    [
        (MET, ["2021-07-28"]),
        (WILL_MEET, ["2021-08-04"]),
        (TO_END, ["2021-08"]),
        (MAY_GO, []),
        (MAY_SAID, []),
        (IN_MAY, ["2021-05"]),
        (COUNTED, []),
    ],
)
def test_tense_and_parts_of_speech_decide(rows: str, values: list[str]) -> None:
    assert [timex.value for timex in _analysis(rows).timexes] == values


def test_a_month_in_a_name_is_no_time() -> None:
    rows = MAY_SAID.replace("May PROPN _ 2 nsubj", "Theresa PROPN _ 3 nsubj\nMay PROPN _ 1 flat").replace(
        " 2 obj", " 3 obj"
    )
    assert _analysis(rows, WEDNESDAY, (0, 2, NameType.PERSON)).timexes == ()


def test_an_undated_report_keeps_what_it_cannot_resolve_and_says_so_once() -> None:
    analysis = _analysis(MET, None)
    (timex,) = analysis.timexes
    assert (timex.value, timex.earliest, timex.latest, timex.anchor) == (None, None, None, None)
    assert analysis.notes == ("undated: 'Wednesday' stays unresolved",)


def test_an_undated_report_still_has_its_absolute_dates() -> None:
    (timex,) = _analysis(IN_MAY.replace("May PROPN _ 2 obl", "2019 NUM _ 2 obl"), None).timexes
    assert timex.value == "2019"


def test_a_day_behind_a_verb_of_saying_shares_its_tense() -> None:
    rows = """
    He PRON _ 2 nsubj
    warned VERB Mood=Ind|Tense=Past|VerbForm=Fin 0 root
    on ADP _ 4 case
    Wednesday PROPN _ 8 obl
    that SCONJ _ 8 mark
    they PRON _ 8 nsubj
    would AUX VerbForm=Fin 8 aux
    leave VERB VerbForm=Inf 2 ccomp
    """
    assert [timex.value for timex in _analysis(rows).timexes] == ["2021-07-28"]


def test_what_names_no_day_is_noted_with_its_reason() -> None:
    rows = """
    They PRON _ 2 nsubj
    left VERB Mood=Ind|Tense=Past|VerbForm=Fin 0 root
    on ADP _ 4 case
    February PROPN _ 2 obl
    30 NUM _ 4 nummod
    """
    analysis = _analysis(rows)
    assert analysis.timexes == ()
    assert analysis.notes == ("no time: 'February 30' names no day of the years 1000 to 2999",)


def test_the_story_moves_on() -> None:
    first, one = _sentence(MET.replace("Wednesday", "Monday"))
    later = """
    Two NUM _ 2 nummod
    days NOUN Number=Plur 3 obl
    later ADV _ 5 advmod
    they PRON _ 5 nsubj
    left VERB Mood=Ind|Tense=Past|VerbForm=Fin 0 root
    """
    second, two = _sentence(later, at=len(first) + 1)
    text = f"{first}\n{second}"
    document = Document.of(text, (Zone(ZoneKind.BODY, Span(0, len(text))),), published=WEDNESDAY)
    timexes = find_timexes(Analysis(document, (one, two))).timexes
    assert [timex.value for timex in timexes] == ["2021-07-26", "2021-07-28"]


def test_the_date_in_a_byline_is_read() -> None:
    text = "Friday, September 6, 2019"
    document = Document.of(text, (Zone(ZoneKind.BYLINE, Span(0, len(text))),), published=date(2019, 9, 6))
    (timex,) = find_timexes(Analysis(document)).timexes
    assert timex.value == "2019-09-06"


def test_spans_are_slices_and_ids_repeat() -> None:
    one, two = _analysis(MET), _analysis(MET)
    assert one.text(one.timexes[0].mention.span) == "Wednesday"
    assert one.timexes == two.timexes
