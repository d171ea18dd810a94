"""Events put together by the sentence that tells of them best: what a reader reads once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from tidings.brief.words import sentence
from tidings.store import EventRow, Telling, Why
from tidings.ties.event import WORDS


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
        """The first day any of its events may have fallen on; without one, the day of the report."""
        days = [day for event in self.events if (day := event.earliest or event.latest)]
        return min(days, default=self.tellings[0].published)

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
    def speaker(self) -> str:
        """Who said it: the source, else those who act in it, in the words of the report."""
        return self.word_of or _actors(self.tellings[0]) or "it is not said who"

    @property
    def weight(self) -> float:
        """How much it says: the largest score either way, more where more reports tell of it."""
        return max(abs(event.score) + 0.1 * event.reports for event in self.events)


def readings(whys: Iterable[Why]) -> list[Reading]:
    """The readings of a dyad's events, in order of day. Each event is in one of them, under its best sentence."""
    found: dict[tuple[str, int], tuple[list[EventRow], list[Telling]]] = {}
    for why in whys:
        ranked = sorted(why.tellings, key=_rank)
        best = ranked[0]
        events, tellings = found.setdefault((best.document_id, best.sentence.span.start), ([], []))
        events.append(why.event)
        tellings.extend(ranked)
    made = [Reading(tuple(events), _once(tellings)) for events, tellings in found.values()]
    return sorted(
        made, key=lambda reading: (reading.day or date.max, reading.tellings[0].sentence.span.start, reading.text)
    )


def _rank(telling: Telling) -> tuple[bool, bool, float, date, str, int]:
    """Best first: a whole sentence before a headline, a reporter's before another's word, the surest, the earliest."""
    headline = not telling.sentence.text.rstrip().endswith((".", "!", "?", "”", '"', "’", "'"))
    day = telling.published or date.max
    return (
        headline,
        telling.source is not None,
        -telling.confidence,
        day,
        telling.document_id,
        telling.sentence.span.start,
    )


def _once(tellings: Sequence[Telling]) -> tuple[Telling, ...]:
    """One telling a sentence, in order."""
    first: dict[tuple[str, int], Telling] = {}
    for telling in tellings:
        first.setdefault((telling.document_id, telling.sentence.span.start), telling)
    return tuple(first.values())


def _source(telling: Telling) -> str:
    if telling.source is None:
        return ""
    return sentence(telling.source.text)


def _actors(telling: Telling) -> str:
    names = dict.fromkeys(sentence(words.text) for words in telling.actors)
    return " and ".join(list(names)[:3])
