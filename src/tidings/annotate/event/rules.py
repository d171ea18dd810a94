"""The ontology's rules of what an act is when it has not been done yet, or was not done (PLOVER manual 2.0)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from tidings.lexicon.word_lists import load_event_words
from tidings.record import Factuality

#: P01, P03: cooperation that is still to come is an agreement. The codes are those of CAMEO's "express intent".
AGREED: Mapping[str, str] = {"CONSULT": "036", "SUPPORT": "032", "COOPERATE": "031", "AID": "033"}
#: "Will not release the prisoners": a refusal, and that took place.
WILL_NOT = Factuality("negative", "certain", "future", "asserted")
#: What one side does for another, and what it does against it.
FRIENDLY = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"})
HOSTILE = frozenset({"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"})


@dataclass(frozen=True, slots=True)
class Settled:
    """What an act counts as: its type, the CAMEO code of that type where it changed, and whether it took place."""

    event_type: str
    cameo: str | None
    factuality: Factuality


def settled(event_type: str, word: str, factuality: Factuality, will_not: bool = False) -> Settled:
    """The type of an act in view of whether it took place; `word` is the lemma of its trigger, `will_not` whether it is
    said that one will not do it.

    What is only desired, requested or conditional keeps its type: nobody has promised it. P07: a withdrawal that is
    announced is a concession. Not to give in is to reject, and that took place.

    >>> settled("CONSULT", "meet", Factuality(time="future")).event_type
    'AGREE'
    >>> settled("RETREAT", "withdraw", Factuality(time="future", mood="promised")).event_type
    'CONCEDE'
    >>> settled("CONCEDE", "accede", Factuality(polarity="negative")).factuality.happened
    True
    """
    if factuality.polarity == "negative":
        refused = event_type in ("CONCEDE", "AGREE") and word in load_event_words().giving_in
        if refused and factuality.mood == "asserted" and factuality.time != "future":
            return Settled("REJECT", "120", replace(factuality, polarity="positive"))
        if event_type in FRIENDLY and will_not and factuality == WILL_NOT:
            return Settled("REJECT", "120", Factuality())
        return Settled(event_type, None, factuality)
    still_to_come = factuality.time == "future" and factuality.mood in ("asserted", "promised")
    if not still_to_come or factuality.certainty == "possible":
        return Settled(event_type, None, factuality)
    if event_type in AGREED:
        return Settled("AGREE", AGREED[event_type], factuality)
    return Settled("CONCEDE", "083", factuality) if event_type == "RETREAT" else Settled(event_type, None, factuality)


def stance(event_type: str, factuality: Factuality, agreed: bool = False) -> str:
    """What an act that has not been done says of how one side stands to the other.

    Help that is promised is AGREE, help refused is REJECT, and harm that is announced is THREATEN: the reading of
    PLOVER's sections on these three types, where the question is not what took place but what one side does to another.

    >>> promised, refused = Factuality(time="future", mood="promised"), Factuality(polarity="negative")
    >>> stance("RETREAT", promised), stance("AID", refused)
    ('AGREE', 'REJECT')
    """
    ahead = factuality.time == "future" and factuality.mood in ("asserted", "promised", "threatened")
    if event_type in FRIENDLY:
        if factuality.polarity == "negative" and factuality.mood != "conditional":
            return "REJECT"
        if factuality.mood == "threatened":
            return "THREATEN"
        return "AGREE" if ahead or agreed else event_type
    if event_type in HOSTILE and factuality.polarity == "positive" and ahead:
        return "THREATEN"
    return event_type
