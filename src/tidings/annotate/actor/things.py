"""What the learned coreference adds: words that speak of a named actor and that no rule has followed back to it."""

from __future__ import annotations

from dataclasses import replace

from tidings.annotate.actor.voice import ALONE, TOGETHER
from tidings.record import ActorMention, Analysis, NameType, Span, Token

ORIGIN = "model:coreference"
#: How sure that is.
SCORE = 0.5
_COMMON = frozenset({"NOUN", "PRON", "DET"})
#: Words whose meaning hangs on who speaks; `voice` follows them once that is known.
_SPOKEN = ALONE | TOGETHER | {"you", "your", "yours", "yourself"}
_PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})


def follow_things(analysis: Analysis) -> Analysis:
    """The analysis with a mention for each pronoun or noun phrase that speaks of the actor the rest of its thing names.

    A thing whose named mentions are of several actors says nothing; for "they", those of one person are left out.

    >>> from tidings.record import Document
    >>> follow_things(Analysis(Document.of("", ()))).actor_mentions
    ()
    """
    heads = _heads(analysis)
    known = {mention.mention.head: mention.actor for mention in analysis.actor_mentions}
    people = _people(analysis)
    added: list[ActorMention] = []
    for thing in analysis.things:
        named = {known[heads[span].span] for span in thing if heads[span].span in known}
        for span in thing:
            word = analysis.text(heads[span].span).lower()
            meant = named - people if word in _PLURAL else named
            if len(meant) == 1 and heads[span].span not in known and heads[span].pos in _COMMON and word not in _SPOKEN:
                (actor,) = meant
                added.append(ActorMention.of(analysis.document.id, span, heads[span].span, actor, ORIGIN, SCORE))
    told = sorted((*analysis.actor_mentions, *added), key=lambda mention: mention.mention.span)
    return replace(analysis, actor_mentions=tuple(told)) if added else analysis


def _people(analysis: Analysis) -> frozenset[str]:
    """The actors that are persons, whom no "they" means."""
    names = {
        token.span
        for sentence in analysis.sentences
        for name in sentence.names
        if name.type is NameType.PERSON
        for token in sentence.tokens[name.first : name.last]
    }
    return frozenset(one.actor for one in analysis.actor_mentions if one.mention.head in names)


def _heads(analysis: Analysis) -> dict[Span, Token]:
    """The head of each span: the word whose own head stands outside."""
    at = {token.span.start: sentence for sentence in analysis.sentences for token in sentence.tokens}
    found: dict[Span, Token] = {}
    for span in {span for thing in analysis.things for span in thing}:
        head = at[span.start].head_in(span)
        assert head is not None
        found[span] = at[span.start].tokens[head]
    return found
