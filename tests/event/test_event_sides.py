"""Who acts on whom, through the constructions of English."""

from __future__ import annotations

import pytest
from written_tree import told, trigger

from tidings.ontology import Trigger

MEET = trigger("CONSULT", "meet", recipient=("obj", "with"), reciprocal=True)
ATTACK = trigger("ASSAULT", "attack")
RAID = trigger("ASSAULT", "raid", pos="noun", actor=("poss", "light", "by", "mod"), recipient=("on", "against"))
TALK = trigger(
    "CONSULT", "talk", pos="noun", actor=("between", "poss", "light", "mod"), recipient=("with",), reciprocal=True
)
HOLD_TALK = trigger("CONSULT", "hold talk", recipient=("with",), reciprocal=True)
CHARGE = trigger("ACCUSE", "charge", pos="noun", actor=("poss", "by"), recipient=("against",))
KILLING = trigger("ASSAULT", "killing", pos="noun", actor=("by", "poss", "mod"), recipient=("of", "against"))
URGE = trigger("REQUEST", "urge")
WITHDRAW = trigger("RETREAT", "withdraw", recipient=("from",))

CASES: dict[str, tuple[str, tuple[Trigger, ...], list[str]]] = {
    "active": (
        """Egypt Egypt PROPN 2 nsubj @EGY
        attacked attack VERB 0 root past
        Sudan Sudan PROPN 2 obj @SDN""",
        (ATTACK,),
        ["EGY ASSAULT SDN"],
    ),
    "passive with by": (
        """Sudan Sudan PROPN 3 nsubj:pass @SDN
        was be AUX 3 aux:pass past
        attacked attack VERB 0 root pass
        by by ADP 5 case
        Egypt Egypt PROPN 3 obl:agent @EGY""",
        (ATTACK,),
        ["EGY ASSAULT SDN"],
    ),
    "passive without by": (
        """Sudan Sudan PROPN 3 nsubj:pass @SDN
        was be AUX 3 aux:pass past
        attacked attack VERB 0 root pass""",
        (ATTACK,),
        ["ASSAULT SDN"],
    ),
    "both sides in the subject": (
        """Egypt Egypt PROPN 4 nsubj @EGY
        and and CCONJ 3 cc
        Sudan Sudan PROPN 1 conj @SDN
        met meet VERB 0 root past""",
        (MEET,),
        ["EGY, SDN CONSULT"],
    ),
    "relative clause": (
        """Rebels rebel NOUN 4 nsubj @SDN/REB
        who who PRON 3 nsubj PronType=Rel
        attacked attack VERB 1 acl:relcl past
        fled flee VERB 0 root past
        Egypt Egypt PROPN 3 obj @EGY""",
        (ATTACK,),
        ["SDN/REB ASSAULT EGY"],
    ),
    "participle": (
        """troops troops NOUN 0 root @EGY/MIL
        attacking attack VERB 1 acl ing
        Sudan Sudan PROPN 2 obj @SDN""",
        (ATTACK,),
        ["EGY/MIL ASSAULT SDN: ongoing"],
    ),
    "object control": (
        """Egypt Egypt PROPN 2 nsubj @EGY
        urged urge VERB 0 root past
        Sudan Sudan PROPN 2 iobj @SDN
        to to PART 5 mark
        withdraw withdraw VERB 2 xcomp inf""",
        (URGE, WITHDRAW),
        ["EGY REQUEST SDN", "SDN RETREAT: future requested"],
    ),
    "passive control": (
        """Sudan Sudan PROPN 3 nsubj:pass @SDN
        was be AUX 3 aux:pass past
        forced force VERB 0 root pass
        to to PART 5 mark
        withdraw withdraw VERB 3 xcomp inf""",
        (WITHDRAW,),
        ["SDN RETREAT"],
    ),
    "light verb": (
        """Egypt Egypt PROPN 2 nsubj @EGY
        launched launch VERB 0 root past
        a a DET 4 det
        raid raid NOUN 2 obj
        on on ADP 6 case
        Sudan Sudan PROPN 4 nmod @SDN""",
        (RAID, trigger("MOBILIZE", "launch")),
        ["EGY ASSAULT SDN"],
    ),
    "phrase before its noun": (
        """Egypt Egypt PROPN 2 nsubj @EGY
        held hold VERB 0 root past
        talks talk NOUN 2 obj
        with with ADP 5 case
        Sudan Sudan PROPN 3 nmod @SDN""",
        (HOLD_TALK, TALK),
        ["EGY CONSULT SDN"],
    ),
    "talks between": (
        """Talks talk NOUN 6 nsubj
        between between ADP 3 case
        Egypt Egypt PROPN 1 nmod @EGY
        and and CCONJ 5 cc
        Sudan Sudan PROPN 3 conj @SDN
        resumed resume VERB 0 root past""",
        (TALK,),
        ["EGY, SDN CONSULT"],
    ),
    "modifier": (
        """An a DET 3 det
        Egyptian Egyptian ADJ 3 amod @EGY
        raid raid NOUN 4 nsubj
        killed kill VERB 0 root past
        ten ten NUM 4 obj""",
        (RAID,),
        ["EGY ASSAULT"],
    ),
    "owner of what was acted on": (
        """Egypt Egypt PROPN 2 nsubj @EGY
        attacked attack VERB 0 root past
        Sudan Sudan PROPN 5 nmod:poss @SDN
        's 's PART 3 case
        bases base NOUN 2 obj""",
        (ATTACK,),
        ["EGY ASSAULT SDN"],
    ),
    "shared subject": (
        """Egypt Egypt PROPN 2 nsubj @EGY
        met meet VERB 0 root past
        envoys envoy NOUN 2 obj @LBY/GOV
        and and CCONJ 5 cc
        attacked attack VERB 2 conj past
        Sudan Sudan PROPN 5 obj @SDN""",
        (MEET, ATTACK),
        ["EGY CONSULT LBY/GOV", "EGY ASSAULT SDN"],
    ),
    "things are no party": (
        """Egypt Egypt PROPN 2 nsubj @EGY
        attacked attack VERB 0 root past
        plans plan NOUN 2 obj =abstract
        and and CCONJ 5 cc
        smugglers smuggler NOUN 3 conj =person""",
        (ATTACK,),
        ["EGY ASSAULT smugglers"],
    ),
    "who holds what was hit": (
        """Egypt Egypt PROPN 2 nsubj @EGY
        attacked attack VERB 0 root past
        a a DET 7 det
        rebel rebel NOUN 6 compound @SDN/REB
        - - PUNCT 6 punct
        held hold VERB 7 amod pass
        building building NOUN 2 obj =place""",
        (ATTACK,),
        ["EGY ASSAULT SDN/REB"],
    ),
    "a list after a plural": (
        """Egypt Egypt PROPN 2 nsubj @EGY
        met meet VERB 0 root past
        two two NUM 4 nummod
        ministers minister NOUN 2 obj @UNK/GOV Number=Plur
        , , PUNCT 6 punct
        Abdi Abdi PROPN 4 appos @SDN/GOV
        and and CCONJ 8 cc
        Teklu Teklu PROPN 6 conj @ETH/GOV""",
        (MEET,),
        ["EGY CONSULT SDN/GOV, ETH/GOV"],
    ),
    "the name that a noun describes": (
        """Abdi Abdi PROPN 8 nsubj @SDN/GOV
        , , PUNCT 3 punct
        a a DET 4 det
        minister minister NOUN 1 appos @UNK/GOV
        attacking attack VERB 4 acl ing
        Egypt Egypt PROPN 5 obj @EGY
        , , PUNCT 4 punct
        resigned resign VERB 0 root past""",
        (ATTACK,),
        ["SDN/GOV ASSAULT EGY: ongoing"],
    ),
    "against, two words down": (
        """Egypt Egypt PROPN 2 nsubj @EGY
        launched launch VERB 0 root past
        raids raid NOUN 2 obj
        using use VERB 2 advcl ing
        drones drone NOUN 4 obj
        against against ADP 7 case
        Sudan Sudan PROPN 5 nmod @SDN""",
        (RAID,),
        ["EGY ASSAULT SDN"],
    ),
    "who undergoes it": (
        """Sudan Sudan PROPN 2 nsubj @SDN
        faced face VERB 0 root past
        raids raid NOUN 2 obj
        by by ADP 5 case
        Egypt Egypt PROPN 3 nmod @EGY""",
        (RAID,),
        ["EGY ASSAULT SDN"],
    ),
    "whoever is arrested for a deed did it": (
        """police police NOUN 2 nsubj @KEN/COP
        arrested arrest VERB 0 root past
        Abdi Abdi PROPN 2 obj @KEN/CVL
        on on ADP 5 case
        suspicion suspicion NOUN 2 obl
        of of ADP 7 case
        raids raid NOUN 5 nmod
        on on ADP 9 case
        Sudan Sudan PROPN 7 nmod @SDN""",
        (RAID,),
        ["KEN/CVL ASSAULT SDN: possible"],
    ),
    "charges are those of the accused": (
        """Abdi Abdi PROPN 2 nmod:poss @KEN/ELI
        charges charge NOUN 3 nsubj
        include include VERB 0 root pres
        fraud fraud NOUN 3 obj""",
        (CHARGE,),
        ["ACCUSE KEN/ELI"],
    ),
    "but those of the courts are theirs": (
        """court court NOUN 2 nmod:poss @KEN/JUD
        charges charge NOUN 3 nsubj
        include include VERB 0 root pres
        fraud fraud NOUN 3 obj""",
        (CHARGE,),
        ["KEN/JUD ACCUSE"],
    ),
    "those who are killed": (
        """protester protester NOUN 2 compound @KEN/CVL
        killings killing NOUN 3 nsubj
        continued continue VERB 0 root past""",
        (KILLING,),
        ["ASSAULT KEN/CVL"],
    ),
    "when asked": (
        """Egypt Egypt PROPN 2 nsubj @EGY
        fled flee VERB 0 root past
        when when ADV 4 mark
        attacked attack VERB 2 advcl past
        by by ADP 6 case
        Sudan Sudan PROPN 4 obl @SDN""",
        (ATTACK,),
        ["SDN ASSAULT EGY"],
    ),
    "nobody political": (
        """critics critic NOUN 2 nsubj
        attacked attack VERB 0 root past
        films film NOUN 2 obj""",
        (ATTACK,),
        [],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_sides(case: str) -> None:
    table, triggers, expected = CASES[case]
    assert told(table, *triggers) == expected


def test_needs_and_bars_choose_the_sense() -> None:
    table = """Egypt Egypt PROPN 2 nsubj @EGY
        met meet VERB 0 root past
        demands demand NOUN 2 obj"""
    barred = trigger("CONSULT", "meet", bars={"obj": ["demand"]})
    needing = trigger("CONCEDE", "meet", needs={"obj": ["demand"]}, weight=0.5)
    assert told(table, barred) == []
    assert told(table, barred, needing) == ["EGY CONCEDE demands"]
