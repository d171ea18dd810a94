"""Requests made with a modal: "foreign powers must leave the Gulf", said by somebody, asks them to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tidings.annotate.event.clause import is_inverted
from tidings.annotate.event.judge import BOUNDS, NONE, verdict
from tidings.annotate.event.negation import is_negated
from tidings.annotate.event.participants import political, resolve
from tidings.annotate.event.slots import Frame
from tidings.annotate.event.subject import surface_subject
from tidings.annotate.event.tree import Tree
from tidings.annotate.event.when import find_when
from tidings.annotate.event.where import find_place
from tidings.annotate.event.word import find_word
from tidings.lexicon.factuality import load_factuality
from tidings.record import Analysis, Attribution, EventMention, Evidence, Factuality, Participant, Source, content_id

ORIGIN = "rule:obligation"
CAMEO = "020"
MODALS = frozenset({"should", "must", "ought"})
#: Verbs that say the same with an infinitive: "they need to stop".
VERBS = frozenset({"need", "needs", "have", "has"})
#: How sure the rule is: not every "should" is addressed to whom it speaks of.
WEIGHT = 0.7


def find_obligations(analysis: Analysis, tree: Tree) -> Iterator[EventMention]:
    """A REQUEST for each thing that a named source says another political actor must or should do.

    The act of speech took place when it was said; whose word it is on is that of whoever reports the speaker.
    """
    if MODALS.isdisjoint(tree.forms) and VERBS.isdisjoint(tree.forms):
        return
    for index, token in enumerate(tree.tokens):
        predicate = _predicate(tree, index)
        if predicate is None or _is_opinion(tree, predicate):
            continue
        said = find_word(token.span, analysis.attributions)
        if said is None or said.source is None:
            continue
        asked = _asked(tree, predicate, said.source)
        if asked:
            yield _request(analysis, tree, index, said, asked)


def _is_opinion(tree: Tree, predicate: int) -> bool:
    """Whether the judge is sure that what must be done is asked of nobody: "every society needs to respect it"."""
    return verdict(tree, predicate, (), ()).get(NONE, 0.0) > BOUNDS.refuses


def _predicate(tree: Tree, index: int) -> int | None:
    """The verb an obligation is about: that of the modal, or the verb of obligation itself."""
    lemma, above = tree.lemmas[index], tree.head(index)
    if lemma in MODALS and tree.relations[index] == "aux" and above is not None:
        perfect = any(tree.lemmas[child] == "have" for child in tree.children(above, "aux"))
        return None if perfect or is_inverted(tree, above) or not _is_action(tree, above) else above
    if tree.forms[index] in VERBS and tree.is_verb(index):
        clause = tree.child(index, "xcomp")
        if clause is None or not tree.has(clause, "VerbForm=Inf") or not _is_action(tree, clause):
            return None
        spared = tree.tokens[index].relation == "acl:relcl" or is_negated(tree, index, load_factuality())
        return None if spared or tree.child(index, "obj") is not None else index
    return None


def _is_action(tree: Tree, predicate: int) -> bool:
    """Whether somebody can be asked to do it: not to be something or to get it, nor what is done to them."""
    if tree.passive(predicate) or not tree.is_verb(predicate):
        return False
    return tree.child(predicate, "obj") is None or tree.lemmas[predicate] not in load_factuality().lists["undergone"]


def _asked(tree: Tree, predicate: int, source: Source) -> tuple[Participant, ...]:
    """Who is under the obligation: a political actor other than the speaker."""
    if source.actor is None:
        return ()
    subject = surface_subject(tree, predicate)
    if subject is None:
        return ()
    found = resolve(tree, (subject,), deep=False)
    return tuple(
        one for one in found if political(tree, one) and one.actor != source.actor and _is_another(tree, one, source)
    )


def _is_another(tree: Tree, asked: Participant, source: Source) -> bool:
    """Whether one who is told what to do is not the speaker's own state: "Britain must leave", he said."""
    speaker, other = tree.known.get(source.actor or ""), tree.known.get(asked.actor or "")
    return speaker is None or other is None or other.country is None or speaker.code != other.code


def _request(
    analysis: Analysis, tree: Tree, index: int, said: Attribution, asked: Sequence[Participant]
) -> EventMention:
    assert said.source is not None
    span, document = tree.tokens[index].span, analysis.document
    told = Frame(tree, _cue(tree, said, index), (_cue(tree, said, index),), None)
    held = Factuality()
    return EventMention(
        id=content_id("evm", (document.id, span.start, span.end, "REQUEST")),
        trigger=span,
        event_type="REQUEST",
        mode=None,
        contexts=(),
        cameo=CAMEO,
        actors=(Participant(said.source.span, said.source.actor),),
        recipients=tuple(asked),
        when=find_when(told, "REQUEST", held, document.published),
        place=find_place(told, "REQUEST"),
        attribution=said.parent,
        factuality=held,
        sentence=tree.number,
        evidence=Evidence(document.id, span, ORIGIN, WEIGHT),
    )


def _cue(tree: Tree, said: Attribution, index: int) -> int:
    """The word that tells of the saying where it stands in the same sentence, else the modal itself."""
    if said.cue is None:
        return index
    return next((word for word, token in enumerate(tree.tokens) if token.span.overlaps(said.cue)), index)
