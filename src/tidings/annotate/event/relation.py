"""What one given party does to another in a sentence."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from tidings.annotate.event.judge import NONE, lone_trigger, retyped, weighed
from tidings.annotate.event.plant import plant
from tidings.annotate.event.rules import stance
from tidings.annotate.event.slots import Frame
from tidings.annotate.event.stage import candidate_events, event_of
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
    Source,
    Span,
    content_id,
)

#: Parts of speech of words that can tell of an act.
_TELLING = frozenset({"VERB", "NOUN", "ADJ", "AUX"})
#: Verbs that bring what somebody says and tell of no act themselves.
_SAYING = frozenset({"say", "tell", "add"})
#: What is left of a word's probability where the two are surely not its sides.
LEAST_JOINED = 0.7
#: What the rules' own answer is worth beside the judge's probabilities; chosen on plv.
RULED = 0.7


Parties = tuple[Span | None, Span | None]


@dataclass(frozen=True, slots=True)
class Heard:
    """The judge's score for a type at a word."""

    tree: Tree
    word: int
    kind: str
    score: float


def relation(analysis: Analysis, actor: str, recipient: str, lexicon: Lexicon) -> EventMention | None:
    """The act of the first towards the second, both given by their words; None where no act joins them.

    The rules' best act is one whose sides are the two; failing that, the one that stands on the path of the tree from
    the first to the second, the nearest to the first. The judge gives each word a probability for each type with these
    two as its sides. The type with the higher sum of both is the answer. Neither side needs to be a known actor.
    """
    text = analysis.document.text
    parties = _find(text, actor), _find(text, recipient)
    analysis = _with_parties(analysis, [span for span in parties if span is not None])
    trees = plant(analysis)
    candidates = candidate_events(analysis, trees, lexicon.triggers.heads)
    scored = [(_value(tree, event, *parties), -event.trigger.start, event) for tree, event in candidates]
    value, _, ruled = max(scored, key=lambda item: item[:2], default=(0.0, 0, None))
    heard = [found for tree in trees for found in _heard(tree, parties)]
    best = _best(analysis, ruled if value > 0 else None, candidates, heard)
    if best is None:
        return None
    agreed = best.event_type != "SUPPORT" and analysis.text(best.trigger).lower().startswith(
        ("agree ", "agreed", "agrees")
    )
    return replace(best, event_type=stance(best.event_type, best.factuality, agreed))


def _best(
    analysis: Analysis,
    ruled: EventMention | None,
    candidates: Sequence[tuple[Tree, EventMention]],
    heard: Sequence[Heard],
) -> EventMention | None:
    """The act of the best type, rules and judge together."""
    best = max(heard, key=lambda found: found.score, default=None)
    if best is None or (ruled is not None and _is_ruled(ruled, heard, best)):
        return ruled
    here = [event for tree, event in candidates if tree.number == best.tree.number and _covers(event, best)]
    alone = Frame(best.tree, best.word, (best.word,), None), lone_trigger(best.tree, best.word, best.kind, best.score)
    act = here[0] if here else event_of(analysis, alone, gated=False)
    return None if act is None else retyped(act, best.kind, best.score)


def _is_ruled(ruled: EventMention, heard: Sequence[Heard], best: Heard) -> bool:
    """Whether the rules' type stands: it is the judge's too, or loses less than the rules are worth.

    What a noun names below their verb is theirs to judge: "cancelled a visit" is about no visit.
    """
    if _is_below(best, ruled):
        return True
    same = max((found.score for found in heard if found.kind == ruled.event_type), default=0.0)
    return best.kind == ruled.event_type or same + RULED >= best.score


def _is_below(found: Heard, ruled: EventMention) -> bool:
    tree = found.tree
    if tree.number != ruled.sentence or tree.is_verb(found.word):
        return False
    above = _ancestors(tree, found.word)[1:3]
    return any(tree.is_verb(word) and ruled.trigger.contains(tree.tokens[word].span) for word in above)


def _covers(event: EventMention, found: Heard) -> bool:
    return event.trigger.contains(found.tree.tokens[found.word].span)


def _heard(tree: Tree, parties: Parties) -> Iterator[Heard]:
    """What the judge says of every word of a sentence with the two as its sides, less where they are not its sides."""
    if tree.opinion is None:
        return
    first, second = (None if party is None else tree.sentence.head_in(party) for party in parties)
    for word, token in enumerate(tree.tokens):
        if token.pos not in _TELLING or word in (first, second) or tree.lemmas[word] in _SAYING:
            continue
        sides = tree.opinion.sides(word)
        joined = math.prod(
            LEAST_JOINED + (1 - LEAST_JOINED) * side[party]
            for side, party in zip(sides, (first, second), strict=True)
            if party is not None
        )
        for kind, share in weighed(tree.opinion, word, first, second).items():
            if kind != NONE:
                yield Heard(tree, word, kind, share * math.sqrt(joined))


def _find(text: str, words: str) -> Span | None:
    at = text.casefold().find(words.strip().casefold())
    return None if at < 0 or not words.strip() else Span(at, at + len(words.strip()))


def _with_parties(analysis: Analysis, parties: Sequence[Span]) -> Analysis:
    """The analysis with the given parties as actors of their own, whoever they are."""
    for span in parties:
        heads = ((sentence, sentence.head_in(span)) for sentence in analysis.sentences)
        head = next((sentence.tokens[index].span for sentence, index in heads if index is not None), None)
        if head is None:
            continue
        party = Actor(content_id("party", (span.start, span.end)), span.slice(analysis.document.text), None, ("UNK",))
        mention = Mention(content_id("men", (span.start, span.end)), span, head, MentionKind.ACTOR)
        found = ActorMention(mention, party.id, Evidence(analysis.document.id, span, "given", 1.0))
        others = tuple(one for one in analysis.actor_mentions if head != one.mention.head and span != one.mention.span)
        analysis = replace(analysis, actors=(*analysis.actors, party), actor_mentions=(found, *others))
        analysis = replace(analysis, attributions=tuple(_named(said, span, party.id) for said in analysis.attributions))
    return analysis


def _named(said: Attribution, party: Span, actor: str) -> Attribution:
    """An attribution whose source is the given party, if its words overlap."""
    if said.source is None or not said.source.span.overlaps(party):
        return said
    return replace(said, source=Source(said.source.span, actor))


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
    start = tree.sentence.head_in(first)
    end = None if second is None else tree.sentence.head_in(second)
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


def _ancestors(tree: Tree, index: int) -> list[int]:
    found = [index]
    while (above := tree.head(found[-1])) is not None and len(found) <= len(tree.tokens):
        found.append(above)
    return found
