"""An analysis -> the rows of the tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tidings.ontology import Ontology
from tidings.record import (
    Actor,
    Analysis,
    Attribution,
    EventMention,
    Factuality,
    Participant,
    Place,
    Source,
    Span,
    Timex,
    When,
)

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Versions:
    """What read a document: the version of Tidings; checksums of the encoder, the ontology, the user's dictionaries."""

    tidings: str
    model: str | None
    ontology: str
    dictionaries: str | None


@dataclass(frozen=True, slots=True)
class Reading:
    """What read the documents of a batch, and when they were seen (UTC)."""

    versions: Versions
    seen: datetime


def rows_of(analysis: Analysis, ontology: Ontology, reading: Reading) -> dict[str, list[Row]]:
    """The rows that one analysis puts into each table."""
    actors = {actor.id: actor for actor in analysis.actors}
    said = {attribution.id: attribution for attribution in analysis.attributions}
    return {
        "documents": [_document(analysis, reading)],
        "actors": [_actor(actor) for actor in analysis.actors],
        "actor_codes": [{"actor": actor.id, "code": actor.code} for actor in analysis.actors],
        "attributions": [_attribution(analysis, attribution) for attribution in analysis.attributions],
        "event_mentions": [_mention(analysis, event, actors, said, ontology) for event in analysis.events],
    }


def _document(analysis: Analysis, reading: Reading) -> Row:
    document, versions = analysis.document, reading.versions
    mentions: dict[str, list[Row]] = {actor.id: [] for actor in analysis.actors}
    codes = {actor.id: actor.code for actor in analysis.actors}
    for mention in analysis.actor_mentions:
        mentions.setdefault(mention.actor, []).append(words(analysis.document.text, mention.mention.span))
    return {
        "id": document.id,
        "sha256": document.sha256,
        "title": document.title,
        "published": iso(document.published),
        "publisher": document.publisher,
        "url": document.url,
        "lang": document.lang,
        "text": document.text,
        "zones": [[str(zone.kind), zone.span.start, zone.span.end] for zone in document.zones],
        "sentences": [[sentence.span.start, sentence.span.end] for sentence in analysis.sentences],
        "timexes": [_timex(document.text, timex) for timex in analysis.timexes],
        "toponyms": [words(document.text, t.mention.span) | place_columns(t.place) for t in analysis.toponyms],
        "actors": [{"id": id, "code": codes.get(id), "mentions": spans} for id, spans in mentions.items()],
        "notes": list(analysis.notes),
        "tidings": versions.tidings,
        "model": versions.model,
        "ontology": versions.ontology,
        "first_seen": iso(reading.seen),
        "last_seen": iso(reading.seen),
        "dictionaries": versions.dictionaries,
    }


def _timex(text: str, timex: Timex) -> Row:
    bounds = {"earliest": iso(timex.earliest), "latest": iso(timex.latest), "granularity": timex.granularity}
    return words(text, timex.mention.span) | {"type": timex.type, "value": timex.value} | bounds


def _actor(actor: Actor) -> Row:
    return {
        "id": actor.id,
        "name": actor.name,
        "country": actor.country,
        "sectors": list(actor.sectors),
        "valid_from": iso(actor.valid[0]),
        "valid_to": iso(actor.valid[1]),
    }


def _attribution(analysis: Analysis, said: Attribution) -> Row:
    text = analysis.document.text
    return {
        "id": said.id,
        "document_id": analysis.document.id,
        "source_actor": said.source.actor if said.source else None,
        "source": words(text, said.source.span) if said.source else None,
        "cue": words(text, said.cue) if said.cue else None,
        "content": words(text, said.content),
        "manner": said.manner,
        "medium": said.medium,
        "addressee": words(text, said.addressee) if said.addressee else None,
        "parent": said.parent,
        "origin": said.evidence.origin,
        "confidence": said.evidence.score,
    }


def _mention(
    analysis: Analysis,
    event: EventMention,
    actors: Mapping[str, Actor],
    said: Mapping[str, Attribution],
    ontology: Ontology,
) -> Row:
    text = analysis.document.text
    sentence = analysis.sentences[event.sentence].span
    attribution = said.get(event.attribution) if event.attribution else None
    return {
        "id": event.id,
        "document_id": analysis.document.id,
        **type_columns(event, ontology),
        "trigger_start": event.trigger.start,
        "trigger_end": event.trigger.end,
        "trigger_text": event.trigger.slice(text),
        "sentence": event.sentence,
        "sentence_start": sentence.start,
        "sentence_end": sentence.end,
        "sentence_text": sentence.slice(text),
        **_side("actor", text, event.actors, actors),
        **_side("recipient", text, event.recipients, actors),
        **when_columns(event.when),
        **place_columns(event.place),
        **factuality_columns(event.factuality, event.counts),
        "attribution": event.attribution,
        **_source(text, attribution.source if attribution else None, actors),
        "evidence_start": event.evidence.span.start,
        "evidence_end": event.evidence.span.end,
        "origin": event.evidence.origin,
        "confidence": event.evidence.score,
        "runner_up": dict([event.runner_up]) if event.runner_up else None,
    }


def type_columns(event: EventMention, ontology: Ontology) -> Row:
    """What happened, and what it is worth."""
    known = event.cameo is not None and event.cameo in ontology.codes
    return {
        "event_type": event.event_type,
        "mode": event.mode,
        "contexts": list(event.contexts),
        "cameo": event.cameo,
        "quad": ontology.quad(event.event_type),
        "score": ontology.score(event.event_type, event.mode),
        "goldstein": ontology.goldstein(event.cameo) if known and event.cameo else None,
    }


def _side(side: str, text: str, participants: Sequence[Participant], actors: Mapping[str, Actor]) -> Row:
    """One side of an event: ids, codes and names in step, "" for the id and code of whoever is not known."""
    known = [actors.get(p.actor) if p.actor else None for p in participants]
    return {
        f"{side}s": [words(text, p.span) | {"actor": p.actor} for p in participants],
        f"{side}_ids": [actor.id if actor else "" for actor in known],
        f"{side}_codes": [actor.code if actor else "" for actor in known],
        f"{side}_names": [a.name if a else p.span.slice(text) for p, a in zip(participants, known, strict=True)],
    }


def _source(text: str, source: Source | None, actors: Mapping[str, Actor]) -> Row:
    actor = actors.get(source.actor) if source and source.actor else None
    return {
        "source_text": source.span.slice(text) if source else None,
        "source_actor": source.actor if source else None,
        "source_code": actor.code if actor else None,
    }


def when_columns(when: When | None) -> Row:
    """The days an event may have fallen on."""
    return {
        "earliest": iso(when.earliest) if when else None,
        "latest": iso(when.latest) if when else None,
        "granularity": when.granularity if when else None,
        "when_origin": when.origin if when else None,
    }


def place_columns(place: Place | None) -> Row:
    """Where it happened."""
    return {
        "place_id": place.id if place else None,
        "place": place.name if place else None,
        "place_country": place.country if place else None,
        "place_admin1": place.admin1 if place else None,
        "latitude": place.latitude if place else None,
        "longitude": place.longitude if place else None,
        "place_feature": place.feature if place else None,
    }


def factuality_columns(factuality: Factuality, counts: bool) -> Row:
    """Whether it happened."""
    return {
        "polarity": factuality.polarity,
        "certainty": factuality.certainty,
        "time": factuality.time,
        "mood": factuality.mood,
        "counts": counts,
    }


def words(text: str, span: Span) -> Row:
    """A span with the words it covers."""
    return {"start": span.start, "end": span.end, "text": span.slice(text)}


def iso(value: object) -> str | None:
    """A date or a time as text, None as None."""
    return None if value is None else str(value)
