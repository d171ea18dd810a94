"""What a brief says: items, each a sentence of a report with the numbers of its citations, in five sections."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from tidings.brief.telling import Reading, disputed, readings
from tidings.brief.trend import in_short, standing
from tidings.store import Telling, Why
from tidings.ties import Series, Trend

#: The most items of a section, and the most reports cited for one.
MOST_ITEMS, MOST_CITED = 24, 3
#: What an event that did not take place was, in words; the order in which a brief lists them.
PLANS = {
    "future": "Expected",
    "promised": "Promised",
    "requested": "Asked for",
    "threatened": "Threatened",
    "conditional": "Only if",
    "desired": "Hoped for",
}


@dataclass(frozen=True, slots=True)
class Citation:
    """A sentence of a report, by its number in the brief: the report, where the sentence stands in it, its words."""

    number: int
    publisher: str
    published: date | None
    title: str
    url: str | None
    document_id: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Item:
    """One thing told: its year, its days in words, what stands before it, the words, and the citations' numbers."""

    year: int | None
    days: str
    lead: str
    text: str
    citations: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """A note on two actors. Every item of every section cites the sentences it rests on.

    `more` counts, by section, the items that were left out because there were too many.
    """

    actor: str
    other: str
    verdict: str
    short: tuple[Item, ...]
    standing: tuple[Item, ...]
    happened: tuple[Item, ...]
    said: tuple[Item, ...]
    planned: tuple[Item, ...]
    disputed: tuple[Item, ...]
    citations: tuple[Citation, ...]
    more: dict[str, int]


def brief_of(actor: str, other: str, whys: Sequence[Why], series: Series, verdict: Trend) -> Brief:
    """The brief of a dyad, from its events with all that tells of them, its series and its trend."""
    found = readings(whys)
    cited = _Citations()
    by_event = {event.id: reading for reading in found for event in reading.events}
    parts = {
        "happened": _strongest([reading for reading in found if reading.counts and not reading.said]),
        "said": _strongest([reading for reading in found if reading.counts and reading.said]),
        "planned": _strongest([reading for reading in found if reading.planned]),
    }
    short = tuple(_drawn(part, by_event, cited) for part in in_short(series, found))
    stands = tuple(_drawn(part, by_event, cited) for part in standing(verdict))
    happened = tuple(_item(reading, cited) for reading in parts["happened"])
    said = tuple(_item(reading, cited, reading.speaker) for reading in parts["said"])
    planned = tuple(_item(reading, cited, PLANS[reading.planned]) for reading in parts["planned"])
    doubted = [(lead, reading) for reading in found if (lead := _doubt(reading))]
    open_questions = sorted([*doubted, *disputed(whys)], key=lambda one: one[1].day or date.max)
    in_dispute = tuple(_item(reading, cited, lead) for lead, reading in open_questions)
    whole = {
        "happened": sum(reading.counts and not reading.said for reading in found),
        "said": sum(reading.counts and reading.said for reading in found),
        "planned": sum(bool(reading.planned) for reading in found),
    }
    more = {name: whole[name] - len(parts[name]) for name in parts}
    return Brief(
        actor, other, verdict.verdict, short, stands, happened, said, planned, in_dispute, tuple(cited.made), more
    )


@dataclass(slots=True)
class _Citations:
    """Sentences get their numbers in the order in which they are first cited."""

    made: list[Citation] = field(default_factory=list)
    _numbers: dict[tuple[str, int], int] = field(default_factory=dict)

    def of(self, tellings: Sequence[Telling]) -> tuple[int, ...]:
        found: list[int] = []
        for telling in tellings:
            key = (telling.document_id, telling.sentence.span.start)
            if key not in self._numbers:
                if len(found) >= MOST_CITED:
                    continue
                self._numbers[key] = len(self.made) + 1
                self.made.append(_citation(self._numbers[key], telling))
            found.append(self._numbers[key])
        return tuple(sorted(set(found)))[:MOST_CITED]


def _citation(number: int, telling: Telling) -> Citation:
    span = telling.sentence.span
    return Citation(
        number=number,
        publisher=telling.publisher or "publisher not known",
        published=telling.published,
        title=telling.title or "",
        url=telling.url,
        document_id=telling.document_id,
        start=span.start,
        end=span.end,
        text=telling.sentence.text,
    )


def _strongest(found: Sequence[Reading]) -> list[Reading]:
    """The readings of the largest scores where there are too many, in order of day."""
    ranked = sorted(found, key=lambda reading: -reading.weight)
    kept = set(map(id, ranked[:MOST_ITEMS]))
    return [reading for reading in found if id(reading) in kept]


def _item(reading: Reading, cited: _Citations, lead: str = "") -> Item:
    return Item(reading.day.year if reading.day else None, reading.days, lead, reading.text, cited.of(reading.tellings))


def _drawn(part: tuple[str, Sequence[str]], by_event: dict[str, Reading], cited: _Citations) -> Item:
    """A sentence of ours with the readings of the events that it rests on."""
    text, events = part
    tellings = [by_event[id].tellings[0] for id in events if id in by_event]
    return Item(None, "", "", text, cited.of(tellings))


def _doubt(reading: Reading) -> str:
    """Why a reading is disputed: it is told as not so, or is an act that rests on one word alone; else nothing."""
    if reading.denied:
        return "Denied"
    if reading.counts and not reading.said and reading.word_of:
        return f"Only on the word of {reading.word_of}"
    return ""
