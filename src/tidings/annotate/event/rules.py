"""The ontology's rules of what an act is when it has not been done yet (PLOVER manual 2.0)."""

from __future__ import annotations

from collections.abc import Mapping

from tidings.record import Factuality

#: P01, P03: cooperation that is still to come is an agreement. The codes are those of CAMEO's "express intent".
AGREED: Mapping[str, str] = {"CONSULT": "036", "SUPPORT": "035", "COOPERATE": "031", "AID": "033"}


def settled(event_type: str, factuality: Factuality) -> tuple[str, str | None]:
    """The type of an act in view of whether it took place, with the CAMEO code of the new type where it changes.

    What is only desired, requested or conditional keeps its type: nobody has promised it. P07: a withdrawal that is
    announced is a concession.

    >>> settled("CONSULT", Factuality(time="future"))
    ('AGREE', '036')
    >>> settled("RETREAT", Factuality(time="future", mood="promised"))
    ('CONCEDE', '083')
    """
    still_to_come = factuality.time == "future" and factuality.mood in ("asserted", "promised")
    if not still_to_come or factuality.polarity == "negative" or factuality.certainty == "possible":
        return event_type, None
    if event_type in AGREED:
        return "AGREE", AGREED[event_type]
    return ("CONCEDE", "083") if event_type == "RETREAT" else (event_type, None)
