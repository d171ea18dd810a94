"""Rules and the learned judge together: which of them decides what an act is, and what the judge finds alone.

The order (decision 056): a trigger of the lexicon stands unless the judge is sure that the word tells of no act, or
sure of another type; words without a trigger are acts where the judge is sure; sides that the tree does not give are
those the judge is sure of.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tidings.annotate.event.participants import resolve, without
from tidings.annotate.event.slots import Frame
from tidings.annotate.event.tree import NOMINAL, Tree
from tidings.ontology import Trigger, load_ontology
from tidings.record import SPEECH_ACTS, Attribution, EventMention, Opinion, Participant, Span

NONE = "NONE"
ORIGIN = "model:judge"
#: A second type less likely than this is not worth telling.
LEAST_RIVAL = 0.05


@dataclass(frozen=True, slots=True)
class Bounds:
    """How sure the judge must be; chosen on `training/reports/dev.tsv`, the gold reports and plv's bare sentences."""

    refuses: float = 0.95
    refuses_deed: float = 0.75
    refuses_play: float = 0.4
    overrules: float = 0.99
    proposes: float = 0.5
    seats: float = 0.45
    unseats: float = 0.1
    believes: float = 0.95
    trusts: float = 0.9
    doubts: float = 0.3


BOUNDS = Bounds()
_LEAST, _GAIN = 0.15, 0.7
#: Prepositions before a place where something is done.
WHERE = frozenset({"in", "at", "near", "around", "across", "outside", "inside", "throughout"})
#: What is nobody, in GUM's terms (`Token.kind`): a bill, a policy; and what is most often nobody.
THINGS = frozenset({"abstract"})
DOUBTFUL = frozenset({"event", "object", "substance", "plant", "time"})
#: Pronouns for persons, whatever the encoder takes them for.
PERSONS = frozenset({"he", "she", "they", "we", "i", "you", "who", "whom", "those", "others", "other", "everyone"})
Side = tuple[Participant, ...]


def verdict(tree: Tree, head: int, actors: Side, recipients: Side) -> Mapping[str, float]:
    """The probability of each type for a word with these sides, the mean of what the judge says with and without them.

    Empty where the sentence was not judged.
    """
    if tree.opinion is None:
        return {}
    return weighed(tree.opinion, head, _word(tree, actors), _word(tree, recipients))


def weighed(opinion: Opinion, word: int, actor: int | None, recipient: int | None) -> Mapping[str, float]:
    """The mean of what the judge says of a word whoever acts, and with these two words as its sides."""
    alone, among = opinion.act(word), opinion.act_of(word, actor, recipient)
    return {kind: (alone[kind] + among[kind]) / 2 for kind in alone}


def _word(tree: Tree, side: Side) -> int | None:
    """The head of the first of a side that stands in this sentence."""
    heads = (tree.sentence.head_in(one.span) for one in side)
    return next((head for head in heads if head is not None), None)


def decided(trigger: Trigger, said: Mapping[str, float], play: bool = False) -> Trigger | None:
    """The trigger as it stands after the judge was heard; None where the judge is sure that nothing is told.

    In a sentence of `play`, of sport, the arts or business, he is believed sooner, and of deeds sooner than of words:
    the words for deeds have more senses.
    """
    if not said:
        return trigger
    refuses = BOUNDS.refuses if trigger.event_type in SPEECH_ACTS else BOUNDS.refuses_deed
    if said[NONE] > (BOUNDS.refuses_play if play else refuses):
        return None
    best = max((kind for kind in said if kind != NONE), key=said.__getitem__)
    if best == trigger.event_type or said[best] < BOUNDS.overrules:
        return trigger
    return replace(trigger, event_type=best, mode=None, cameo=None, contexts=(), origin=ORIGIN, weight=said[best])


def runner_up(said: Mapping[str, float], event_type: str) -> tuple[str, float] | None:
    """The likeliest other type, or "NONE", with its probability; None where the judge sees no other.

    >>> runner_up({"ASSAULT": 0.7, "COERCE": 0.25, "NONE": 0.05}, "ASSAULT")
    ('COERCE', 0.25)
    """
    others = [(share, kind) for kind, share in said.items() if kind != event_type]
    share, kind = max(others, default=(0.0, ""))
    return (kind, round(share, 3)) if share >= LEAST_RIVAL else None


def likely(share: float) -> float:
    """How often an act is of its type where the judge gives that type this share.

    Fitted on a hundred acts of reports that nobody learned from, judged by hand (decision 068): of those with
    a share below .2 three of 16 were right, below .6 14 of 30, above 41 of 51.

    >>> round(likely(0.1), 2), round(likely(0.9), 2)
    (0.22, 0.78)
    """
    return _LEAST + _GAIN * share


def is_sure(said: Mapping[str, float], event_type: str) -> bool:
    """Whether the judge is sure enough of a type to be believed about who takes part."""
    return said.get(event_type, 0.0) > BOUNDS.believes


def is_trusted(said: Mapping[str, float], event_type: str) -> bool:
    """Whether the judge is sure enough of a type to be believed that it is politics, whoever takes part."""
    return said.get(event_type, 0.0) > BOUNDS.trusts


def proposed(tree: Tree, taken: Mapping[int, str]) -> Iterator[tuple[Frame, Trigger]]:
    """Words that no trigger covers and that the judge is sure tell of an act; `taken` gives the types of those covered.

    "They try to storm parliament" is one act, told by the verb that says which.
    """
    if tree.opinion is None:
        return
    for index, token in enumerate(tree.tokens):
        if token.pos not in _POS or index in taken or index in tree.names:
            continue
        best, share = max(tree.opinion.act(index).items(), key=lambda item: item[1])
        told_inside = any(taken.get(child) == best for child in tree.children(index, "xcomp"))
        if best != NONE and share > BOUNDS.proposes and not told_inside:
            yield Frame(tree, index, (index,), None), lone_trigger(tree, index, best, share)


_POS = {"VERB": "verb", "NOUN": "noun", "ADJ": "adjective"}


def lone_trigger(tree: Tree, index: int, event_type: str, score: float) -> Trigger:
    """A word that only the judge takes for a trigger; its sides are those the judge sees."""
    pos = _POS.get(tree.tokens[index].pos, "verb")
    return Trigger(event_type, (tree.lemmas[index],), pos, (), (), None, None, (), False, {}, {}, score, ORIGIN)


def retyped(event: EventMention, event_type: str, score: float) -> EventMention:
    """The same act as one of another type, on the judge's word."""
    if event.event_type == event_type:
        return event
    evidence = replace(event.evidence, origin=ORIGIN, score=score)
    code = load_ontology().cameo(event_type, None)
    return replace(event, event_type=event_type, mode=None, cameo=code, evidence=evidence)


def seated(
    frame: Frame, trigger: Trigger, said: Attribution | None, actors: Side, recipients: Side
) -> tuple[Side, Side]:
    """The sides, one that is empty, or of things only, filled with those the judge is sure of and who can stand there;
    `said` is the attribution the trigger stands in.
    """
    tree = frame.tree
    if tree.opinion is None:
        return actors, recipients
    head = tree.tokens[frame.head].span
    told = [any(not is_thing(tree, head, one, n) for one in side) for n, side in enumerate((actors, recipients))]
    if all(told):
        return actors, recipients
    words = _eligible(frame, trigger, said)
    left, right = tree.opinion.sides(frame.head)
    if not told[0]:
        actors = without(_chosen(tree, words, left, right), recipients) or actors
    if trigger.event_type != "CONSULT":  # one visits where one goes to, and does other things there to somebody else
        words = [index for index in words if WHERE.isdisjoint(tree.cases(_first(tree, index)))]
    if not told[1]:
        recipients = without(_chosen(tree, words, right, left), actors) or recipients
    if trigger.event_type == "CONSULT" and not actors and len(recipients) > 1:
        return recipients, ()
    return actors, recipients


def is_thing(tree: Tree, trigger: Span, one: Participant, side: int) -> bool:
    """Whether what stands on a side, that of actors (0) or of recipients (1), is nobody: a thing, and one in which the
    judge sees nobody, as who attacks a convoy attacks those in it.
    """
    head = None if one.actor else tree.sentence.head_in(one.span)
    if head is None or tree.lemmas[head] in PERSONS:
        return False
    kind = tree.tokens[head].kind
    return kind in THINGS or (kind in DOUBTFUL and _unseen(tree, trigger, one.span, side))


def _unseen(tree: Tree, trigger: Span, span: Span, side: int) -> bool:
    head = tree.sentence.head_in(trigger)
    if tree.opinion is None or head is None:
        return False
    chances = tree.opinion.sides(head)[side]
    inside = (chance for token, chance in zip(tree.tokens, chances, strict=True) if span.contains(token.span))
    return max(inside, default=1.0) < BOUNDS.unseats


def _chosen(tree: Tree, words: Sequence[int], mine: Sequence[float], other: Sequence[float]) -> Side:
    """Those of some words whom the judge puts on this side rather than on the other."""
    return resolve(tree, [index for index in words if mine[index] > max(BOUNDS.seats, other[index])])


def _eligible(frame: Frame, trigger: Trigger, said: Attribution | None) -> list[int]:
    """The words that may stand on a side: not "according to X", and of what is told none who only tells it; words that
    are acts are those of whoever speaks them.
    """
    tree = frame.tree
    voiced = trigger.event_type in SPEECH_ACTS and not tree.passive(frame.head)
    return [
        index
        for index, token in enumerate(tree.tokens)
        if token.pos in NOMINAL
        and index not in frame.words
        and not any(case.startswith("accord") for case in tree.cases(index))
        and (voiced or said is None or said.content.contains(token.span))
    ]


def _first(tree: Tree, index: int) -> int:
    """The first of those a word is coordinated with, which carries their preposition: "in Syria and Iraq"."""
    above = tree.head(index)
    return index if above is None or tree.relations[index] != "conj" else _first(tree, above)
