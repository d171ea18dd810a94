"""First person in quotations: once it is known who speaks, "I" and "we" are actors too."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tidings.lexicon import Lexicon
from tidings.lexicon.actors import ActorRegistry
from tidings.lexicon.word_lists import load_nouns
from tidings.record import (
    Actor,
    ActorMention,
    Analysis,
    Attribution,
    Sentence,
    Span,
    Token,
)

ORIGIN = "coreference:speaker"
#: How sure that is.
SCORE = 0.7
#: The words, their head, the statement they stand in, and whether they speak of more than the speaker.
_Spoken = tuple[Span, Span, Attribution, bool]
ALONE = frozenset({"i", "me", "my", "mine", "myself"})
TOGETHER = frozenset({"we", "us", "our", "ours", "ourselves"})


def find_speakers(analysis: Analysis, lexicon: Lexicon) -> Analysis:
    """The analysis with a mention of the speaker for each "I" and "we" in a quotation; it runs after attribution.

    "We" in the mouth of a member of a government is the state, as is "our country"; in others' it is the speaker.

    >>> from tidings.record import Document
    >>> find_speakers(Analysis(Document.of("", ())), Lexicon()).actor_mentions
    ()
    """
    actors = {actor.id: actor for actor in analysis.actors}
    spoken = [a for a in analysis.attributions if a.source and a.source.actor in actors and a.manner != "indirect"]
    if not spoken:
        return analysis
    mentions = list(analysis.actor_mentions)
    known = {mention.mention.head for mention in mentions}
    for span, head, attribution, together in _first_persons(analysis, spoken):
        source = attribution.source
        if source is None or source.actor is None or head in known:
            continue
        actor = _voice(actors[source.actor], lexicon.actors, together)
        actors.setdefault(actor.id, actor)
        mentions.append(ActorMention.of(analysis.document.id, span, head, actor.id, ORIGIN, SCORE))
    mentions.sort(key=lambda mention: mention.mention.span)
    return replace(analysis, actors=tuple(actors.values()), actor_mentions=tuple(mentions))


def _first_persons(analysis: Analysis, spoken: list[Attribution]) -> Iterator[_Spoken]:
    """Each word of the first person inside a quotation, with the innermost statement it belongs to."""
    for sentence in analysis.sentences:
        near = [a for a in spoken if a.content.overlaps(sentence.span)]
        if not near:
            continue
        for token in sentence.tokens:
            word = analysis.text(token.span).lower()
            if token.pos not in ("PRON", "DET") or not (word in ALONE or word in TOGETHER):
                continue
            around = [a for a in near if a.content.contains(token.span)]
            if around:
                inner = min(around, key=lambda a: len(a.content))
                yield token.span, token.span, inner, word in TOGETHER
                yield from _owned(sentence, token, inner)


def _owned(sentence: Sentence, token: Token, attribution: Attribution) -> Iterator[_Spoken]:
    """The noun of "our country", which is the same actor."""
    if token.relation == "nmod:poss" and token.head >= 0 and sentence.tokens[token.head].lemma.lower() in _lands():
        noun = sentence.tokens[token.head].span
        yield Span(token.span.start, max(noun.end, token.span.end)), noun, attribution, True


def _lands() -> frozenset[str]:
    return load_nouns().countries | {"government"}


def _voice(speaker: Actor, registry: ActorRegistry, together: bool) -> Actor:
    state = f"state:{speaker.country}"
    if together and "GOV" in speaker.sectors and state in registry:
        return registry.names(state)
    return speaker
