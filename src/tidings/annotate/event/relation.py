"""What one given party does to another in a sentence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from tidings.annotate.event.rules import stance
from tidings.annotate.event.stage import candidate_events
from tidings.annotate.event.tree import Tree
from tidings.lexicon import Lexicon
from tidings.record import Analysis, EventMention, Participant, Span


def relation(analysis: Analysis, actor: str, recipient: str, lexicon: Lexicon | None = None) -> EventMention | None:
    """The act of the first towards the second, both given by their words; None where no act joins them.

    The best act is one whose sides are the two; failing that, the one that stands on the path of the tree from the
    first to the second, the nearest to the first. Neither needs to be a known actor.
    """
    text = analysis.document.text
    first, second = _find(text, actor), _find(text, recipient)
    candidates = candidate_events(analysis, (lexicon or Lexicon()).triggers.heads)
    scored = [(_value(tree, event, first, second), -event.trigger.start, event) for tree, event in candidates]
    best = max(scored, key=lambda item: item[:2], default=None)
    if best is None or best[0] <= 0:
        return None
    return replace(best[2], event_type=stance(best[2].event_type, best[2].factuality))


def _find(text: str, words: str) -> Span | None:
    at = text.casefold().find(words.strip().casefold())
    return None if at < 0 or not words.strip() else Span(at, at + len(words.strip()))


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
    inside = [index for index, token in enumerate(tree.tokens) if span.overlaps(token.span)]
    return next((index for index in inside if tree.tokens[index].head not in inside), None)


def _ancestors(tree: Tree, index: int) -> list[int]:
    found = [index]
    while (above := tree.head(found[-1])) is not None and len(found) <= len(tree.tokens):
        found.append(above)
    return found
