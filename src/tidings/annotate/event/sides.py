"""Who acts and who is acted on: the slots of a trigger filled with the actors of the report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tidings.annotate.event.charged import accused_of
from tidings.annotate.event.linking import link
from tidings.annotate.event.participants import resolve, without
from tidings.annotate.event.side import Side, Sides, countries, fill_side
from tidings.annotate.event.slots import SPEAKER, Frame, fillers
from tidings.lexicon.word_lists import load_event_words
from tidings.ontology import Trigger
from tidings.record import Analysis, Attribution, Participant

#: Triggers up to this weight need two parties to be believed.
WEAK = 0.5

#: Acts that somebody is charged with.
CHARGED = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE"})


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
    words = load_event_words()
    retold = said is not None and said.manner == "indirect"
    meant = words.first_person | words.third_person if retold else words.first_person
    return _voiced(analysis, actors, voice, meant), _voiced(analysis, recipients, voice, words.first_person)


def _sides(frame: Frame, trigger: Trigger, speaker: Side) -> Sides:
    """The sides before pronouns are put to a name."""
    actors = speaker if SPEAKER in trigger.actor and speaker else fill_side(frame, _slots_of_actors(frame, trigger))
    actors = _accused(frame, trigger) or (_doers(frame, actors) if trigger.event_type == "ASSAULT" else actors)
    recipients = without(fill_side(frame, trigger.recipient, countries(frame, actors)), actors, frame.tree)
    return link(frame, trigger, (actors, recipients))


def _slots_of_actors(frame: Frame, trigger: Trigger) -> Sequence[str]:
    """The slots of who acts; the owner of a noun first: "the mayor called the | council's inquiry a hunt"."""
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


def _one_party(frame: Frame, actors: Side, recipients: Side) -> bool:
    """Whether both sides are of one party: what Turkey claims of Turkish ships is no accusation."""
    codes = [
        {known.code for one in side if (known := frame.tree.known.get(one.actor or ""))}
        for side in (actors, recipients)
    ]
    return bool(codes[0] & codes[1])


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
