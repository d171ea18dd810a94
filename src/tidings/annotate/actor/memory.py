"""What a report has told so far: people by surnames, bodies by short names and initials, and who was last spoken of."""

from __future__ import annotations

from dataclasses import dataclass, field

from tidings.annotate.actor.found import Found, Reading
from tidings.lexicon.phrases import keys
from tidings.lexicon.word_lists import load_actor_words, load_nouns
from tidings.record import Actor

#: Sentences a definite phrase ("the group") may reach back.
_REACH = 6


def reaches_back(noun: str) -> bool:
    """Whether the noun alone can mean what was last spoken of, so that it is read after all names.

    >>> reaches_back("country"), reaches_back("minister")
    (True, False)
    """
    return noun in load_actor_words().bodies or noun in load_nouns().countries


@dataclass(slots=True)
class _Known:
    """Who a short name may mean; `firm` where it is the last word of the whole name, `told` in these sentences."""

    actor: Actor
    gender: str | None
    kind: str
    firm: bool
    told: list[int] = field(default_factory=list)


def _just_told(known: _Known, at: int) -> int:
    """The sentence, this one or the one before, in which somebody was last named in full; -1 where in neither."""
    return max((told for told in known.told if at - 1 <= told <= at), default=-1)


class Memory:
    """The actors of one report, by the words that may name them again."""

    __slots__ = ("_nouns", "_short", "history")

    def __init__(self) -> None:
        self.history: list[Found] = []
        self._short: dict[str, list[_Known]] = {}
        self._nouns: dict[str, list[Found]] = {}

    def learn_person(self, name: str, actor: Actor, gender: str | None, at: int) -> None:
        """Remember a full name told in a sentence by its last word, and by its first where nothing else has that."""
        parts = keys(name)
        if len(parts) < 2:
            return
        for key, firm in ((parts[-1], True), *((part, False) for part in parts[:-1])):
            if len(key) < 2:
                continue
            bearers = self._short.setdefault(key, [])
            known = next((one for one in bearers if one.actor.id == actor.id and one.firm == firm), None)
            if known is None:
                known = _Known(actor, gender, "person", firm)
                bearers.append(known)
            known.actor, known.gender = actor, gender
            known.told.append(at)

    def forget_people(self) -> None:
        """Forget whom short names mean, before everybody is learned again under the coding that was settled."""
        for key, bearers in self._short.items():
            self._short[key] = [one for one in bearers if one.kind != "person"]

    def learn_body(self, short: str, actor: Actor) -> None:
        """Remember initials or a short name of an organisation."""
        key = "".join(keys(short))
        if key and not self._short.get(key):
            self._short[key] = [_Known(actor, None, "group", False)]

    def by_surname(self, word: str) -> Actor | None:
        """Who was named in full with this word as the surname, if anybody."""
        bearers = self._short.get("".join(keys(word)), ()) if word[:1].isupper() else ()
        return next((one.actor for one in bearers if one.firm and one.kind == "person"), None)

    def recall(self, word: str, at: int) -> tuple[Actor, str | None, str] | None:
        """The actor, gender and kind known by a surname, initials or a short name in a sentence.

        Of several of one surname it is the one just named in full, else the one the report named first.
        """
        if not word[:1].isupper():
            return None
        bearers = self._short.get("".join(keys(word)))
        if not bearers:
            return None
        firm = [one for one in bearers if one.firm]
        chosen = max(firm, key=lambda one: _just_told(one, at)) if firm else bearers[0]
        return chosen.actor, chosen.gender, chosen.kind

    def add(self, found: Found) -> None:
        """Remember a mention, for pronouns and definite phrases that follow."""
        at = len(self.history)
        while at and self.history[at - 1].sentence == found.sentence and self.history[at - 1].head > found.head:
            at -= 1
        self.history.insert(at, found)
        if found.noun:
            self._nouns.setdefault(found.noun, []).append(found)

    def same_noun(self, noun: str, sectors: tuple[str, ...], plural: bool) -> Found | None:
        """The last actor called by this noun, or by a longer one that ends in it, with its country known."""
        for known in (*reversed(self._nouns.get(noun, [])), *self._longer(noun)):
            if known.actor.country and known.plural == plural and (not sectors or known.actor.sectors):
                return known
        return None

    def _longer(self, noun: str) -> list[Found]:
        ending = " " + noun
        return [found for key, items in self._nouns.items() if key.endswith(ending) for found in items[::-1]]

    def pair(self, reading: Reading, head: int, readings: list[Reading]) -> list[Found]:
        """The two states last spoken of, captions aside, for "both countries"; none where there are not two."""
        seen: dict[str, Found] = {}
        for found in reversed(self.history):
            if found.sentence < reading.index - _REACH or len(seen) == 2:
                break
            if found.sentence == reading.index and found.head >= head:
                continue
            aside = readings[found.sentence].zone == "caption"
            if len(found.actor.country or "") == 3 and "GOV" in found.actor.sectors and not aside:
                seen.setdefault(found.actor.country or "", found)
        return list(seen.values()) if len(seen) == 2 else []

    def government(self, reading: Reading, head: int, back: int) -> Found | None:
        """The last state or official that acted, in this sentence or those so many before it."""
        best: Found | None = None
        for found in reversed(self.history):
            if found.sentence < reading.index - back:
                break
            if found.sentence == reading.index and found.head >= head:
                continue
            if found.role != "subject" or found.actor.sectors != ("GOV",) or len(found.actor.country or "") != 3:
                continue
            if best is None or found.sentence == best.sentence:
                best = found
        return best

    def force(self, reading: Reading, head: int) -> Found | None:
        """The police or army last spoken of."""
        for found in reversed(self.history):
            if found.sentence == reading.index and found.head >= head:
                continue
            if found.actor.sectors in (("COP",), ("MIL",)):
                return found
        return None

    def definite(self, reading: Reading, noun: str, head: int) -> Found | None:
        """The last body or state that "the group" or "the country" can mean."""
        kind = "group" if noun in load_actor_words().bodies else "state" if noun in load_nouns().countries else None
        if kind is None:
            return None
        for found in reversed(self.history):
            if found.sentence < reading.index - _REACH:
                return None
            if found.sentence == reading.index and found.head >= head:
                continue
            state = found.actor.id.startswith("state:") and found.kind != "person" and not found.plural
            if state if kind == "state" else found.kind == kind and found.actor.id.startswith("org:"):
                return found
        return None
