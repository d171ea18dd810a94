"""Analyses made by hand: short reports of which every value is known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tidings.record import (
    Actor,
    ActorMention,
    Analysis,
    Attribution,
    Document,
    Event,
    EventMention,
    Evidence,
    Factuality,
    Mention,
    MentionKind,
    Participant,
    Place,
    Sentence,
    Source,
    Span,
    When,
    Zone,
    ZoneKind,
    content_id,
)

EGYPT = Actor("state:EGY", "Egypt", "EGY", ("GOV",))
MINISTER = Actor("act-egy-gov", "Egypt's foreign minister", "EGY", ("GOV",))
SUDAN = Actor("state:SDN", "Sudan", "SDN", ("GOV",))
REBELS = Actor("act-rebels", "the Northern Front", "SDN", ("REB",))
CAIRO = Place("geonames:360630", "Cairo", "EGY", "Cairo Governorate", 30.06, 31.25, "PPLC")


def find(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def report(
    text: str,
    trigger: str,
    event_type: str,
    actors: tuple[tuple[str, Actor | None], ...],
    recipients: tuple[tuple[str, Actor | None], ...] = (),
    *,
    published: date | None = None,
    publisher: str | None = None,
    day: date | None = None,
    mode: str | None = None,
    cameo: str | None = None,
    place: Place | None = None,
    factuality: Factuality | None = None,
    said_by: tuple[str, Actor] | None = None,
) -> Analysis:
    """A report of one sentence that tells of one event."""
    document = Document.of(
        text, (Zone(ZoneKind.BODY, Span(0, len(text))),), title="A title", published=published, publisher=publisher
    )
    span = Span(0, len(text))
    evidence = Evidence(document.id, span, "plover/TEST.yaml:1", 0.9)
    known = {actor.id: actor for _, actor in (*actors, *recipients, *([said_by] if said_by else [])) if actor}
    attribution = _attribution(document, said_by, evidence) if said_by else None
    event = EventMention(
        id=content_id("evm", (document.id, trigger, event_type)),
        trigger=find(text, trigger),
        event_type=event_type,
        mode=mode,
        contexts=("military",),
        cameo=cameo,
        actors=tuple(Participant(find(text, words), actor.id if actor else None) for words, actor in actors),
        recipients=tuple(Participant(find(text, words), actor.id if actor else None) for words, actor in recipients),
        when=When(day, day, "day", "timex") if day else None,
        place=place,
        attribution=attribution.id if attribution else None,
        factuality=factuality or Factuality(),
        sentence=0,
        evidence=evidence,
    )
    mentions = tuple(
        ActorMention(
            Mention(f"men-{words}", find(text, words), find(text, words), MentionKind.ACTOR), actor.id, evidence
        )
        for words, actor in (*actors, *recipients)
        if actor
    )
    return Analysis(
        document,
        (Sentence(span, ()),),
        actors=tuple(known.values()),
        actor_mentions=mentions,
        attributions=(attribution,) if attribution else (),
        events=(event,),
    )


def _attribution(document: Document, said_by: tuple[str, Actor], evidence: Evidence) -> Attribution:
    words, actor = said_by
    return Attribution(
        id=content_id("att", (document.id, words)),
        source=Source(find(document.text, words), actor.id),
        cue=find(document.text, "said"),
        content=Span(0, document.text.index(words)),
        manner="indirect",
        medium=None,
        addressee=None,
        parent=None,
        evidence=evidence,
    )


def alone(analysis: Analysis) -> Event:
    """The event of a report, merged with no other."""
    return together(analysis)


def together(*analyses: Analysis) -> Event:
    """One event that several reports tell of."""
    told = analyses[0].events[0]
    ids = tuple(sorted(analysis.events[0].id for analysis in analyses))
    return Event(
        id=content_id("evt", ids),
        event_type=told.event_type,
        mode=told.mode,
        cameo=told.cameo,
        actors=tuple(side.actor for side in told.actors if side.actor),
        recipients=tuple(side.actor for side in told.recipients if side.actor),
        when=told.when,
        place=told.place,
        counts=told.counts,
        mentions=ids,
    )


MEETING = report(
    "Egypt's foreign minister met Sudan's envoys in Cairo on Wednesday.",
    "met",
    "CONSULT",
    (("Egypt's foreign minister", MINISTER),),
    (("Sudan", SUDAN),),
    published=date(2021, 7, 28),
    publisher="Nile Post",
    day=date(2021, 7, 28),
    mode="visit",
    cameo="042",
    place=CAIRO,
)
SAME_MEETING = report(
    "Sudan's envoys were in Cairo, where Egypt received them.",
    "received",
    "CONSULT",
    (("Egypt", EGYPT),),
    (("Sudan", SUDAN),),
    published=date(2021, 7, 29),
    publisher="Delta Herald",
    day=date(2021, 7, 28),
    mode="visit",
    cameo="042",
    place=CAIRO,
)
ATTACK = report(
    "Rebels attacked the army of Sudan, a ministry spokesman said.",
    "attacked",
    "ASSAULT",
    (("Rebels", REBELS),),
    (("the army of Sudan", SUDAN),),
    published=date(2021, 8, 3),
    day=date(2021, 8, 2),
    cameo="190",
    said_by=("a ministry spokesman", MINISTER),
)
PLAN = report(
    "Sudan may sign a pact with =Egypt some day.",
    "sign",
    "AGREE",
    (("Sudan", SUDAN),),
    (("=Egypt", None),),
    factuality=Factuality(certainty="possible", time="future", mood="desired"),
)
ALL = (MEETING, SAME_MEETING, ATTACK, PLAN)
EVENTS = (together(MEETING, SAME_MEETING), alone(ATTACK), alone(PLAN))


def numbered(number: int, events: int = 1) -> Analysis:
    """A report of its own for each number, with that many events."""
    made = report(
        f"Egypt met Sudan for round {number} of the talks. " + "They spoke about the river and the dam. " * 80,
        "met",
        "CONSULT",
        (("Egypt", EGYPT),),
        (("Sudan", SUDAN),),
        published=date(2021, 1, 1),
        day=date(2021, 1, 1),
        cameo="040",
    )
    told = made.events[0]
    return replace(made, events=tuple(replace(told, id=f"{told.id}-{n}") for n in range(events)))
