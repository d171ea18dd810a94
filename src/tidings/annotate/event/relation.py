"""What one given party does to another in a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from tidings.annotate.event.rules import stance
from tidings.annotate.event.stage import candidate_events
from tidings.annotate.event.tree import Tree
from tidings.lexicon import Lexicon
from tidings.record import (
    Actor,
    ActorMention,
    Analysis,
    Attribution,
    EventMention,
    Evidence,
    Mention,
    MentionKind,
    Participant,
    Sentence,
    Source,
    Span,
    content_id,
)


def relation(analysis: Analysis, actor: str, recipient: str, lexicon: Lexicon) -> EventMention | None:
    """The act of the first towards the second, both given by their words; None where no act joins them.

    The best act is one whose sides are the two; failing that, the one that stands on the path of the tree from the
    first to the second, the nearest to the first. Neither needs to be a known actor.
    """
    text = analysis.document.text
    first, second = _find(text, actor), _find(text, recipient)
    parties = [span for span in (first, second) if span is not None]
    candidates = candidate_events(_with_parties(analysis, parties), lexicon.triggers.heads)
    scored = [(_value(tree, event, first, second), -event.trigger.start, event) for tree, event in candidates]
    best = max(scored, key=lambda item: item[:2], default=None)
    if best is None or best[0] <= 0:
        return None
    agreed = analysis.text(best[2].trigger).lower().startswith("agree")
    return replace(best[2], event_type=stance(best[2].event_type, best[2].factuality, agreed))


def _find(text: str, words: str) -> Span | None:
    at = text.casefold().find(words.strip().casefold())
    return None if at < 0 or not words.strip() else Span(at, at + len(words.strip()))


def _with_parties(analysis: Analysis, parties: Sequence[Span]) -> Analysis:
    """The analysis with the given parties as actors of their own, whoever they are."""
    for span in parties:
        head = next((head for sentence in analysis.sentences if (head := _head_span(sentence, span))), None)
        if head is None:
            continue
        one = Actor(content_id("party", (span.start, span.end)), span.slice(analysis.document.text), None, ("UNK",))
        mention = Mention(content_id("men", (span.start, span.end)), span, head, MentionKind.ACTOR)
        found = ActorMention(mention, one.id, Evidence(analysis.document.id, span, "given", 1.0))
        others = tuple(other for other in analysis.actor_mentions if other.mention.head != head)
        analysis = replace(analysis, actors=(*analysis.actors, one), actor_mentions=(found, *others))
        analysis = replace(analysis, attributions=tuple(_named(said, span, one.id) for said in analysis.attributions))
    return analysis


def _named(said: Attribution, party: Span, actor: str) -> Attribution:
    """An attribution whose source is the given party, if its words overlap."""
    if said.source is None or not said.source.span.overlaps(party):
        return said
    return replace(said, source=Source(said.source.span, actor))


def _head_span(sentence: Sentence, span: Span) -> Span | None:
    inside = [index for index, token in enumerate(sentence.tokens) if span.overlaps(token.span)]
    heads = (index for index in inside if sentence.tokens[index].head not in inside)
    return next((sentence.tokens[index].span for index in heads), None)


def _value(tree: Tree, event: EventMention, first: Span | None, second: Span | None) -> float:
    """How well an act joins the two: 2 for each right side, 1 for the path, less for the wrong way round."""
    value = 0.0
    if first is not None:
        value += 2.0 * _stands(event.actors, first) - 1.0 * _stands(event.recipients, first)
    if second is not None:
        value += 2.0 * _stands(event.recipients, second) - 0.5 * _stands(event.actors, second)
    value += _on_path(tree, event, first, second) + 0.2 * event.evidence.score
    return value


def _stands(side: Iterable[Participant], span: Span) -> bool:
    return any(participant.span.overlaps(span) for participant in side)


def _on_path(tree: Tree, event: EventMention, first: Span | None, second: Span | None) -> float:
    """1 where the trigger lies between the two in the tree, .5 where it only governs the first."""
    if first is None:
        return 0.1
    start, end = _head_in(tree, first), None if second is None else _head_in(tree, second)
    if start is None:
        return 0.0
    up = _ancestors(tree, start)
    down = [] if end is None else _ancestors(tree, end)
    common = set(up) & set(down)
    path = [word for word in (*up, *down) if word not in common] + [word for word in up if word in common][:1]
    words = [index for index, token in enumerate(tree.tokens) if event.trigger.contains(token.span)]
    if any(word in path for word in words):
        return 1.0 - 0.02 * path.index(next(word for word in words if word in path))
    return 0.4 if any(word in up for word in words) else 0.1


def _head_in(tree: Tree, span: Span) -> int | None:
    """The word of a span that all its others depend on."""
    head = _head_span(tree.sentence, span)
    return next((index for index, token in enumerate(tree.tokens) if token.span == head), None)


def _ancestors(tree: Tree, index: int) -> list[int]:
    found = [index]
    while (above := tree.head(found[-1])) is not None and len(found) <= len(tree.tokens):
        found.append(above)
    return found
