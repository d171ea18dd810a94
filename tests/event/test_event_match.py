"""Which words tell of an event, and which only look like it."""

from __future__ import annotations

from dataclasses import replace

from written_tree import told, trigger

from tidings.record import ZoneKind

CALL_STRIKE = trigger("PROTEST", "call strike")
CRACK_DOWN = trigger("COERCE", "crack down", recipient=("on",))
TAKE_IN = trigger("AID", "take in")
DEAL = trigger("SUPPORT", "deal", pos="noun", actor=("poss", "light", "mod"), recipient=("with",), reciprocal=True)
SANCTION = trigger("SANCTION", "sanction", pos="noun", actor=("poss", "light", "mod"), recipient=("on", "against"))
LIFT = trigger("RETREAT", "lift", recipient=("on",))
ACCUSE = trigger("ACCUSE", "accuse")
DETAIN = trigger("COERCE", "detain")
DENY = trigger("REJECT", "deny")


def test_a_phrase_takes_its_particle_and_what_follows() -> None:
    table = """Egypt Egypt PROPN 2 nsubj @EGY
        cracked crack VERB 0 root past
        down down ADP 2 compound:prt
        on on ADP 5 case
        rebels rebel NOUN 2 obl @SDN/REB
        . . PUNCT 2 punct"""
    assert told(table, CRACK_DOWN) == ["EGY COERCE SDN/REB"]


def test_another_particle_makes_another_verb() -> None:
    table = """Unions union NOUN 2 nsubj @EGY/OPP
        called call VERB 0 root past
        off off ADP 2 compound:prt
        the the DET 5 det
        strike strike NOUN 2 obj
        . . PUNCT 2 punct"""
    assert told(table, CALL_STRIKE) == []


def test_a_preposition_of_another_phrase_is_no_particle() -> None:
    table = """Talks talk NOUN 2 nsubj
        took take VERB 0 root past
        place place NOUN 2 obj
        in in ADP 5 case
        Cairo Cairo PROPN 2 obl @EGY
        . . PUNCT 2 punct"""
    assert told(table, TAKE_IN) == []


def test_a_standing_agreement_is_no_new_one() -> None:
    table = """The the DET 2 det
        deal deal NOUN 6 nsubj
        with with ADP 4 case
        Egypt Egypt PROPN 2 nmod @EGY
        is be AUX 6 cop pres
        void void ADJ 0 root
        . . PUNCT 6 punct"""
    assert told(table, DEAL) == []


def test_what_is_lifted_is_not_done_again() -> None:
    table = """Egypt Egypt PROPN 2 nsubj @EGY
        lifted lift VERB 0 root past
        sanctions sanction NOUN 2 obj
        on on ADP 5 case
        Chad Chad PROPN 3 nmod @TCD
        . . PUNCT 2 punct"""
    assert told(table, SANCTION, LIFT) == ["EGY RETREAT TCD"]


def test_a_bare_participle_tells_of_no_act() -> None:
    table = """Police police NOUN 4 nsubj @EGY/COP
        the the DET 4 det
        detained detain VERB 4 amod pass
        men man NOUN 0 root @EGY/CVL
        . . PUNCT 4 punct"""
    assert told(table, DETAIN) == []


def test_a_compound_part_is_no_event() -> None:
    table = """the the DET 3 det
        sanctions sanction NOUN 3 compound
        office office NOUN 0 root @USA/GOV
        . . PUNCT 3 punct"""
    assert told(table, SANCTION) == []


def test_the_negative_word_of_a_trigger_does_not_negate_it() -> None:
    table = """Egypt Egypt PROPN 2 nsubj @EGY
        said say VERB 0 root past
        no no INTJ 2 advmod
        to to ADP 5 case
        Chad Chad PROPN 2 obl @TCD
        . . PUNCT 2 punct"""
    assert told(table, trigger("REJECT", "say no", recipient=("to",))) == ["EGY REJECT TCD"]


def test_no_actor_acts_on_itself() -> None:
    table = """Egypt Egypt PROPN 2 nsubj @EGY
        accused accuse VERB 0 root past
        Egypt Egypt PROPN 2 obj @EGY
        . . PUNCT 2 punct"""
    assert told(table, ACCUSE) == ["EGY ACCUSE"]


def test_headlines_drop_the_auxiliary_of_the_passive() -> None:
    table = """Minister minister NOUN 2 nsubj:pass @EGY/GOV
        accused accuse VERB 0 root pass
        by by ADP 4 case
        judges judge NOUN 2 obl @EGY/JUD"""
    assert told(table, ACCUSE, zone=ZoneKind.HEADLINE) == ["EGY/JUD ACCUSE EGY/GOV"]


def test_private_people_make_no_politics() -> None:
    table = """Students student NOUN 2 nsubj @EGY/EDU
        accused accuse VERB 0 root past
        teachers teacher NOUN 2 obj @EGY/EDU
        . . PUNCT 2 punct"""
    assert told(table, ACCUSE) == []


def test_accidents_are_nobodys_act() -> None:
    kill = trigger("ASSAULT", "kill")
    table = """Ten ten NUM 2 nummod
        soldiers soldier NOUN 4 nsubj:pass @EGY/MIL
        were be AUX 4 aux:pass past
        killed kill VERB 0 root pass
        in in ADP 7 case
        a a DET 7 det
        crash crash NOUN 4 obl
        . . PUNCT 4 punct"""
    assert told(table, kill) == []


def test_a_stop_in_ones_own_country_is_no_meeting() -> None:
    visit = replace(trigger("CONSULT", "visit"), mode="visit")
    table = """Ministers minister NOUN 2 nsubj @EGY/GOV
        visited visit VERB 0 root past
        {town} {town} PROPN 2 obj #{country}
        . . PUNCT 2 punct"""
    assert told(table.format(town="Aswan", country="EGY"), visit) == []
    assert len(told(table.format(town="Khartoum", country="SDN"), visit)) == 1
