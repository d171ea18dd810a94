"""Who acts and who is acted on where the slots of a trigger leave it open, or the kind of act tells better."""

from __future__ import annotations

from collections.abc import Callable

from tidings.annotate.event.arguments import objects
from tidings.annotate.event.participants import named, political, resolve, without
from tidings.annotate.event.side import Side, Sides, countries, fill_side, has_party, is_force_of
from tidings.annotate.event.slots import Frame, fillers
from tidings.annotate.event.subject import surface_subject
from tidings.lexicon.light_verbs import load_light_verbs
from tidings.lexicon.word_lists import load_event_words
from tidings.ontology import Trigger

#: Acts that those do who are moved: "troops were deployed", "forces pulled out of the city".
MOVED = frozenset({"MOBILIZE", "RETREAT"})
#: Sectors of those who charge others; of anybody else's charges he is the accused.
CHARGING = frozenset({"GOV", "JUD", "COP", "LEG", "MIL", "OPP", "PTY", "REB", "IGO", "NGO", "SOC", "JRN", "SPY"})
#: Sectors of those who rather suffer force than use it.
UNARMED = frozenset({"CVL", "JRN", "REF", "MED", "EDU", "REL", "LAB", "BUS", "LEG"})
#: Acts that nobody undergoes: whoever has them does them.
UNSUFFERED = MOVED | {"CONSULT", "AGREE", "CONCEDE", "COOPERATE"}


def link(frame: Frame, trigger: Trigger, sides: Sides) -> Sides:
    """The actors and recipients of its slots, put right by each rule in turn."""
    for rule in _RULES:
        sides = rule(frame, trigger, *sides)
    return sides


def _undergone(frame: Frame, trigger: Trigger, actors: Side, recipients: Side) -> Sides:
    """Who stands before charges, or a killing, may be whom it befell."""
    if not recipients and (_are_charged(frame, trigger, actors) or _are_victims(frame, trigger, actors)):
        return (), actors
    return actors, recipients


def _are_charged(frame: Frame, trigger: Trigger, side: Side) -> bool:
    """Whether charges are those of the accused: "Tosk's charges include fraud", but "the ministry's charges"."""
    tree, words = frame.tree, load_event_words()
    if trigger.event_type != "ACCUSE" or tree.is_verb(frame.head) or len(side) != 1 or fillers(frame, "that"):
        return False
    if tree.lemmas[frame.head] not in words.charges:
        return False
    above = tree.head(frame.head)
    if above is not None and tree.relations[frame.head] in ("obj", "obl") and not tree.passive(above):
        subject = surface_subject(tree, above)
        if tree.lemmas[above] in words.facing | {"plead"} and subject is not None:
            return {one.actor for one in resolve(tree, (subject,))} == {side[0].actor}
    if not fillers(frame, "poss"):
        return False
    actor = tree.known.get(side[0].actor or "")
    return actor is not None and CHARGING.isdisjoint(actor.sectors) and not actor.id.startswith(("state:", "org:"))


def _are_victims(frame: Frame, trigger: Trigger, side: Side) -> bool:
    """Whether those named before a deed suffered it: "the protester killings", but "the police killings"."""
    tree = frame.tree
    if trigger.event_type != "ASSAULT" or tree.lemmas[frame.head] not in load_event_words().befalling:
        return False
    before = {mention.actor for index in fillers(frame, "mod") for mention in named(tree, index)}
    actors = [tree.known.get(one.actor or "") for one in side]
    return bool(side) and all(
        actor is not None and actor.id in before and bool(actor.sectors) and UNARMED.issuperset(actor.sectors)
        for actor in actors
    )


def _mutual(frame: Frame, trigger: Trigger, actors: Side, recipients: Side) -> Sides:
    """All who take part in what is mutual are its actors, where no other side is told."""
    if trigger.reciprocal and not actors and (trigger.event_type != "ASSAULT" or _is_mutual(frame)):
        return recipients, ()
    return actors, recipients


def _is_mutual(frame: Frame) -> bool:
    """Whether a noun names what two do to each other with one of them told: "the fighting with government forces"."""
    return not frame.tree.is_verb(frame.head) and bool(fillers(frame, "with")) and not fillers(frame, "against")


def _wished_for(frame: Frame, trigger: Trigger, actors: Side, recipients: Side) -> Sides:
    """Who asks for talks would take part in them."""
    if not actors and trigger.reciprocal and trigger.pos == "noun":
        return _whose_wish(frame), recipients
    return actors, recipients


def _whose_wish(frame: Frame) -> Side:
    """Who would take part in something mutual that he asks for: "called for talks", "proposed cooperation"."""
    tree = frame.tree
    above = tree.head(frame.head)
    if above is None or tree.relations[frame.head] not in ("obj", "obl") or not tree.is_verb(above):
        return ()
    if tree.relations[frame.head] == "obl" and "for" not in tree.cases(frame.head):
        return ()
    subject = None if tree.passive(above) else surface_subject(tree, above)
    return () if subject is None else resolve(tree, (subject,), deep=False)


def _of_first_verb(frame: Frame, trigger: Trigger, actors: Side, recipients: Side) -> Sides:
    """Force hits whom the verb before it is about, where nobody else is told."""
    if trigger.event_type == "ASSAULT" and not has_party(frame, recipients):
        return actors, without(_met_before(frame), actors) or recipients
    return actors, recipients


def _met_before(frame: Frame) -> Side:
    """Whom the first of two coordinated verbs is about: "clashed with the police and threw stones"."""
    tree = frame.tree
    above = tree.head(frame.head)
    if above is None or tree.relations[frame.head] != "conj" or not (tree.is_verb(above) and tree.is_verb(frame.head)):
        return ()
    found = fill_side(Frame(tree, above, (above,), None), ("obj", "with", "at", "against"))
    return found if any(political(tree, one) for one in found) else ()


def _befallen(frame: Frame, trigger: Trigger, actors: Side, recipients: Side) -> Sides:
    """Recipients are those whom a noun befalls by their own verb, where no other party is told."""
    if not trigger.reciprocal and trigger.event_type not in UNSUFFERED and not has_party(frame, recipients):
        return actors, without(_sufferers(frame), actors) or recipients
    return actors, recipients


def _sufferers(frame: Frame) -> Side:
    """Those whom a noun befalls by their own verb: "civilians face shelling", "the town came under attack"."""
    tree, noun = frame.tree, frame.head
    above = tree.head(noun)
    while above is not None and tree.relations[noun] == "conj" and not tree.is_verb(above):
        noun, above = above, tree.head(above)
    if above is None or not tree.is_verb(above) or tree.passive(above):
        return ()
    case = None if tree.relations[noun] == "obj" else next(iter(tree.cases(noun)), "")
    if not load_light_verbs().befalls(tree.lemmas[above], case):
        return ()
    subject = surface_subject(tree, above)
    return () if subject is None else resolve(tree, (subject,))


def _given(frame: Frame, trigger: Trigger, actors: Side, recipients: Side) -> Sides:
    """ "Gave the rebels a warning": whoever a light verb gives it to."""
    if recipients or frame.light is None or frame.tree.is_verb(frame.head):
        return actors, recipients
    given = (child for child in frame.tree.children(frame.light, "iobj") if child != frame.head)
    return actors, without(resolve(frame.tree, given), actors)


def _moved(frame: Frame, trigger: Trigger, actors: Side, recipients: Side) -> Sides:
    """ "Troops were deployed": those who are moved do it."""
    if actors or trigger.mode == "release" or trigger.event_type not in MOVED or not frame.tree.is_verb(frame.head):
        return actors, recipients
    movers = resolve(frame.tree, objects(frame.tree, frame.head))
    return movers, without(recipients, movers)


def _shot_at(frame: Frame, trigger: Trigger, actors: Side, recipients: Side) -> Sides:
    """ "A man was shot at | a centre": the man, not the centre."""
    hit = trigger.event_type == "ASSAULT" and frame.tree.passive(frame.head)
    if not hit or has_party(frame, recipients):
        return actors, recipients
    suffered = resolve(frame.tree, objects(frame.tree, frame.head))
    return actors, without(suffered, actors) or recipients


def _not_ones_own(frame: Frame, trigger: Trigger, actors: Side, recipients: Side) -> Sides:
    """Nobody mobilises against his own forces."""
    if trigger.event_type != "MOBILIZE":
        return actors, recipients
    own = countries(frame, actors)
    return actors, tuple(one for one in recipients if not is_force_of(frame, one, own))


_RULES: tuple[Callable[[Frame, Trigger, Side, Side], Sides], ...] = (
    _undergone,
    _mutual,
    _wished_for,
    _of_first_verb,
    _befallen,
    _given,
    _moved,
    _shot_at,
    _not_ones_own,
)
