"""The event stage: triggers, sides, factuality, time, place and word, put together into event mentions."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace
from datetime import date

from tidings.annotate.event.anaphora import find_deeds
from tidings.annotate.event.bearings import with_parts
from tidings.annotate.event.civilians import code_civilians
from tidings.annotate.event.factuality import factuality
from tidings.annotate.event.judge import (
    BOUNDS,
    NONE,
    decided,
    is_sure,
    is_trusted,
    likely,
    proposed,
    runner_up,
    seated,
    verdict,
)
from tidings.annotate.event.match import DEFINITE, Heads, Match, matches
from tidings.annotate.event.obligation import find_obligations
from tidings.annotate.event.participants import political
from tidings.annotate.event.parties import only_parties
from tidings.annotate.event.plant import plant
from tidings.annotate.event.politics import is_political
from tidings.annotate.event.retold import complete
from tidings.annotate.event.rules import Settled, settled
from tidings.annotate.event.scene import Scenes, Setting, find_settings, find_stands, stands_of_events
from tidings.annotate.event.scope import is_willed
from tidings.annotate.event.share import share
from tidings.annotate.event.sides import find_sides
from tidings.annotate.event.slots import SPEAKER, Frame
from tidings.annotate.event.standin import stand_in
from tidings.annotate.event.tree import Tree
from tidings.annotate.event.unsigned import sign
from tidings.annotate.event.when import find_when
from tidings.annotate.event.where import find_place
from tidings.annotate.event.word import find_word
from tidings.lexicon import Lexicon
from tidings.lexicon.contexts import load_contexts
from tidings.lexicon.factuality import load_factuality
from tidings.lexicon.light_verbs import load_light_verbs
from tidings.ontology import Trigger, load_ontology
from tidings.record import (
    SPEECH_ACTS,
    Analysis,
    EventMention,
    Evidence,
    Factuality,
    Participant,
    Span,
    content_id,
)

#: How many words of a clause are looked at for its contexts, and how many contexts an event can have.
LONGEST_CLAUSE, MOST_CONTEXTS = 60, 4


def find_events(analysis: Analysis, lexicon: Lexicon) -> Analysis:
    """The analysis with its political acts, in text order.

    Runs after times, places, actors and attributions have been found. An act is kept where at least one side is a
    political actor, or a place with a country that stands for one; sport and business fall out.

    >>> from tidings.record import Document
    >>> find_events(Analysis(Document.of("", ())), Lexicon()).events
    ()
    """
    heads = lexicon.triggers.heads
    events: list[EventMention] = []
    types: set[str] = set()
    settings: list[Setting] = []
    trees = plant(with_parts(analysis, lexicon.places))
    for tree in trees:
        matched = _matches(tree, heads)
        settings += find_settings(tree, matched)
        for match in matched:
            event = event_of(analysis, match, gated=True, told=types)
            if event is not None:
                events.append(event)
                types.add(event.event_type)
        for duty in find_obligations(analysis, tree):
            events.append(duty)
            types.add(duty.event_type)
    events.sort(key=lambda event: event.trigger)
    deeds = sign(analysis, complete(analysis, find_deeds(analysis, events)))
    actors = {actor.id: actor for actor in analysis.actors}
    stands = (*find_stands(analysis, trees), *stands_of_events(deeds))
    scenes = Scenes(settings, stands, deeds, actors)
    read = stand_in(analysis, share(analysis, deeds, scenes), lexicon)
    parties = replace(read, events=only_parties(read.events, trees))
    return code_civilians(parties, trees, lexicon)


def _matches(tree: Tree, heads: Heads) -> list[Match]:
    """The triggers of a sentence: those of the lexicon, then what only the judge sees."""
    known = matches(tree, heads, load_light_verbs())
    taken = {word: trigger.event_type for frame, trigger in known for word in _covered(frame)}
    return sorted((*known, *proposed(tree, taken)), key=lambda match: match[0].head)


def _covered(frame: Frame) -> tuple[int, ...]:
    return frame.words if frame.light is None else (*frame.words, frame.light)


def _points_back(frame: Frame) -> bool:
    """Whether a noun takes up what was told: "many were held since | the protests began"."""
    return any(frame.tree.lemmas[child] in DEFINITE for child in frame.tree.children(frame.head, "det"))


def candidate_events(analysis: Analysis, trees: Sequence[Tree], heads: Heads) -> list[tuple[Tree, EventMention]]:
    """Every trigger of the analysis's trees as an event, whoever its sides are, with its tree."""
    found: list[tuple[Tree, EventMention]] = []
    for tree in trees:
        events = [event_of(analysis, match, gated=False) for match in _matches(tree, heads)]
        found += [(tree, event) for event in (*events, *find_obligations(analysis, tree)) if event is not None]
    return found


def event_of(analysis: Analysis, match: Match, gated: bool, told: Container[str] = frozenset()) -> EventMention | None:
    """The act a trigger tells of; `gated` leaves out what the judge or its sides say is no politics.

    A noun that points back, of a type that was `told` before, is no act of its own where nobody but the judge sees
    anybody on its sides.
    """
    frame, trigger = match
    tree, document = frame.tree, analysis.document
    span = trigger_span(frame)
    said = find_word(span, analysis.attributions)
    sides = find_sides(analysis, frame, trigger, said)
    actors, recipients = seated(frame, trigger, said, *sides)
    opinion = verdict(tree, frame.head, actors, recipients)
    heard = decided(trigger, opinion, tree.play)
    if heard is None and gated:
        return None
    trigger = heard or trigger
    # Those whom only the judge sees complete an act that the rules believe; to make one believable he must be sure.
    believed = (actors, recipients) if is_sure(opinion, trigger.event_type) else sides
    place = find_place(frame, trigger.event_type)
    doubted = opinion.get(NONE, 0.0) > BOUNDS.doubts
    trusted = bool(actors or recipients) and is_trusted(opinion, trigger.event_type)
    if gated and not (trusted or is_political(tree, trigger, *believed, place, doubted)):
        return None
    if gated and _is_bare(frame, trigger, believed[0]):
        return None
    read = _factuality(frame, trigger, document.published)
    act = settled(trigger.event_type, trigger.words[0], read, is_willed(frame))
    if act.event_type in told and _points_back(frame) and not any(sides):
        return None
    changed = act.event_type != trigger.event_type
    # An act of a given pair is chosen among all triggers, where the trigger's own weight serves better (068).
    sure = likely(opinion[trigger.event_type]) if opinion and gated else trigger.weight
    return EventMention(
        id=content_id("evm", (document.id, span.start, span.end, act.event_type)),
        trigger=span,
        event_type=act.event_type,
        mode=None if changed else trigger.mode,
        contexts=_contexts(frame, trigger),
        cameo=_code(trigger, act),
        actors=actors,
        recipients=recipients,
        when=find_when(frame, act.event_type, act.factuality, document.published),
        place=place,
        attribution=said.id if said else None,
        factuality=act.factuality,
        sentence=tree.number,
        evidence=Evidence(document.id, span, trigger.origin, _confidence(frame, sure, actors, recipients)),
        runner_up=runner_up(opinion, trigger.event_type),
    )


def _factuality(frame: Frame, trigger: Trigger, published: date | None) -> Factuality:
    """Whether the act took place; what a speaker calls others is said by saying it."""
    read = factuality(frame, trigger.event_type, load_factuality(), published)
    return Factuality(polarity=read.polarity) if SPEAKER in trigger.actor else read


def _is_bare(frame: Frame, trigger: Trigger, actors: Sequence[Participant]) -> bool:
    """Whether only a participle tells of an act of speech: "the accused men", or "accused of fraud" where nobody is
    said to accuse; or a word for who speaks, where nobody does.
    """
    relation = frame.tree.relations[frame.head]
    if trigger.event_type in SPEECH_ACTS and relation in ("acl", "amod"):
        return relation == "amod" or not actors
    return SPEAKER in trigger.actor and not actors


def trigger_span(frame: Frame) -> Span:
    """The trigger's words where they stand close together, else its head alone."""
    first, last = min(frame.words), max(frame.words)
    return frame.tree.span(frame.words if last - first < 6 else (frame.head,))


def _code(trigger: Trigger, act: Settled) -> str:
    """The CAMEO code: the trigger's own, or that of the type the act counts as, as fine as CAMEO's intents are."""
    if act.cameo is None or act.event_type != "AGREE":
        return act.cameo or _cameo(trigger)
    return load_ontology().intended(_cameo(trigger)) or act.cameo


def _cameo(trigger: Trigger) -> str:
    return trigger.cameo or load_ontology().cameo(trigger.event_type, trigger.mode)


def _contexts(frame: Frame, trigger: Trigger) -> tuple[str, ...]:
    """The contexts of the trigger, then those that the words of its clause speak for, the strongest first."""
    tree = frame.tree
    clause = tree.sentence.subtree(frame.head if frame.light is None else frame.light)[:LONGEST_CLAUSE]
    told = load_contexts().of([tree.lemmas[index] for index in clause])
    return tuple(dict.fromkeys((*trigger.contexts, *told)))[:MOST_CONTEXTS]


def _confidence(frame: Frame, told: float, actors: Sequence[Participant], recipients: Sequence[Participant]) -> float:
    """How likely it is told so: less where a side is missing, less where it could not be told who it is."""
    score = told
    for side in (actors, recipients):
        if not side:
            score *= 0.85
        elif not any(political(frame.tree, participant) for participant in side):
            score *= 0.75
    return score
