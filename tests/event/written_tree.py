"""Sentences written out as trees, for tests of the event stage that need no encoder."""

from __future__ import annotations

from datetime import date

from tidings.lexicon import Lexicon
from tidings.ontology import Trigger
from tidings.record import (
    Actor,
    ActorMention,
    Analysis,
    Document,
    Evidence,
    Mention,
    MentionKind,
    Participant,
    Place,
    Sentence,
    Span,
    Timex,
    Token,
    Toponym,
    Zone,
    ZoneKind,
)

FEATURES = {
    "past": "Mood=Ind|Tense=Past|VerbForm=Fin",
    "pres": "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin",
    "inf": "VerbForm=Inf",
    "pass": "Tense=Past|VerbForm=Part|Voice=Pass",
    "part": "Tense=Past|VerbForm=Part",
    "ing": "Tense=Pres|VerbForm=Part",
    "ger": "VerbForm=Ger",
    "fin": "VerbForm=Fin",
}


def trigger(
    event_type: str,
    words: str,
    *,
    pos: str = "verb",
    actor: tuple[str, ...] = ("subj",),
    recipient: tuple[str, ...] = ("obj",),
    reciprocal: bool = False,
    needs: dict[str, list[str]] | None = None,
    bars: dict[str, list[str]] | None = None,
    weight: float = 1.0,
) -> Trigger:
    """A trigger with the defaults of the ontology's files."""
    return Trigger(
        event_type=event_type,
        words=tuple(words.split()),
        pos=pos,
        actor=actor,
        recipient=recipient,
        cameo="000",
        mode=None,
        contexts=(),
        reciprocal=reciprocal,
        needs={slot: frozenset(lemmas) for slot, lemmas in (needs or {}).items()},
        bars={slot: frozenset(lemmas) for slot, lemmas in (bars or {}).items()},
        weight=weight,
        origin=f"test:{words}",
    )


def analysis_of(table: str, *, zone: ZoneKind = ZoneKind.BODY, published: date | None = None) -> Analysis:
    """A report of one sentence: a line a word with form, lemma, part of speech, head (from 1), relation.

    After them may stand a name of `FEATURES` (or features in full), "@CODE", which makes the word an actor, "#CODE",
    which makes it a place in that country, "%2024-05-01", which makes it a date, and "=event", which says of what kind
    the thing is that it speaks of.
    """
    rows = [line.split() for line in table.strip().splitlines()]
    text = ""
    tokens: list[Token] = []
    actors: dict[str, Actor] = {}
    mentions: list[ActorMention] = []
    places: list[Toponym] = []
    times: list[Timex] = []
    for form, lemma, pos, head, relation, *rest in rows:
        span = Span(len(text), len(text) + len(form))
        features = "|".join(FEATURES.get(item, item) for item in rest if item[0] not in "@#%=")
        kind = next((item[1:] for item in rest if item[0] == "="), "")
        tokens.append(Token(span, lemma, pos, features, int(head) - 1, relation, kind))
        for code in (item[1:] for item in rest if item.startswith("@")):
            country, *sectors = code.split("/")
            actors[code] = Actor(code, form, country, tuple(sectors))
            mention = Mention(f"m{span.start}", span, span, MentionKind.ACTOR)
            mentions.append(ActorMention(mention, code, Evidence("d", span, "test", 1.0)))
        mention = Mention(f"p{span.start}", span, span, MentionKind.TOPONYM)
        for code in (item[1:] for item in rest if item.startswith("#")):
            place = Place(f"place:{form}", form, code, None, None, None, "PPL")
            places.append(Toponym(mention, place))
        mention = Mention(f"t{span.start}", span, span, MentionKind.TIMEX)
        for value in (item[1:] for item in rest if item.startswith("%")):
            length = value.startswith("P")
            day = None if length else date.fromisoformat(value)
            kind, grain = ("DURATION", None) if length else ("DATE", "day")
            times.append(Timex(mention, kind, value, day, day, grain, None))
        text += form + " "
    text = text.rstrip()
    whole = Span(0, len(text))
    document = Document.of(text, (Zone(zone, whole),), published=published)
    sentences = (Sentence.of(whole, tuple(tokens)),)
    return Analysis(
        document,
        sentences,
        timexes=tuple(times),
        toponyms=tuple(places),
        actors=tuple(actors.values()),
        actor_mentions=tuple(mentions),
    )


class WrittenLexicon(Lexicon):
    """A lexicon with the triggers of one test."""

    def __init__(self, *triggers: Trigger) -> None:
        super().__init__()
        from tidings.lexicon.triggers import TriggerIndex

        self.__dict__["triggers"] = TriggerIndex(triggers)


def told(table: str, *triggers: Trigger, zone: ZoneKind = ZoneKind.BODY, published: date | None = None) -> list[str]:
    """The events of a sentence in one line each: "actors TYPE recipients: polarity certainty time mood".

    What is positive, certain, past and asserted is left out.
    """
    from tidings.annotate.event import find_events

    found = find_events(analysis_of(table, zone=zone, published=published), WrittenLexicon(*triggers))

    def named(one: Participant) -> str:
        """The id the table gives, else the words: also of those whom only `code_civilians` codes."""
        known = one.actor is not None and not one.actor.startswith("actor-")
        return str(one.actor) if known else found.text(one.span)

    lines = []
    for event in found.events:
        one, other = (", ".join(map(named, side)) for side in (event.actors, event.recipients))
        held = event.factuality
        values = (held.polarity, held.certainty, held.time, held.mood)
        unusual = " ".join(value for value in values if value not in ("positive", "certain", "past", "asserted"))
        lines.append(f"{one} {event.event_type} {other}".strip() + (f": {unusual}" if unusual else ""))
    return lines
