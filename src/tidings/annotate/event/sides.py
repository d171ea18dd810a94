"""Who acts and who is acted on: the slots of a trigger filled with the actors of the report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tidings.annotate.event.arguments import objects
from tidings.annotate.event.charged import accused_of
from tidings.annotate.event.participants import named, political, resolve, without
from tidings.annotate.event.slots import SPEAKER, Frame, fillers
from tidings.annotate.event.subject import surface_subject
from tidings.lexicon.light_verbs import load_light_verbs
from tidings.lexicon.word_lists import load_event_words
from tidings.ontology import Trigger
from tidings.record import Analysis, Attribution, Participant

#: Triggers up to this weight need two parties to be believed.
WEAK = 0.5

Side = tuple[Participant, ...]
Sides = tuple[Side, Side]

#: Words by which a speaker means himself or those he speaks for.
FIRST_PERSON = frozenset({"i", "we", "us", "me", "our", "my", "ourselves"})
#: Words by which one who is not quoted word for word is made to speak of himself: "said he was ready".
THIRD_PERSON = frozenset({"he", "she", "it", "they"})
#: Sectors that are sent rather than acted on.
FORCES = frozenset({"MIL", "COP"})
#: Acts that those do who are moved: "troops were deployed", "forces pulled out of the city".
MOVED = frozenset({"MOBILIZE", "RETREAT"})
#: Acts that somebody is charged with.
CHARGED = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE"})
#: Sectors of those who charge others; of anybody else's charges he is the accused.
CHARGING = frozenset({"GOV", "JUD", "COP", "LEG", "MIL", "OPP", "PTY", "REB", "IGO", "NGO", "SOC", "JRN", "SPY"})
#: Sectors of those who rather suffer force than use it.
UNARMED = frozenset({"CVL", "JRN", "REF", "MED", "EDU", "REL", "LAB", "BUS", "LEG"})
#: Acts that nobody undergoes: whoever has them does them.
UNSUFFERED = MOVED | {"CONSULT", "AGREE", "CONCEDE", "COOPERATE"}


def find_sides(analysis: Analysis, frame: Frame, trigger: Trigger, said: Attribution | None) -> Sides:
    """Actors and recipients of a trigger; `said` is the attribution it stands in, if any.

    Of each list of slots the first counts that names a political actor, else the first that is filled. Where the act is
    mutual and no other side is told, all who take part are actors (PLOVER P53, P55). "We" is whoever speaks.
    """
    speaker = _speaker(analysis, said)
    actors, recipients = _sides(frame, trigger, speaker)
    if not actors and trigger.event_type == "ACCUSE" and trigger.pos != "verb":
        actors = speaker
    if trigger.weight <= WEAK and _one_party(frame, actors, recipients):
        return (), ()
    voice = speaker[0].actor if speaker else None
    meant = FIRST_PERSON if said is None or said.manner != "indirect" else FIRST_PERSON | THIRD_PERSON
    return _voiced(analysis, actors, voice, meant), _voiced(analysis, recipients, voice, FIRST_PERSON)


def _sides(frame: Frame, trigger: Trigger, speaker: Side) -> Sides:
    actors = speaker if SPEAKER in trigger.actor and speaker else _side(frame, _slots_of_actors(frame, trigger))
    actors = _accused(frame, trigger) or (_doers(frame, actors) if trigger.event_type == "ASSAULT" else actors)
    recipients = without(_side(frame, trigger.recipient, _countries(frame, actors)), actors, frame.tree)
    if not recipients and (_are_charged(frame, trigger, actors) or _are_victims(frame, trigger, actors)):
        actors, recipients = (), actors
    if trigger.reciprocal and not actors and (trigger.event_type != "ASSAULT" or _is_mutual(frame)):
        actors, recipients = recipients, ()
    if not actors and trigger.reciprocal and trigger.pos == "noun":
        actors = _whose_wish(frame)
    if trigger.event_type == "ASSAULT" and not _has_party(frame, recipients):
        recipients = without(_met_before(frame), actors) or recipients
    if not trigger.reciprocal and trigger.event_type not in UNSUFFERED and not _has_party(frame, recipients):
        recipients = without(_sufferers(frame), actors) or recipients
    if not recipients and frame.light is not None and not frame.tree.is_verb(frame.head):
        given = (child for child in frame.tree.children(frame.light, "iobj") if child != frame.head)
        recipients = without(resolve(frame.tree, given), actors)
    if not actors and trigger.mode != "release" and trigger.event_type in MOVED and frame.tree.is_verb(frame.head):
        actors = resolve(frame.tree, objects(frame.tree, frame.head))
        recipients = without(recipients, actors)
    if trigger.event_type == "ASSAULT" and not _has_party(frame, recipients) and frame.tree.passive(frame.head):
        suffered = resolve(frame.tree, objects(frame.tree, frame.head))  # "a man was shot at | a centre"
        recipients = without(suffered, actors) or recipients
    if trigger.event_type == "MOBILIZE":
        own = _countries(frame, actors)
        recipients = tuple(one for one in recipients if not _is_force_of(frame, one, own))
    return actors, recipients


def _slots_of_actors(frame: Frame, trigger: Trigger) -> Sequence[str]:
    """The slots of who acts; whose a noun is said to be comes before who its verb says speaks of it: "Trump called the
    | Democrats' investigation a hunt".
    """
    if frame.light is None or frame.tree.is_verb(frame.head) or "poss" not in trigger.actor:
        return trigger.actor
    if any(frame.tree.tokens[owner].pos == "PRON" for owner in fillers(frame, "poss")):  # most often the subject's own
        return trigger.actor
    return ("poss", *(slot for slot in trigger.actor if slot != "poss"))


def _accused(frame: Frame, trigger: Trigger) -> Side:
    """Who is charged with the deed, where nobody is said to have done it."""
    if trigger.event_type not in CHARGED or frame.tree.is_verb(frame.head) or fillers(frame, "by"):
        return ()
    return resolve(frame.tree, accused_of(frame), deep=False)


def _doers(frame: Frame, side: Side) -> Side:
    """A side without places that only say where: "the | Paris | attacks"."""
    tree = frame.tree
    where = {tree.places[index].mention.span.end for index in tree.places}
    return tuple(one for one in side if one.actor is not None or one.span.end not in where)


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


def _has_party(frame: Frame, side: Side) -> bool:
    return any(political(frame.tree, one) for one in side)


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


def _is_mutual(frame: Frame) -> bool:
    """Whether a noun names what two do to each other with one of them told: "the fighting with government forces"."""
    return not frame.tree.is_verb(frame.head) and bool(fillers(frame, "with")) and not fillers(frame, "against")


def _one_party(frame: Frame, actors: Side, recipients: Side) -> bool:
    """Whether both sides are of one party: what Turkey claims of Turkish ships is no accusation."""
    codes = [
        {known.code for one in side if (known := frame.tree.known.get(one.actor or ""))}
        for side in (actors, recipients)
    ]
    return bool(codes[0] & codes[1])


def _side(frame: Frame, slots: Sequence[str], own: frozenset[str] = frozenset()) -> Side:
    """The first list of slots that names a political actor, better none of a country's `own` forces that it moves."""
    first: Side = ()
    forces: Side = ()
    for slot in slots:
        found = resolve(frame.tree, (filler for filler in fillers(frame, slot) if filler not in frame.words))
        if any(political(frame.tree, participant) for participant in found):
            if not all(_is_force_of(frame, one, own) for one in found):
                return found
            forces = forces or found
        first = first or found
    return forces or first


def _countries(frame: Frame, side: Side) -> frozenset[str]:
    known = (frame.tree.known.get(one.actor or "") for one in side)
    return frozenset(actor.country for actor in known if actor is not None and actor.country is not None)


def _is_force_of(frame: Frame, one: Participant, own: frozenset[str]) -> bool:
    """Whether a participant is a force of one of these countries: "Spain sent soldiers to Mali"."""
    actor = frame.tree.known.get(one.actor or "")
    return actor is not None and actor.country in own and not FORCES.isdisjoint(actor.sectors)


def _met_before(frame: Frame) -> Side:
    """Whom the first of two coordinated verbs is about: "clashed with the police and threw stones"."""
    tree = frame.tree
    above = tree.head(frame.head)
    if above is None or tree.relations[frame.head] != "conj" or not (tree.is_verb(above) and tree.is_verb(frame.head)):
        return ()
    found = _side(Frame(tree, above, (above,), None), ("obj", "with", "at", "against"))
    return found if any(political(tree, one) for one in found) else ()


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


def _speaker(analysis: Analysis, said: Attribution | None) -> Side:
    """Who says it: the source of the attribution, or of the one around it where the inner one is not known."""
    outer: Mapping[str, Attribution] = {one.id: one for one in analysis.attributions}
    first: Side = ()
    while said is not None:
        if said.source is not None:
            side = (Participant(said.source.span, said.source.actor),)
            if said.source.actor is not None:
                return side
            first = first or side
        said = outer.get(said.parent or "")
    return first


def _voiced(analysis: Analysis, side: Side, voice: str | None, meant: frozenset[str]) -> Side:
    """The side with the pronouns that mean the speaker put to his name."""
    if voice is None:
        return side
    return tuple(
        Participant(one.span, voice) if one.actor is None and analysis.text(one.span).lower() in meant else one
        for one in side
    )
