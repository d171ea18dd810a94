"""Which acts are politics, and which are the business of private people, of sport or of trade."""

from __future__ import annotations

from collections.abc import Sequence

from tidings.annotate.event.tree import Tree
from tidings.lexicon.word_lists import load_event_words, load_nouns
from tidings.ontology import Trigger, load_ontology
from tidings.record import SPEECH_ACTS, Actor, Participant, Place

#: PLOVER's sectors that act in politics by what they are; the others do so only where such a one is on the other side.
POWERS = frozenset({"GOV", "LEG", "JUD", "MIL", "COP", "REB", "PTY", "PRM", "SPY", "UAF", "OPP", "ELI", "PRE", "CRM"})
#: Talk and trade: between private people they are no politics, whoever they are.
CIVIL = SPEECH_ACTS | {"COOPERATE", "AID"}
#: Acts that only somebody can do: what "the notice" or "the weather" restricts is no act.
OFFICIAL = frozenset({"COERCE", "SANCTION", "MOBILIZE"})
PRONOUNS = frozenset({"he", "she", "they"})
#: Words for or against what a power beside them did, whoever says them.
STANCES = frozenset({"ACCUSE", "REJECT", "AGREE", "THREATEN"})

Side = Sequence[Participant]


def is_political(
    tree: Tree, trigger: Trigger, actors: Side, recipients: Side, place: Place | None, doubted: bool
) -> bool:
    """Whether an act is politics, by who takes part in it.

    Words and trade need a power on one side and somebody known to speak; force needs a power, or known people of a
    known country, or, where nobody is named, a known country ("protests in Sudan"). Where the judge has not `doubted`
    that an act is told, a power named beside it will do.
    """
    if trigger.mode == "visit" and _at_home(tree, actors, recipients):
        return False
    known = _known(tree, (*actors, *recipients))
    powers = [actor for actor in known if is_power(actor)]
    if not doubted and (actors or recipients) and _beside_a_power(tree, trigger):
        return True
    if trigger.event_type in CIVIL:
        speaks = not actors or bool(_known(tree, actors)) or any(_is_somebody(tree, one) for one in actors)
        return bool(powers) and speaks
    if trigger.event_type in OFFICIAL and actors and not _known(tree, actors):
        return False
    if trigger.event_type == "ASSAULT" and not _known(tree, actors) and _tells_of_an_accident(tree):
        return False
    if powers or any(actor.country for actor in known) or any(_lies_in(tree, one) for one in (*actors, *recipients)):
        return True
    return not known and _is_unsigned(trigger) and place is not None and place.country is not None


def _beside_a_power(tree: Tree, trigger: Trigger) -> bool:
    """Whether words for or against somebody are politics by the power that their sentence names."""
    if trigger.event_type not in STANCES or not (trigger.actor or trigger.recipient):
        return False
    if _tells_of_an_accident(tree):
        return False
    named = (tree.known.get(mention.actor) for mention in tree.actors.values())
    return any(actor and is_power(actor) for actor in named) and not tree.play


def _tells_of_an_accident(tree: Tree) -> bool:
    """Whether people come to harm in a sentence without anybody's doing."""
    return not load_event_words().accidents.isdisjoint(tree.lemmas)


def _at_home(tree: Tree, actors: Side, recipients: Side) -> bool:
    """Whether a visit only goes to places of the visitor's own country: a campaign's stop, no meeting."""
    lands = {actor.country for actor in _known(tree, actors)} - {None}
    return bool(lands and recipients) and all(_lies_in(tree, one) & lands for one in recipients)


def _lies_in(tree: Tree, participant: Participant) -> set[str]:
    """The countries of the places that a participant is named by."""
    inside = [toponym for toponym in tree.places.values() if participant.span.contains(toponym.mention.head)]
    places = [toponym.place for toponym in inside if toponym.place is not None]
    return {place.country for place in places if place.country is not None}


def _known(tree: Tree, side: Side) -> list[Actor]:
    return [actor for one in side if (actor := tree.known.get(one.actor or ""))]


def _is_somebody(tree: Tree, one: Participant) -> bool:
    """Whether a participant is a pronoun for a person or a body that could not be told."""
    return any(token.span == one.span and form in PRONOUNS for token, form in zip(tree.tokens, tree.forms, strict=True))


def is_power(actor: Actor) -> bool:
    """Whether an actor acts in politics by what it is: a state, an organ of it, a body of states, a party, a force."""
    if not any(sector in load_ontology().sectors for sector in actor.sectors):
        return actor.country is not None
    campaigners = load_event_words().campaigners | load_nouns().protesters
    return bool(POWERS.intersection(actor.sectors)) or not campaigners.isdisjoint(actor.name.lower().split())


def _is_unsigned(trigger: Trigger) -> bool:
    """Whether the noun alone tells of an act, whoever did it: "protests", "an attack", but not "the war"."""
    if trigger.pos != "noun":
        return False
    lasts = trigger.words[0] in load_event_words().states
    return trigger.event_type == "PROTEST" or (trigger.event_type == "ASSAULT" and not lasts)
