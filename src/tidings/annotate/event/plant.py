"""From a report that is read to the trees of its sentences: what the earlier stages found, put at its words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from tidings.annotate.event.localities import find_localities
from tidings.annotate.event.tree import Tree
from tidings.lexicon.inflection import load_inflections
from tidings.lexicon.play import load_play
from tidings.record import SILENT_ZONES, Actor, ActorMention, Analysis, Place, Span, Timex, Token, Toponym, ZoneKind

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Found:
    """What the earlier stages found, by sentence and word."""

    actors: Mapping[int, Mapping[int, ActorMention]]
    beside: Mapping[int, Mapping[int, Sequence[ActorMention]]]
    places: Mapping[int, Mapping[int, Toponym]]
    times: Mapping[int, Mapping[int, Timex]]


def plant(analysis: Analysis) -> list[Tree]:
    """The trees of every sentence that is read for events, in text order."""
    at = {
        token.span.start: (number, index)
        for number, sentence in enumerate(analysis.sentences)
        for index, token in enumerate(sentence.tokens)
    }
    found = Found(
        actors=_by_word(at, ((mention.mention.head, mention) for mention in analysis.actor_mentions)),
        beside=_beside(at, analysis.actor_mentions),
        places=_by_word(at, ((toponym.mention.head, toponym) for toponym in analysis.toponyms if toponym.place)),
        times=_by_word(at, ((timex.mention.head, timex) for timex in analysis.timexes)),
    )
    known = {actor.id: actor for actor in analysis.actors}
    zones, localities = _zones(analysis), find_localities(analysis)
    return [
        _tree(analysis, number, zones[number], found, known, localities.get(number, {}))
        for number, sentence in enumerate(analysis.sentences)
        if sentence.tokens and zones[number] not in SILENT_ZONES
    ]


def _by_word(at: Mapping[int, tuple[int, int]], found: Iterable[tuple[Span, Thing]]) -> dict[int, dict[int, Thing]]:
    table: dict[int, dict[int, Thing]] = {}
    for head, thing in found:
        number, index = at.get(head.start, (-1, -1))
        if number >= 0:
            table.setdefault(number, {}).setdefault(index, thing)
    return table


def _beside(
    at: Mapping[int, tuple[int, int]], mentions: Iterable[ActorMention]
) -> dict[int, dict[int, list[ActorMention]]]:
    """The further actors of a word that names several: "both sides", "they", "officials of Greece and Turkey"."""
    table: dict[int, dict[int, list[ActorMention]]] = {}
    for mention in mentions:
        number, index = at.get(mention.mention.head.start, (-1, -1))
        if number >= 0:
            table.setdefault(number, {}).setdefault(index, []).append(mention)
    return {number: {index: all_[1:] for index, all_ in words.items()} for number, words in table.items()}


def _zones(analysis: Analysis) -> list[ZoneKind]:
    """The kind of zone each sentence stands in; a sentence never crosses a zone."""
    kinds, zones, at = [], analysis.document.zones, 0
    for sentence in analysis.sentences:
        while at < len(zones) - 1 and zones[at].span.end <= sentence.span.start:
            at += 1
        kinds.append(zones[at].kind if zones else ZoneKind.BODY)
    return kinds


def _tree(
    analysis: Analysis, number: int, zone: ZoneKind, found: Found, known: Mapping[str, Actor],
    localities: Mapping[int, Place],
) -> Tree:  # fmt: skip
    sentence, text = analysis.sentences[number], analysis.document.text
    tokens, inflections = sentence.tokens, load_inflections()
    places = found.places.get(number, {})
    actors = _without_lands(text, tokens, found.actors.get(number, {}), places)
    forms = tuple(text[token.span.start : token.span.end].lower() for token in tokens)
    lemmas = tuple(
        inflections.lemma(form, token.pos, token.lemma.lower()) for form, token in zip(forms, tokens, strict=True)
    )
    return Tree(
        sentence=sentence,
        number=number,
        zone=zone,
        tokens=tokens,
        lemmas=lemmas,
        forms=forms,
        relations=tuple(token.relation.split(":", 1)[0] for token in tokens),
        below=sentence.children,
        actors=actors,
        beside=found.beside.get(number, {}),
        places=places,
        times=found.times.get(number, {}),
        names={index: name for name in sentence.names for index in range(name.first, name.last)},
        known=known,
        covered=_covered(tokens, actors),
        localities=localities,
        opinion=analysis.opinions[number] if analysis.opinions else None,
        play=load_play().speak(lemmas),
    )


def _without_lands(
    text: str, tokens: Sequence[Token], actors: Mapping[int, ActorMention], places: Mapping[int, Toponym]
) -> dict[int, ActorMention]:
    """The mentions at their words without states that only say where a town lies: "in Homs, | Syria"."""
    towns = {one.mention.span.end: one.place.country for one in places.values() if one.place and not one.place.is_state}
    kept = {}
    for index, mention in actors.items():
        first = mention.mention.span.start
        before = text[:first].rstrip()
        town = towns.get(len(before.removesuffix(",").rstrip())) if before.endswith(",") else None
        inside = (
            town is not None and mention.actor == f"state:{town}" and not tokens[index].relation.startswith("nsubj")
        )
        if not inside or tokens[index].relation == "nmod:poss":
            kept[index] = mention
    return kept


def _covered(tokens: Sequence[Token], actors: Mapping[int, ActorMention]) -> dict[int, ActorMention]:
    """The proper nouns inside the span of a mention that head no mention themselves."""
    found: dict[int, ActorMention] = {}
    for head, mention in actors.items():
        for step in (-1, 1):
            index = head + step
            while 0 <= index < len(tokens) and mention.mention.span.contains(tokens[index].span):
                if index not in actors and tokens[index].pos == "PROPN":
                    found.setdefault(index, mention)
                index += step
    return found
