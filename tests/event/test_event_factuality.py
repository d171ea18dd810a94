"""Whether it happened."""

from __future__ import annotations

from datetime import date

import pytest
from written_tree import told, trigger

from tidings.record import ZoneKind

ATTACK = trigger("ASSAULT", "attack")
STRIKE = trigger("ASSAULT", "strike", pos="noun", actor=("poss", "light", "by", "mod"), recipient=("on",))
MEET = trigger("CONSULT", "meet", recipient=("obj", "with"), reciprocal=True)
LEAVE = trigger("RETREAT", "withdraw", recipient=("from",))

SUBJECT = "Egypt Egypt PROPN {} nsubj @EGY"
CASES = {
    "did not attack": (
        """Egypt Egypt PROPN 4 nsubj @EGY
        did do AUX 4 aux past
        not not PART 4 advmod
        attack attack VERB 0 root inf""",
        "EGY ASSAULT: negative",
    ),
    "may attack": (
        """Egypt Egypt PROPN 3 nsubj @EGY
        may may AUX 3 aux fin
        attack attack VERB 0 root inf""",
        "EGY ASSAULT: possible future conditional",
    ),
    "refused to attack": (
        """Egypt Egypt PROPN 2 nsubj @EGY
        refused refuse VERB 0 root past
        to to PART 4 mark
        attack attack VERB 2 xcomp inf""",
        "EGY ASSAULT: negative",
    ),
    "did not fail to attack": (
        """Egypt Egypt PROPN 4 nsubj @EGY
        did do AUX 4 aux past
        not not PART 4 advmod
        fail fail VERB 0 root inf
        to to PART 6 mark
        attack attack VERB 4 xcomp inf""",
        "EGY ASSAULT",
    ),
    "vowed to attack": (
        """Egypt Egypt PROPN 2 nsubj @EGY
        vowed vow VERB 0 root past
        to to PART 4 mark
        attack attack VERB 2 xcomp inf""",
        "EGY ASSAULT: future promised",
    ),
    "hopes rebels will attack": (
        """Egypt Egypt PROPN 2 nsubj @EGY
        hopes hope VERB 0 root pres
        rebels rebel NOUN 5 nsubj @SDN/REB
        will will AUX 5 aux fin
        attack attack VERB 2 ccomp inf""",
        "SDN/REB ASSAULT: future desired",
    ),
    "said rebels attacked": (
        """Egypt Egypt PROPN 2 nsubj @EGY
        said say VERB 0 root past
        rebels rebel NOUN 4 nsubj @SDN/REB
        attacked attack VERB 2 ccomp past""",
        "SDN/REB ASSAULT",
    ),
    "if rebels attack": (
        """if if SCONJ 3 mark
        rebels rebel NOUN 3 nsubj @SDN/REB
        attack attack VERB 5 advcl pres
        Egypt Egypt PROPN 5 nsubj @EGY
        loses lose VERB 0 root pres""",
        "SDN/REB ASSAULT: future conditional",
    ),
    "the threat of a strike": (
        """The the DET 2 det
        threat threat NOUN 0 root
        of of ADP 5 case
        Egyptian Egyptian ADJ 5 amod @EGY
        strikes strike NOUN 2 nmod""",
        "EGY ASSAULT: future threatened",
    ),
    "condemned the strike": (
        """Chad Chad PROPN 2 nsubj @TCD
        condemned condemn VERB 0 root past
        Egyptian Egyptian ADJ 4 amod @EGY
        strikes strike NOUN 2 obj""",
        "EGY ASSAULT",
    ),
    "denied a strike": (
        """Egypt Egypt PROPN 2 nsubj @EGY
        denied deny VERB 0 root past
        strikes strike NOUN 2 obj""",
        "EGY ASSAULT: negative",
    ),
    "a blow to strikes": (
        """that that PRON 4 nsubj
        was be AUX 4 cop past
        a a DET 4 det
        blow blow NOUN 0 root
        to to ADP 6 case
        strikes strike NOUN 4 nmod
        by by ADP 8 case
        Egypt Egypt PROPN 6 nmod @EGY""",
        "EGY ASSAULT: negative",
    ),
    "a possible strike": (
        """a a DET 3 det
        possible possible ADJ 3 amod
        strike strike NOUN 0 root
        by by ADP 5 case
        Egypt Egypt PROPN 3 nmod @EGY""",
        "EGY ASSAULT: possible future",
    ),
    "is expected to attack": (
        """Egypt Egypt PROPN 3 nsubj:pass @EGY
        is be AUX 3 aux:pass pres
        expected expect VERB 0 root pass
        to to PART 5 mark
        attack attack VERB 3 xcomp inf""",
        "EGY ASSAULT: probable future",
    ),
    "has been attacking": (
        """Egypt Egypt PROPN 4 nsubj @EGY
        has have AUX 4 aux pres
        been be AUX 4 aux part
        attacking attack VERB 0 root ger""",
        "EGY ASSAULT: ongoing",
    ),
    "is yet to attack": (
        """Egypt Egypt PROPN 5 nsubj @EGY
        is be AUX 5 cop pres
        yet yet ADV 5 advmod
        to to PART 5 mark
        attack attack VERB 0 root inf""",
        "EGY ASSAULT: negative",
    ),
    "was to have attacked": (
        """Egypt Egypt PROPN 5 nsubj @EGY
        was be AUX 5 aux past
        to to PART 5 mark
        have have AUX 5 aux inf
        attacked attack VERB 0 root part""",
        "EGY ASSAULT: negative",
    ),
    "could not attack": (
        """Egypt Egypt PROPN 4 nsubj @EGY
        could could AUX 4 aux fin
        not not PART 4 advmod
        attack attack VERB 0 root inf""",
        "EGY ASSAULT: negative",
    ),
    "was able to attack": (
        """Egypt Egypt PROPN 3 nsubj @EGY
        was be AUX 3 cop past
        able able ADJ 0 root
        to to PART 5 mark
        attack attack VERB 3 xcomp inf""",
        "EGY ASSAULT",
    ),
    "called the strike a crime": (
        """Chad Chad PROPN 2 nsubj @TCD
        called call VERB 0 root past
        Egypt Egypt PROPN 5 nmod:poss @EGY
        's 's PART 3 case
        strike strike NOUN 2 obj
        a a DET 7 det
        crime crime NOUN 2 xcomp""",
        "EGY ASSAULT",
    ),
    "a strike by Egypt would": (
        """a a DET 2 det
        strike strike NOUN 6 nsubj
        by by ADP 4 case
        Egypt Egypt PROPN 2 nmod @EGY
        would would AUX 6 aux fin
        help help VERB 0 root inf
        Chad Chad PROPN 6 obj @TCD""",
        "EGY ASSAULT: future conditional",
    ),
    "ahead of a strike": (
        """Chad Chad PROPN 2 nsubj @TCD
        fled flee VERB 0 root past
        ahead ahead ADP 7 case
        of of ADP 3 fixed
        an a DET 7 det
        Egyptian Egyptian ADJ 7 amod @EGY
        strike strike NOUN 2 obl""",
        "EGY ASSAULT: future",
    ),
    "rumours of an attack proved false": (
        """Rumours rumour NOUN 5 nsubj
        that that SCONJ 4 mark
        Egypt Egypt PROPN 4 nsubj @EGY
        attacked attack VERB 1 acl past
        proved prove VERB 0 root past
        false false ADJ 5 xcomp""",
        "EGY ASSAULT: negative",
    ),
    "is set to begin": (
        """a a DET 2 det
        strike strike NOUN 6 nsubj:pass
        by by ADP 4 case
        Egypt Egypt PROPN 2 nmod @EGY
        is be AUX 6 aux:pass pres
        set set VERB 0 root pass
        to to PART 8 mark
        begin begin VERB 6 xcomp inf""",
        "EGY ASSAULT: probable future",
    ),
    "called the strike, known already, a crime in quotes": (
        """Chad Chad PROPN 2 nsubj @TCD
        called call VERB 0 root past
        Egypt Egypt PROPN 5 nmod:poss @EGY
        's 's PART 3 case
        strike strike NOUN 2 obj
        a a DET 7 det
        crime crime NOUN 5 appos""",
        "EGY ASSAULT",
    ),
    "kept its promise to attack": (
        """Egypt Egypt PROPN 2 nsubj @EGY
        kept keep VERB 0 root past
        its its PRON 4 nmod:poss
        promise promise NOUN 2 obj
        to to PART 6 mark
        attack attack VERB 4 acl inf
        Chad Chad PROPN 6 obj @TCD""",
        "its ASSAULT TCD",
    ),
    "no evidence that rebels attacked": (
        """There there PRON 2 expl
        is be VERB 0 root pres
        no no DET 4 det
        evidence evidence NOUN 2 nsubj
        that that SCONJ 7 mark
        rebels rebel NOUN 7 nsubj @SDN/REB
        attacked attack VERB 4 acl past""",
        "SDN/REB ASSAULT: negative",
    ),
    "could not help attacking": (
        """Egypt Egypt PROPN 4 nsubj @EGY
        could could AUX 4 aux fin
        not not PART 4 advmod
        help help VERB 0 root inf
        attacking attack VERB 4 xcomp ger""",
        "EGY ASSAULT",
    ),
    "would sometimes attack": (
        """Egypt Egypt PROPN 4 nsubj @EGY
        would would AUX 4 aux fin
        sometimes sometimes ADV 4 advmod
        attack attack VERB 0 root inf
        Chad Chad PROPN 4 obj @TCD""",
        "EGY ASSAULT TCD",
    ),
    "ought to attack": (
        """Egypt Egypt PROPN 2 nsubj @EGY
        ought ought AUX 0 root fin
        to to PART 4 mark
        attack attack VERB 2 xcomp inf""",
        "EGY ASSAULT: future desired",
    ),
    "will meet is an agreement": (
        """Egypt Egypt PROPN 3 nsubj @EGY
        will will AUX 3 aux fin
        meet meet VERB 0 root inf
        Chad Chad PROPN 3 obj @TCD""",
        "EGY AGREE TCD: future",
    ),
    "will withdraw is a concession": (
        """Egypt Egypt PROPN 3 nsubj @EGY
        will will AUX 3 aux fin
        withdraw withdraw VERB 0 root inf""",
        "EGY CONCEDE: future",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_factuality(case: str) -> None:
    table, expected = CASES[case]
    assert told(table, ATTACK, STRIKE, MEET, LEAVE) == [expected]


def test_headlines_tell_the_past_in_the_present_and_the_future_in_the_infinitive() -> None:
    present = """Egypt Egypt PROPN 2 nsubj @EGY
        attacks attack VERB 0 root pres
        Chad Chad PROPN 2 obj @TCD"""
    infinitive = """Egypt Egypt PROPN 3 nsubj @EGY
        to to PART 3 mark
        attack attack VERB 0 root inf
        Chad Chad PROPN 3 obj @TCD"""
    assert told(present, ATTACK, zone=ZoneKind.HEADLINE) == ["EGY ASSAULT TCD"]
    assert told(infinitive, ATTACK, zone=ZoneKind.HEADLINE) == ["EGY ASSAULT TCD: probable future"]


def test_silent_zones_are_not_read() -> None:
    table = """Egypt Egypt PROPN 2 nsubj @EGY
        attacked attack VERB 0 root past"""
    assert told(table, ATTACK, zone=ZoneKind.BOILERPLATE, published=date(2024, 5, 1)) == []
