"""Where acts take place: by syntax, then by what the rest of the report tells of the same scene, or nowhere."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest
from written_tree import WrittenLexicon, analysis_of, trigger

from tidings.annotate.event import find_events
from tidings.annotate.event.scene import Scenes, Setting, Stand
from tidings.annotate.event.share import share
from tidings.record import (
    Actor,
    Analysis,
    Document,
    EventMention,
    Evidence,
    Factuality,
    Mention,
    MentionKind,
    Participant,
    Place,
    Sentence,
    Span,
    Toponym,
    When,
)

ATTACK = trigger("ASSAULT", "attack")
CRITICISE = trigger("ACCUSE", "criticise")
URGE = trigger("REQUEST", "urge")

CASES = {
    "whoever acts is there": (
        """gunmen gunman NOUN 4 nsubj @SDN/UAF
        in in ADP 3 case
        Rabat Rabat PROPN 1 nmod #MAR
        attacked attack VERB 0 root past
        Egypt Egypt PROPN 4 obj @EGY""",
        ATTACK,
        "Rabat",
    ),
    "after a trial": (
        """after after ADP 3 case
        a a DET 3 det
        trial trial NOUN 7 obl
        in in ADP 5 case
        Oran Oran PROPN 3 nmod #DZA
        Chad Chad PROPN 7 nsubj @TCD
        criticised criticise VERB 0 root past
        Egypt Egypt PROPN 7 obj @EGY""",
        CRITICISE,
        "Oran",
    ),
    "an assembly of ministers in a town": (
        """assembly assembly NOUN 6 nsubj @SDN
        of of ADP 3 case
        ministers minister NOUN 1 nmod
        in in ADP 5 case
        Oran Oran PROPN 3 nmod #DZA
        criticised criticise VERB 0 root past
        Egypt Egypt PROPN 6 obj @EGY""",
        CRITICISE,
        "Oran",
    ),
    "on a visit": (
        """Chad Chad PROPN 6 nsubj @TCD
        on on ADP 3 case
        visit visit NOUN 1 nmod
        to to ADP 5 case
        Rabat Rabat PROPN 3 nmod #MAR
        criticised criticise VERB 0 root past
        Egypt Egypt PROPN 6 obj @EGY""",
        CRITICISE,
        "Rabat",
    ),
    "in a speech": (
        """Chad Chad PROPN 2 nsubj @TCD
        criticised criticise VERB 0 root past
        Egypt Egypt PROPN 2 obj @EGY
        in in ADP 5 case
        speech speech NOUN 2 obl
        delivered deliver VERB 5 acl pass
        in in ADP 8 case
        Oran Oran PROPN 6 obl #DZA""",
        CRITICISE,
        "Oran",
    ),
    "what is asked for shall happen elsewhere": (
        """Chad Chad PROPN 2 nsubj @TCD
        urged urge VERB 0 root past
        Egypt Egypt PROPN 2 obj @EGY
        to to PART 5 mark
        stay stay VERB 2 xcomp inf
        in in ADP 7 case
        Rabat Rabat PROPN 5 obl #MAR""",
        URGE,
        None,
    ),
    "a name the parser hung beside its noun": (
        """rebels rebel NOUN 2 nsubj @SDN/REB
        attacked attack VERB 0 root past
        Egypt Egypt PROPN 2 obj @EGY
        in in ADP 6 case
        the the DET 6 det
        capital capital NOUN 2 obl
        Rabat Rabat PROPN 2 obl #MAR""",
        ATTACK,
        "Rabat",
    ),
    "a clause that only describes": (
        """Chad Chad PROPN 2 nsubj @TCD
        died die VERB 0 root past
        in in ADP 4 case
        Rabat Rabat PROPN 2 obl #MAR
        of of ADP 6 case
        wounds wound NOUN 2 obl
        that that PRON 9 obj
        rebels rebel NOUN 9 nsubj @SDN/REB
        attacked attack VERB 6 acl:relcl past""",
        ATTACK,
        None,
    ),
    "deep inside a phrase": (
        """rebels rebel NOUN 2 nsubj @SDN/REB
        attacked attack VERB 0 root past
        Egypt Egypt PROPN 2 obj @EGY
        in in ADP 5 case
        operations operation NOUN 2 obl
        around around ADP 8 case
        Oran Oran PROPN 8 compound #DZA
        post post NOUN 5 nmod""",
        ATTACK,
        "Oran",
    ),
    "the city is the one that was told of": (
        """Rabat Rabat PROPN 3 nsubj #MAR
        was be AUX 3 cop
        calm calm ADJ 0 root
        when when ADV 6 advmod
        rebels rebel NOUN 6 nsubj @SDN/REB
        attacked attack VERB 3 advcl past
        Egypt Egypt PROPN 6 obj @EGY
        in in ADP 10 case
        the the DET 10 det
        city city NOUN 6 obl""",
        ATTACK,
        "Rabat",
    ),
    "of two cities none": (
        """Rabat Rabat PROPN 4 nsubj #MAR
        Oran Oran PROPN 1 conj #DZA
        were be AUX 4 cop
        calm calm ADJ 0 root
        rebels rebel NOUN 6 nsubj @SDN/REB
        attacked attack VERB 4 parataxis past
        Egypt Egypt PROPN 6 obj @EGY
        in in ADP 10 case
        the the DET 10 det
        city city NOUN 6 obl""",
        ATTACK,
        None,
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_the_sentence_says_where(case: str) -> None:
    table, rule, name = CASES[case]
    (event,) = find_events(analysis_of(table), WrittenLexicon(rule)).events
    assert (event.place.name if event.place else None) == name


def _of_states(analysis: Analysis) -> Analysis:
    """The analysis with every place a state."""
    toponyms = (replace(one, place=replace(one.place, feature="PCLI")) for one in analysis.toponyms if one.place)
    return replace(analysis, toponyms=tuple(toponyms))


BANNED = """Germany Germany PROPN 2 nsubj @DEU #DEU
    banned ban VERB 0 root past
    airline airline NOUN 2 obj @IRN
    of of ADP 5 case
    Iran Iran PROPN 3 nmod #IRN
    from from SCONJ 7 mark
    flying fly VERB 2 advcl ger
    in in ADP 11 case
    the the DET 11 det
    European European ADJ 11 amod
    nation nation NOUN 7 obl"""


def test_the_part_of_the_world_tells_which_nation_is_meant() -> None:
    lexicon = WrittenLexicon(trigger("SANCTION", "ban"))
    (event,) = find_events(_of_states(analysis_of(BANNED)), lexicon).events
    assert event.place is not None and event.place.country == "DEU"
    (event,) = find_events(_of_states(analysis_of(BANNED.replace("European", "Asian"))), lexicon).events
    assert event.place is None


def test_an_act_in_a_part_of_a_state_is_placed_in_that_part_and_the_toponym_stays_the_state() -> None:
    table = """rebels rebel NOUN 2 nsubj @SYR/REB
        attacked attack VERB 0 root past
        Egypt Egypt PROPN 2 obj @EGY
        in in ADP 6 case
        northeast northeast ADJ 6 amod
        Syria Syria PROPN 2 obl #SYR"""
    read = find_events(_of_states(analysis_of(table)), WrittenLexicon(ATTACK))
    (event,), (toponym,) = read.events, read.toponyms
    assert event.place is not None and toponym.place is not None
    assert (event.place.id, event.place.name) == ("place:north-eastern-syria-syr", "northeast Syria")
    assert event.place.latitude is not None and event.place.latitude > 35.5
    assert toponym.place.name == "Syria"


def test_a_date_behind_a_verb_of_saying_is_that_of_the_saying() -> None:
    table = """Chad Chad PROPN 2 nsubj @TCD
        warned warn VERB 0 root past
        on on ADP 4 case
        Friday Friday PROPN 8 obl %2024-05-03
        that that SCONJ 8 mark
        rebels rebel NOUN 8 nsubj @SDN/REB
        would would AUX 8 aux fin
        attack attack VERB 2 ccomp inf
        Egypt Egypt PROPN 8 obj @EGY"""
    (event,) = find_events(analysis_of(table, published=date(2024, 5, 6)), WrittenLexicon(ATTACK)).events
    assert event.when is not None
    assert (event.when.earliest, event.when.latest) == (date(2024, 5, 3), None)


ORAN = Place("place:Oran", "Oran", "DZA", None, None, None, "PPL")
RABAT = Place("place:Rabat", "Rabat", "MAR", None, None, None, "PPL")
ACTORS = {
    "EGY": Actor("EGY", "Egypt", "EGY", ("GOV",)),
    "TCD": Actor("TCD", "Chad", "TCD", ("GOV",)),
    "minister": Actor("minister", "the minister", "EGY", ("GOV",)),
    "crowd": Actor("crowd", "Moroccan protesters", "MAR", ("CVL",)),
    "police": Actor("police", "police", None, ("COP",)),
}


def act(event_type: str, actors: str, recipients: str, sentence: int = 0, place: Place | None = None) -> EventMention:
    """An act of the past whose sides are ids of `ACTORS`."""
    sides = [tuple(Participant(Span(0, 1), one) for one in side.split()) for side in (actors, recipients)]
    return EventMention(
        id=f"{event_type}{sentence}", trigger=Span(0, 1), event_type=event_type, mode=None, contexts=(), cameo="000",
        actors=sides[0], recipients=sides[1], when=When(None, date(2024, 5, 6), None, "on or before: published"),
        place=place, attribution=None, factuality=Factuality(), sentence=sentence,
        evidence=Evidence("d", Span(0, 1), "plover/ASSAULT.yaml:shoot", 1.0),
    )  # fmt: skip


def scene(
    event: EventMention, *others: EventMention, settings: Iterable[Setting] = (), stands: Iterable[Stand] = ()
) -> Place | None:
    """Where an act takes place in a report that tells of others too."""
    return Scenes(tuple(settings), tuple(stands), (event, *others), ACTORS).place_of(event)


def test_a_meeting_told_again_is_where_it_was_told_first() -> None:
    told = act("CONSULT", "minister", "TCD", 3, ORAN)
    assert scene(act("CONSULT", "EGY", "TCD"), told) == ORAN
    assert scene(act("CONSULT", "EGY", "crowd"), told) is None
    assert scene(act("CONSULT", "EGY", "TCD"), told, act("CONSULT", "TCD", "EGY", 5, RABAT)) is None


def test_what_those_who_meet_ask_of_each_other_is_said_there_and_what_they_accuse_each_other_of_may_not_be() -> None:
    told = act("CONSULT", "EGY", "TCD", 0, ORAN)
    assert scene(act("REQUEST", "minister", "TCD", 2), told) == ORAN
    assert scene(act("ACCUSE", "minister", "TCD", 2), told) is None
    assert scene(act("REQUEST", "minister", "TCD", 9), told) is None
    later = replace(told, when=When(date(2024, 6, 1), date(2024, 6, 1), "day", "timex t1"))
    assert scene(act("REQUEST", "minister", "TCD", 2), later) is None


def test_a_speaker_speaks_where_he_stands_and_a_state_stands_nowhere() -> None:
    stands = [Stand("minister", 1, ORAN), Stand("state:EGY", 1, ORAN)]
    assert scene(act("ACCUSE", "minister", "TCD", 2), stands=stands) == ORAN
    assert scene(act("ACCUSE", "state:EGY", "TCD", 2), stands=stands) is None
    assert scene(act("ACCUSE", "minister", "TCD", 2), stands=[*stands, Stand("minister", 3, RABAT)]) is None


def test_protesters_are_where_the_protest_is() -> None:
    protest = Setting("PROTEST", "protest", 4, RABAT)
    assert scene(act("ASSAULT", "police", "crowd"), settings=[protest]) == RABAT
    assert scene(act("ASSAULT", "police", "EGY"), settings=[protest]) is None
    assert scene(act("PROTEST", "EGY", ""), settings=[protest]) is None, "of another state"
    assert scene(act("PROTEST", "crowd", "", place=None), act("PROTEST", "crowd", "", 2, RABAT)) == RABAT


def test_the_noun_places_the_act_of_the_same_word() -> None:
    assert scene(act("ASSAULT", "police", ""), settings=[Setting("ASSAULT", "shooting", 2, ORAN)]) == ORAN
    assert scene(act("ASSAULT", "police", ""), settings=[Setting("ASSAULT", "bombing", 2, ORAN)]) is None


def _shared(told: str, *events: EventMention) -> list[str | None]:
    """The places of the acts of a report that names Egypt and Chad as places."""
    states = [Place(f"place:{code}", code, code, None, None, None, "PCLI") for code in ("EGY", "TCD")]
    mention = Mention("m", Span(0, 1), Span(0, 1), MentionKind.TOPONYM)
    sentences = (Sentence.of(Span(0, len(told)), ()),)
    analysis = Analysis(Document.of(told, ()), sentences, toponyms=tuple(Toponym(mention, one) for one in states))
    done = share(analysis, events, Scenes((), (), events, ACTORS))
    return [event.place.name if event.place else None for event in done]


def test_what_is_said_at_a_meeting_that_another_telling_places_is_said_there() -> None:
    told = act("CONSULT", "EGY", "TCD", 0, ORAN)
    again = act("CONSULT", "minister", "TCD", 9)
    assert _shared("x", told, again, act("REQUEST", "EGY", "TCD", 12)) == ["Oran", "Oran", "Oran"]


def test_courts_and_those_in_office_act_at_home() -> None:
    at_home, abroad = act("SANCTION", "EGY", "minister"), act("SANCTION", "EGY", "TCD")
    resigned = replace(act("RETREAT", "minister", ""), mode="resign")
    withdrew = replace(act("RETREAT", "minister", ""), mode="withdraw")
    assert _shared("x", at_home, abroad, resigned, withdrew) == ["EGY", None, "EGY", None]


def test_help_at_a_distance_has_no_scene() -> None:
    assert scene(act("AID", "EGY", "TCD"), act("CONSULT", "EGY", "TCD", 1, ORAN)) is None
