"""Pronouns back to the actors they stand for, by salience: number, kind, gender, nearness, and subjects first."""

from __future__ import annotations

from collections.abc import Sequence

from tidings.annotate.actor.found import Found, Reading
from tidings.annotate.actor.salience import is_barred, rival, salience, speaks_it
from tidings.lexicon.word_lists import load_actor_words

#: Each pronoun: what it may stand for (person, group), its number, its gender, how many sentences it may reach back.
_PRONOUNS: dict[str, tuple[str, bool, str | None, int]] = {
    "he": ("person", False, "m", 4),
    "him": ("person", False, "m", 3),
    "his": ("person", False, "m", 3),
    "she": ("person", False, "f", 4),
    "her": ("person", False, "f", 3),
    "it": ("group", False, None, 1),
    "its": ("group", False, None, 1),
    "they": ("group", True, None, 2),
    "them": ("group", True, None, 2),
    "their": ("group", True, None, 1),
}
#: How salient a person or a body must at least be; below, the pronoun stays unresolved.
_FLOOR = {"person": -4.0, "group": 0.9}
#: Mentions that a pronoun may choose among.
_MOST = 60
_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})


def is_pronoun(reading: Reading, at: int) -> bool:
    """Whether the word is a pronoun this module may follow."""
    token = reading.sentence.tokens[at]
    return token.pos in ("PRON", "DET") and reading.words[at].lower() in _PRONOUNS and token.relation != "expl"


def is_relative(reading: Reading, at: int) -> bool:
    """Whether the word is the relative pronoun of a clause that describes a noun."""
    token = reading.sentence.tokens[at]
    return (
        token.pos in ("PRON", "DET", "SCONJ")
        and reading.words[at].lower() in _RELATIVE
        and token.head >= 0
        and _described(reading, at) is not None
    )


def _described(reading: Reading, at: int) -> int | None:
    tokens = reading.sentence.tokens
    up = tokens[at].head
    for _ in range(3):
        if up < 0:
            return None
        if tokens[up].relation.startswith("acl") and tokens[up].head < at:
            return tokens[up].head
        up = tokens[up].head
    return None


def antecedents(reading: Reading, at: int, history: Sequence[Found], readings: Sequence[Reading]) -> list[Found]:
    """The actors a pronoun stands for: none, one, or those of a row ("Turkey and Libya ... they").

    `history` is all that was found before the pronoun's sentence and in it, in text order. Things that are no actors
    compete: what is likelier a thing stays unresolved.
    """
    if is_relative(reading, at):
        described = _described(reading, at)
        return [f for f in history if f.sentence == reading.index and f.head == described][-1:]
    word = reading.words[at].lower()
    if word == "it" and _empty_it(reading, at):
        return []
    kind, plural, gender, reach = _PRONOUNS[word]
    near = _window(history, reading.index - reach)
    best = _best(reading, at, near, readings, (kind, plural, gender))
    if best is None or best[0] < _FLOOR[kind]:
        return []
    if kind == "group" and not _speaks(reading, at) and rival(reading, at, near, readings, plural) > best[0]:
        return []
    return _row(best[1], near, readings) if plural else [best[1]]


def _window(history: Sequence[Found], first: int) -> list[Found]:
    near: list[Found] = []
    for found in reversed(history):
        if found.sentence < first or len(near) == _MOST:
            break
        near.append(found)
    return near[::-1]


def _best(
    reading: Reading, at: int, near: Sequence[Found], readings: Sequence[Reading], wanted: tuple[str, bool, str | None]
) -> tuple[float, Found] | None:
    """The most salient mention that agrees with the pronoun, and how salient it is."""
    kind, plural, gender = wanted
    told = _owner_beside(reading, at) or _teller(reading, at)
    barred = _same_clause(reading, at)
    beside = {found.actor.id for found in near if found.sentence == reading.index and found.head in barred - {at}}
    best: tuple[float, Found] | None = None
    for position, found in enumerate(near):
        here = found.sentence == reading.index
        fronted = here and _fronted(reading, at, found)
        if (
            found.actor.id in beside
            or (here and is_barred(at, found, barred, fronted))
            or speaks_it(reading, at, found, readings)
        ):
            continue
        direct = here and told in (found.head, found.last - 1)
        if not _agrees(found, kind, plural, gender) and not (direct and plural and found.kind != "person"):
            continue
        score = salience(reading, found, readings) + 3 * (direct or fronted) + 0.001 * position
        score += 0.7 * (gender is not None and found.gender == gender) - (plural and not found.plural)
        if best is None or score > best[0]:
            best = (score, found)
    return best


def _speaks(reading: Reading, at: int) -> bool:
    """Whether the pronoun does what only actors do."""
    token = reading.sentence.tokens[at]
    if not token.relation.startswith("nsubj") or token.head < 0:
        return False
    return reading.sentence.tokens[token.head].lemma.lower() in load_actor_words().speech


def _agrees(found: Found, kind: str, plural: bool, gender: str | None) -> bool:
    if kind == "person":
        return found.kind == "person" and not found.plural and found.gender in (gender, None)
    if plural:
        return found.plural or found.kind == "group"
    return found.kind in ("group", "state") and not (found.plural and found.kind != "group")


def _row(chosen: Found, history: Sequence[Found], readings: Sequence[Reading]) -> list[Found]:
    """All that are joined to the chosen one by "and": "Turkey and Libya", "Shoukry and his counterparts"."""
    reading = readings[chosen.sentence]
    first = _first_of_row(reading, chosen.head)
    near = [f for f in history if f.sentence == chosen.sentence and f.origin != "coreference:pronoun"]
    row = {f.head: f for f in near if f.first <= first < f.last or _first_of_row(reading, f.head) == first}
    return list(row.values()) or [chosen]


def _first_of_row(reading: Reading, at: int) -> int:
    tokens = reading.sentence.tokens
    while tokens[at].relation == "conj" and tokens[at].head >= 0:
        at = tokens[at].head
    match = reading.at.get(at)
    while match is not None and match.first > 1 and reading.words[match.first - 1].lower() in ("and", "or", ","):
        before = reading.at.get(match.first - 2)
        if before is None:
            break
        match, at = before, before.head
    return at


def _empty_it(reading: Reading, at: int) -> bool:
    """Whether "it" points at nothing that acts: "it is possible that", "it was a contrast"."""
    tokens = reading.sentence.tokens
    token = tokens[at]
    if token.relation.startswith("expl"):
        return True
    if token.relation == "nsubj:pass" and token.head >= 0:
        return any(
            tokens[c].relation in ("ccomp", "csubj", "csubj:pass") for c in reading.sentence.children[token.head]
        )
    if token.relation != "nsubj" or token.head < 0:
        return False
    governor = tokens[token.head]
    return governor.pos in ("ADJ", "NOUN", "ADV") or governor.lemma in (
        "seem",
        "appear",
        "happen",
        "come",
        "take",
        "be",
    )


def _opens_clause(reading: Reading, at: int) -> bool:
    """Whether a pronoun after a verb is the subject of the next: "Poland said it had expelled him", not "told him"."""
    token = reading.sentence.tokens[at]
    nominative = reading.words[at].lower() in ("he", "she", "they", "it")
    return nominative and token.relation.startswith("nsubj") and token.head > at


def _same_clause(reading: Reading, at: int) -> set[int]:
    """The heads that share a verb with an object pronoun: "Wang told him" is not about Wang."""
    tokens = reading.sentence.tokens
    token = tokens[at]
    base = token.relation.split(":")[0]
    before = tokens[at - 1] if at else token
    over = (
        {i for i in reading.sentence.children[at - 1] if tokens[i].relation.startswith("nsubj")}
        if before.pos == "VERB" and base != "nmod" and not _opens_clause(reading, at)
        else set()
    )
    if over and base == "nsubj":
        return over | {at}
    if base in ("obj", "iobj", "obl") and token.head >= 0:
        return over | {
            i
            for i in reading.sentence.children[token.head]
            if tokens[i].relation.split(":")[0] in ("nsubj", "obj", "iobj")
        }
    if base == "nsubj" and token.head >= 0:
        return {i for i in reading.sentence.children[token.head] if i != at}
    return set()


def _owner_beside(reading: Reading, at: int) -> int | None:
    """The first of two joined by "and" owns the second: "the Taliban | and their supporters"."""
    tokens = reading.sentence.tokens
    if at < 2 or tokens[at].relation != "nmod:poss" or reading.words[at - 1].lower() not in ("and", "or"):
        return None
    before = tokens[at - 2]
    return at - 2 if before.pos in ("NOUN", "PROPN") else None


def _teller(reading: Reading, at: int) -> int | None:
    """The subject of the verb whose content the pronoun is the subject of: "Lam said | she would"."""
    sentence, tokens = reading.sentence, reading.sentence.tokens
    token = tokens[at]
    if not token.relation.startswith("nsubj") or token.head < 0 or tokens[token.head].relation != "ccomp":
        return None
    verb = tokens[token.head].head
    for _ in range(3):
        subject = next((c for c in sentence.children[verb] if tokens[c].relation.startswith("nsubj")), None)
        if subject is not None and subject != at:
            return subject
        if tokens[verb].relation != "conj" or tokens[verb].head < 0:
            return None
        verb = tokens[verb].head
    return None


def _fronted(reading: Reading, at: int, found: Found) -> bool:
    """Whether the pronoun stands in a phrase before the subject of its own clause: "For his part, Blinken warned"."""
    if found.head < at or found.role != "subject" or reading.sentence.tokens[at].relation != "nmod:poss":
        return False
    tokens = reading.sentence.tokens
    up, clause = tokens[at].head, tokens[found.head].head
    for _ in range(4):
        if up < 0:
            return False
        if tokens[up].head == clause and tokens[up].relation.split(":")[0] in ("obl", "advcl"):
            return True
        up = tokens[up].head
    return False
