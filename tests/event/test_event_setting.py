"""When, where, and what a pair of parties do to each other."""

from __future__ import annotations

from datetime import date

import pytest
from written_tree import WrittenLexicon, analysis_of, trigger

from tidings.annotate.event import find_events, relation
from tidings.ontology import Trigger
from tidings.record import Analysis, EventMention

MEET = trigger("CONSULT", "meet", recipient=("obj", "with"), reciprocal=True)
ATTACK = trigger("ASSAULT", "attack")
CRITICISE = trigger("ACCUSE", "criticise")
RELEASE = trigger("RETREAT", "release")

MET_IN_RABAT = """Egypt Egypt PROPN 2 nsubj @EGY
    met meet VERB 0 root past
    Chad Chad PROPN 2 obj @TCD
    in in ADP 5 case
    Rabat Rabat PROPN 2 obl #MAR
    on on ADP 7 case
    Friday Friday PROPN 2 obl %2024-05-03
    . . PUNCT 2 punct"""


def only(table: str, *triggers: Trigger, published: date | None = None) -> EventMention:
    """The one event of a sentence."""
    (event,) = find_events(analysis_of(table, published=published), WrittenLexicon(*triggers)).events
    return event


def test_time_and_place_of_the_clause() -> None:
    event = only(MET_IN_RABAT, MEET, published=date(2024, 5, 6))
    assert event.place is not None and event.place.country == "MAR"
    assert event.when is not None and event.when.earliest == event.when.latest == date(2024, 5, 3)
    assert event.when.granularity == "day"


def test_without_a_time_expression_the_report_bounds_it() -> None:
    event = only(MET_IN_RABAT.replace("%2024-05-03", ""), MEET, published=date(2024, 5, 6))
    assert event.when is not None and event.when.earliest is None and event.when.latest == date(2024, 5, 6)
    assert event.when.granularity is None


def test_an_undated_report_stays_undated() -> None:
    assert only(MET_IN_RABAT.replace("%2024-05-03", ""), MEET).when is None


def test_a_dated_saying_bounds_what_it_reports() -> None:
    table = """Chad Chad PROPN 4 nsubj @TCD
        on on ADP 3 case
        Friday Friday PROPN 4 obl %2024-05-03
        said say VERB 0 root past
        rebels rebel NOUN 6 nsubj @EGY/REB
        attacked attack VERB 4 ccomp past
        Egypt Egypt PROPN 6 obj @EGY
        . . PUNCT 4 punct"""
    when = only(table, ATTACK, published=date(2024, 5, 6)).when
    assert when is not None and (when.earliest, when.latest) == (None, date(2024, 5, 3))


WEEKS_OF_ATTACKS = """Chad Chad PROPN 2 nsubj @TCD
    denounced denounce VERB 0 root past
    sixteen sixteen NUM 4 nummod
    weeks week NOUN 2 obj %P16W
    of of ADP 6 case
    attacks attack NOUN 4 nmod
    by by ADP 8 case
    Egypt Egypt PROPN 6 nmod @EGY
    on on ADP 10 case
    Friday Friday PROPN 2 obl %2024-05-03
    . . PUNCT 2 punct"""


def test_what_weeks_are_made_of_began_so_long_before() -> None:
    attacks = trigger("ASSAULT", "attack", pos="noun", actor=("by",), recipient=())
    when = only(WEEKS_OF_ATTACKS, attacks, published=date(2024, 5, 6)).when
    assert when is not None and (when.earliest, when.latest) == (date(2024, 1, 12), date(2024, 5, 3))
    undated = WEEKS_OF_ATTACKS.replace("%2024-05-03", "")
    when = only(undated, attacks, published=date(2024, 5, 6)).when
    assert when is not None and (when.earliest, when.latest) == (date(2024, 1, 15), date(2024, 5, 6))
    assert only(undated, attacks).when is None


def test_a_day_after_the_report_is_the_future() -> None:
    event = only(MET_IN_RABAT, MEET, published=date(2024, 5, 1))
    assert (event.event_type, event.factuality.time, event.counts) == ("AGREE", "future", False)


def test_ids_follow_from_content() -> None:
    assert only(MET_IN_RABAT, MEET).id == only(MET_IN_RABAT, MEET).id


def told_between(analysis: Analysis, actor: str, recipient: str, *triggers: Trigger) -> str | None:
    """The type of what the first does to the second."""
    found = relation(analysis, actor, recipient, WrittenLexicon(*triggers))
    return None if found is None else found.event_type


def test_relation_takes_the_act_whose_sides_are_given() -> None:
    table = """Chad Chad PROPN 2 nsubj
        criticised criticise VERB 0 root past
        Egypt Egypt PROPN 2 obj
        after after SCONJ 6 mark
        rebels rebel NOUN 6 nsubj
        attacked attack VERB 2 advcl past
        Sudan Sudan PROPN 6 obj
        . . PUNCT 2 punct"""
    analysis = analysis_of(table)
    assert told_between(analysis, "Chad", "Egypt", CRITICISE, ATTACK) == "ACCUSE"
    assert told_between(analysis, "rebels", "Sudan", CRITICISE, ATTACK) == "ASSAULT"


def test_relation_reads_help_refused_as_rejection_and_harm_ahead_as_threat() -> None:
    refused = """Chad Chad PROPN 4 nsubj
        will will AUX 4 aux fin
        not not PART 4 advmod
        release release VERB 0 root inf
        pilots pilot NOUN 4 obj
        . . PUNCT 4 punct"""
    ahead = """Chad Chad PROPN 3 nsubj
        will will AUX 3 aux fin
        attack attack VERB 0 root inf
        Egypt Egypt PROPN 3 obj
        . . PUNCT 3 punct"""
    assert told_between(analysis_of(refused), "Chad", "pilots", RELEASE) == "REJECT"
    assert told_between(analysis_of(ahead), "Chad", "Egypt", ATTACK) == "THREATEN"


def test_relation_finds_nothing_where_no_trigger_stands() -> None:
    assert told_between(analysis_of(MET_IN_RABAT), "Egypt", "Chad", ATTACK) is None


def test_a_place_stands_for_its_state() -> None:
    visit = trigger("CONSULT", "visit")
    table = """Egypt Egypt PROPN 2 nsubj @EGY
        visited visit VERB 0 root past
        Rabat Rabat PROPN 2 obj #MAR
        . . PUNCT 2 punct"""
    found = find_events(analysis_of(table), WrittenLexicon(visit))
    (host,) = found.events[0].recipients
    assert host.actor == "state:MAR"
    assert "MAR" in {actor.country for actor in found.actors}
    assert any(mention.actor == host.actor for mention in found.actor_mentions)


def test_will_not_is_a_refusal() -> None:
    table = """Chad Chad PROPN 4 nsubj @TCD
        will will AUX 4 aux fin
        not not PART 4 advmod
        meet meet VERB 0 root inf
        Egypt Egypt PROPN 4 obj @EGY
        . . PUNCT 4 punct"""
    event = only(table, MEET)
    assert (event.event_type, event.counts) == ("REJECT", True)


def test_words_about_a_deed_are_aimed_at_its_doer() -> None:
    first = analysis_of(
        """Chad Chad PROPN 2 nsubj @TCD
        attacked attack VERB 0 root past
        Egypt Egypt PROPN 2 obj @EGY
        . . PUNCT 2 punct
        Sudan Sudan PROPN 6 nsubj @SDN
        criticised criticise VERB 2 parataxis past
        the the DET 8 det
        attack attack NOUN 6 obj
        . . PUNCT 2 punct"""
    )
    events = find_events(first, WrittenLexicon(ATTACK, CRITICISE)).events
    assert [one.actor for one in events[1].recipients] == ["TCD"]


def test_obligations_are_requests() -> None:
    from dataclasses import replace

    from tidings.record import Attribution, Evidence, Source, Span

    table = """Chad Chad PROPN 2 nsubj @TCD
        said say VERB 0 root past
        Egypt Egypt PROPN 5 nsubj @EGY
        must must AUX 5 aux fin
        leave leave VERB 2 ccomp inf
        . . PUNCT 2 punct"""
    analysis = analysis_of(table)
    whole = analysis.sentences[0].span
    cue, content = analysis.sentences[0].tokens[1].span, Span(10, whole.end)
    said = Attribution(
        "a1", Source(Span(0, 4), "TCD"), cue, content, "indirect", None, None, None, Evidence("d", cue, "test", 1.0)
    )
    (event,) = find_events(replace(analysis, attributions=(said,)), WrittenLexicon(ATTACK)).events
    assert (event.event_type, event.actors[0].actor, event.recipients[0].actor) == ("REQUEST", "TCD", "EGY")
    assert event.counts and event.attribution is None


MARKED = """Egypt Egypt PROPN 3 nsubj @EGY
    has have AUX 3 aux
    criticised criticise VERB 0 root past
    Chad Chad PROPN 3 obj @TCD
    {word} {word} ADP 6 case
    Friday Friday PROPN 3 obl %2024-05-03
    . . PUNCT 3 punct"""


@pytest.mark.parametrize(
    ("word", "earliest", "latest"),
    [
        ("since", date(2024, 5, 3), date(2024, 5, 6)),
        ("after", date(2024, 5, 4), date(2024, 5, 6)),
        ("until", None, date(2024, 5, 3)),
        ("by", None, date(2024, 5, 3)),
        ("before", None, date(2024, 5, 2)),
        ("on", date(2024, 5, 3), date(2024, 5, 3)),
    ],
)
def test_the_preposition_says_which_side_is_open(word: str, earliest: date | None, latest: date | None) -> None:
    when = only(MARKED.format(word=word), CRITICISE, published=date(2024, 5, 6)).when
    assert when is not None and (when.earliest, when.latest) == (earliest, latest)
    assert when.origin.startswith("timex") is (word == "on")


def test_a_clause_that_says_since_when() -> None:
    table = """Egypt Egypt PROPN 2 nsubj @EGY
        criticised criticise VERB 0 root past
        Chad Chad PROPN 2 obj @TCD
        since since SCONJ 6 mark
        protests protest NOUN 6 nsubj
        began begin VERB 2 advcl past
        in in ADP 8 case
        April April PROPN 6 obl %2024-04-01
        . . PUNCT 2 punct"""
    when = only(table, CRITICISE, published=date(2024, 5, 6)).when
    assert when is not None and (when.earliest, when.latest) == (date(2024, 4, 1), date(2024, 5, 6))
    assert when.origin.startswith("since: timex")


def test_the_date_of_what_is_said_of_the_subject() -> None:
    table = """Egypt Egypt PROPN 3 nmod:poss @EGY
        's 's PART 1 case
        raid raid NOUN 8 nsubj
        on on ADP 5 case
        Chad Chad PROPN 3 nmod @TCD
        is be AUX 8 aux
        all all ADV 8 advmod
        set set VERB 0 root past
        to to PART 10 mark
        start start VERB 8 xcomp
        Friday Friday PROPN 10 obl:tmod %2024-05-10
        . . PUNCT 8 punct"""
    raid = trigger("ASSAULT", "raid", pos="noun", actor=("poss",), recipient=("on",))
    when = only(table, raid, published=date(2024, 5, 6)).when
    assert when is not None and when.earliest == when.latest == date(2024, 5, 10)
