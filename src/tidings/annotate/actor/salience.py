"""How much a mention is in the reader's mind, and what stands in its way."""

from __future__ import annotations

from collections.abc import Sequence

from tidings.annotate.actor.found import Found, Reading

_ROLES = {"subject": 3.0, "object": 1.2, "other": 0.6}
_STEP_BACK = 2.0
_ELSEWHERE = frozenset({"headline", "caption", "standfirst", "crosshead"})
_NEVER = -9.0
#: Words of a sentence that are looked back over for things; longer sentences are lists.
_LOOK_BACK = 80
_QUOTES = frozenset({'"', "“", "”", "``", "''", "„", "«", "»"})
_SUBJECTS = frozenset({"nsubj", "csubj"})
_OBJECTS = frozenset({"obj", "iobj", "obl"})


def salience(reading: Reading, found: Found, readings: Sequence[Reading]) -> float:
    """How likely a mention is meant: by its role, how far back it is, and the part of the report it stands in."""
    score = _ROLES[found.role] - _STEP_BACK * (reading.index - found.sentence)
    zone = readings[found.sentence].zone
    return score - 2 if zone != reading.zone and zone in _ELSEWHERE else score


def is_barred(at: int, found: Found, barred: set[int], fronted: bool) -> bool:
    """Whether a mention of the same sentence stands behind the pronoun, around it, or beside it at the same verb."""
    if found.head >= at and not fronted:
        return True
    return found.head in barred or found.first <= at < found.last


def speaks_it(reading: Reading, at: int, found: Found, readings: Sequence[Reading]) -> bool:
    """Whether a person speaks the words the pronoun is quoted from, and so is "I" in them: "Lam said: 'He ...'"."""
    if found.kind != "person" or found.role != "subject" or found.sentence < reading.index - 1:
        return False
    return is_quoted(reading, at) and not is_quoted(readings[found.sentence], found.head)


def is_quoted(reading: Reading, at: int) -> bool:
    """Whether a word stands between quote marks, those that an earlier sentence opened included."""
    return (sum(word in _QUOTES for word in reading.words[:at]) + reading.quoted) % 2 == 1


def rival(reading: Reading, at: int, near: Sequence[Found], readings: Sequence[Reading], plural: bool) -> float:
    """How salient the likeliest thing is that is no actor and agrees in number with the pronoun."""
    actors = {(found.sentence, i) for found in near for i in range(found.first, found.last)}
    best = _NEVER
    for other in readings[max(0, reading.index - 1) : reading.index + 1]:
        end = at if other is reading else len(other.words)
        start = max(0, end - _LOOK_BACK)
        for i, token in enumerate(other.sentence.tokens[start:end], start):
            if token.pos != "NOUN" or i in other.nouns or (other.index, i) in actors:
                continue
            if ("Number=Plur" in token.features) == plural:
                best = max(best, _thing(token.relation) - _STEP_BACK * (reading.index - other.index))
    return best


def _thing(relation: str) -> float:
    base, _, subtype = relation.partition(":")
    if subtype in ("tmod", "unmarked"):
        return _NEVER
    return _ROLES["subject" if base in _SUBJECTS else "object" if base in _OBJECTS else "other"]
