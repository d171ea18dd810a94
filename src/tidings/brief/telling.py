"""Events put together by the sentence that tells of them best: what a reader reads once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from tidings.brief.words import day_in_words, days_in_words, sentence
from tidings.merge import disputes
from tidings.store import EventRow, Telling, Why
from tidings.ties.event import WORDS

#: Words that stand for somebody named before.
_PRONOUN = re.compile(r"(?:he|she|it|they|his|her|its|their)\b", re.IGNORECASE)
#: Days: what may have taken place in a longer stretch than this is dated by the end of it.
_LONGEST = 366
#: How an event is dated whose day a report does not tell.
_VAGUE = frozenset({"month", "quarter", "year"})


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence and the events it tells of best; `tellings` are this and every other sentence that tells of them."""

    events: tuple[EventRow, ...]
    tellings: tuple[Telling, ...]

    @property
    def text(self) -> str:
        """The sentence, without its dateline."""
        return sentence(self.tellings[0].sentence.text)

    @property
    def day(self) -> date | None:
        """The first day its best dated event may have fallen on; without one, the day of the report."""
        earliest, latest = _stretch(self.events[0])
        return earliest or latest or self.tellings[0].published

    @property
    def days(self) -> str:
        """The days it may have fallen on, in words; of what did not take place, the day of the report."""
        event, published = self.events[0], self.tellings[0].published
        if event.counts and (told := days_in_words(*_stretch(event))):
            return told
        return day_in_words(published) if published else ""

    @property
    def counts(self) -> bool:
        """Whether anything in it took place."""
        return any(event.counts for event in self.events)

    @property
    def said(self) -> bool:
        """Whether all that took place was done in words."""
        return all(event.event_type in WORDS for event in self.events if event.counts)

    @property
    def planned(self) -> str:
        """Where nothing in it took place: what it is ("future", "promised", "requested" ...); else nothing."""
        if self.counts or self.denied:
            return ""
        ahead = self.events[0].factuality
        return ahead.mood if ahead.mood != "asserted" else "future"

    @property
    def denied(self) -> bool:
        """Whether it is told as not so, and nothing in it took place but the denial."""
        return any(event.factuality.polarity == "negative" for event in self.events)

    @property
    def word_of(self) -> str:
        """On whose word alone all its events rest; nothing where a reporter says so too, or several speak."""
        sources = {_source(telling) for telling in self.tellings}
        return sources.pop() if len(sources) == 1 else ""

    @property
    def key(self) -> tuple[str, frozenset[str]]:
        """What it has in common with another telling of the same act: the type of its first event, and its parties."""
        event = self.events[0]
        parties = (*event.actor_codes, *event.recipient_codes)
        return event.event_type, frozenset(code.split()[0] for code in parties if code)

    @property
    def speaker(self) -> str:
        """Who acts, where the sentence begins with a pronoun and does not say; else nothing."""
        if not _PRONOUN.match(self.text):
            return ""
        names = dict.fromkeys(words.actor or "" for words in self.tellings[0].actors)
        return " and ".join(list(filter(None, names))[:3])

    @property
    def headline(self) -> bool:
        """Whether it is a headline, not a sentence."""
        return _is_headline(self.tellings[0])

    @property
    def weight(self) -> float:
        """How much it says: the largest score either way, more where more reports tell of it."""
        return max(abs(event.score) + 0.1 * event.reports for event in self.events)


def readings(whys: Iterable[Why]) -> list[Reading]:
    """The readings of a dyad's events, in order of day. Each event is in one of them, under its best sentence."""
    found: dict[tuple[str, int], tuple[list[EventRow], list[Telling]]] = {}
    for why in whys:
        ranked = _agreeing(why)
        best = ranked[0]
        events, tellings = found.setdefault((best.document_id, best.sentence.span.start), ([], []))
        events.append(why.event)
        tellings.extend(ranked)
    made = [Reading(tuple(sorted(events, key=_exact)), _once(tellings)) for events, tellings in found.values()]
    return folded(sorted(made, key=lambda reading: (reading.day or date.max, _place(reading.tellings[0]))))


def disputed(whys: Iterable[Why]) -> list[tuple[str, Reading]]:
    """What the tellings of one event do not agree on, side by side: the value in words, and those that have it.

    That they differ by a day or two is left to `tidings why`: it is mostly the day of the act against that of its
    report.
    """
    found: list[tuple[str, Reading]] = []
    for why in whys:
        told = {telling.id: telling for telling in sorted(why.tellings, key=_rank)}
        for dispute in disputes(told.values()):
            for value, ids in dispute.values if dispute.what != "day" else ():
                tellings = [telling for id, telling in told.items() if id in ids]
                found.append((_differing(dispute.what, value), Reading((why.event,), _once(tellings))))
    return found


def _differing(what: str, value: str) -> str:
    """
    >>> _differing("happened", "denied"), _differing("killed", "12")
    ('Denied', '12 killed')
    """
    return value.capitalize() if what == "happened" else f"{value} {what}"


def _agreeing(why: Why) -> list[Telling]:
    """The tellings that say of whether it happened what the record says, best first."""
    ranked = sorted(why.tellings, key=_rank)
    return [telling for telling in ranked if telling.factuality.happened == why.event.counts] or ranked


def folded(found: Sequence[Reading]) -> list[Reading]:
    """The readings less those that only tell of another again: their sentences become citations of the other.

    A headline is told again by the sentences of its report; an act of a month or a year by the same act of a day.
    """
    kept: list[Reading] = []
    again: list[tuple[Reading, Reading]] = []
    for reading in found:
        home = next((other for other in found if other is not reading and _tells_again(reading, other)), None)
        if home is None:
            kept.append(reading)
        else:
            again.append((reading, home))
    for number, reading in enumerate(kept):
        guests = [guest for guest, home in again if home is reading]
        if guests:
            events = (*reading.events, *(event for guest in guests for event in guest.events))
            tellings = (*reading.tellings, *(telling for guest in guests for telling in guest.tellings))
            kept[number] = Reading(events, _once(tellings))
    return kept


def _tells_again(reading: Reading, other: Reading) -> bool:
    """Whether `other`, which tells it better, tells of the same act; what is told again is no home itself."""
    if reading.events[0].counts != other.events[0].counts or other.headline:
        return False
    if reading.headline:
        alike = (reading.denied and other.denied) or bool(_types(reading) & _types(other))
        return alike and reading.tellings[0].document_id == other.tellings[0].document_id
    vague, exact = reading.events[0], other.events[0]
    if reading.key != other.key or vague.granularity not in _VAGUE or exact.granularity in _VAGUE:
        return False
    days = (vague.earliest, exact.earliest, vague.latest)
    return all(days) and sorted(filter(None, days)) == list(days)


def _types(reading: Reading) -> set[str]:
    return {event.event_type for event in reading.events}


def _first(event: EventRow) -> date | None:
    return event.earliest or event.latest


def _stretch(event: EventRow) -> tuple[date | None, date | None]:
    """The days it may have fallen on; of a long stretch ("the first visit since 2016") only the last is told."""
    return None if _width(event) > _LONGEST else event.earliest, event.latest


def _width(event: EventRow) -> int:
    return (event.latest - event.earliest).days if event.earliest and event.latest else 0


def _exact(event: EventRow) -> tuple[bool, bool, int, date, str]:
    """What took place first, then what is dated most exactly."""
    return not event.counts, event.earliest is None, _width(event), _first(event) or date.max, event.id


def _place(telling: Telling) -> tuple[str, int]:
    return telling.document_id, telling.sentence.span.start


def _is_headline(telling: Telling) -> bool:
    return not telling.sentence.text.rstrip().endswith((".", "!", "?", "”", '"', "’", "'", ")"))


def _rank(telling: Telling) -> tuple[bool, bool, float, date, tuple[str, int]]:
    """Best first: a whole sentence before a headline, a reporter's before another's word, the surest, the earliest."""
    day = telling.published or date.max
    return _is_headline(telling), telling.source is not None, -telling.confidence, day, _place(telling)


def _once(tellings: Sequence[Telling]) -> tuple[Telling, ...]:
    """One telling a sentence, in order."""
    first: dict[tuple[str, int], Telling] = {}
    for telling in tellings:
        first.setdefault(_place(telling), telling)
    return tuple(first.values())


def _source(telling: Telling) -> str:
    """The source's words; who it is where they are a pronoun."""
    if telling.source is None:
        return ""
    words = sentence(telling.source.text)
    return telling.source.actor or "" if _PRONOUN.fullmatch(words) else words
