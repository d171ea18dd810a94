"""An analysis in the JSON of `tidings read --json` (DESIGN section 4)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tidings.record.analysis import Analysis
from tidings.record.attribution import Attribution
from tidings.record.event import EventMention, Participant
from tidings.record.mention import Place
from tidings.record.span import Span

Json = dict[str, Any]
#: (event type, mode) -> (quad, score), from the ontology.
Grade = Callable[[str, str | None], tuple[int, float]]


def as_json(analysis: Analysis, grade: Grade) -> Json:
    """One JSON object for one report; offsets are code points into its `document.text`."""
    return {
        "document": _document(analysis),
        "sentences": [_range(sentence.span) for sentence in analysis.sentences],
        "timexes": _timexes(analysis),
        "toponyms": [
            _words(analysis, toponym.mention.span) | {"place": _place(toponym.place)} for toponym in analysis.toponyms
        ],
        "actors": _actors(analysis),
        "attributions": [_attribution(analysis, attribution) for attribution in analysis.attributions],
        "events": [_event(analysis, event, grade) for event in analysis.events],
        "notes": list(analysis.notes),
    }


def _range(span: Span) -> Json:
    return {"start": span.start, "end": span.end}


def _words(analysis: Analysis, span: Span) -> Json:
    return {"start": span.start, "end": span.end, "text": analysis.text(span)}


def _iso(value: object) -> str | None:
    return None if value is None else str(value)


def _document(analysis: Analysis) -> Json:
    document = analysis.document
    return {
        "id": document.id,
        "title": document.title,
        "text": document.text,
        "published": _iso(document.published),
        "publisher": document.publisher,
        "url": document.url,
        "lang": document.lang,
        "zones": [{"kind": str(zone.kind)} | _range(zone.span) for zone in document.zones],
    }


def _timexes(analysis: Analysis) -> list[Json]:
    return [
        _words(analysis, timex.mention.span)
        | {
            "type": timex.type,
            "value": timex.value,
            "earliest": _iso(timex.earliest),
            "latest": _iso(timex.latest),
            "granularity": timex.granularity,
        }
        for timex in analysis.timexes
    ]


def _place(place: Place | None) -> Json | None:
    if place is None:
        return None
    return {
        "id": place.id,
        "name": place.name,
        "country": place.country,
        "admin1": place.admin1,
        "latitude": place.latitude,
        "longitude": place.longitude,
    }


def _actors(analysis: Analysis) -> list[Json]:
    mentions: dict[str, list[Json]] = {actor.id: [] for actor in analysis.actors}
    for mention in analysis.actor_mentions:
        mentions[mention.actor].append(_words(analysis, mention.mention.span))
    return [
        {
            "id": actor.id,
            "name": actor.name,
            "country": actor.country,
            "sectors": list(actor.sectors),
            "mentions": mentions[actor.id],
        }
        for actor in analysis.actors
    ]


def _attribution(analysis: Analysis, said: Attribution) -> Json:
    source = None if said.source is None else {"actor": said.source.actor} | _words(analysis, said.source.span)
    return {
        "id": said.id,
        "source": source,
        "cue": None if said.cue is None else _words(analysis, said.cue),
        "content": _words(analysis, said.content),
        "manner": said.manner,
        "medium": said.medium,
        "addressee": None if said.addressee is None else _words(analysis, said.addressee),
        "parent": said.parent,
    }


def _side(analysis: Analysis, side: tuple[Participant, ...]) -> list[Json]:
    return [{"actor": participant.actor} | _words(analysis, participant.span) for participant in side]


def _event(analysis: Analysis, event: EventMention, grade: Grade) -> Json:
    quad, score = grade(event.event_type, event.mode)
    when, factuality = event.when, event.factuality
    return {
        "id": event.id,
        "event_type": event.event_type,
        "mode": event.mode,
        "contexts": list(event.contexts),
        "cameo": event.cameo,
        "quad": quad,
        "score": score,
        "counts": event.counts,
        "actors": _side(analysis, event.actors),
        "recipients": _side(analysis, event.recipients),
        "trigger": _words(analysis, event.trigger),
        "earliest": _iso(when.earliest) if when else None,
        "latest": _iso(when.latest) if when else None,
        "granularity": when.granularity if when else None,
        "place": _place(event.place),
        "factuality": {
            "polarity": factuality.polarity,
            "certainty": factuality.certainty,
            "time": factuality.time,
            "mood": factuality.mood,
        },
        "auxiliary_modes": list(factuality.auxiliary_modes),
        "attribution": event.attribution,
        "sentence": event.sentence,
        "confidence": round(event.evidence.score, 3),
        "origin": event.evidence.origin,
    }
