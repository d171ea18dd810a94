"""What is known of one report while its actors are read."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from tidings.annotate.actor.bodies import Body
from tidings.annotate.actor.country import CountryContext
from tidings.annotate.actor.found import Found, Reading, read_sentence
from tidings.annotate.actor.memory import Memory
from tidings.annotate.actor.metonym import subject_like
from tidings.annotate.actor.people import Person
from tidings.annotate.actor.phrase import PhraseReader
from tidings.annotate.actor.pronouns import antecedents, is_pronoun
from tidings.annotate.actor.salience import is_quoted
from tidings.lexicon import Lexicon
from tidings.lexicon.actors import Form
from tidings.record import Actor, Analysis


class Report:
    """The sentences of one report, what the tables say of them, and what has been found so far."""

    __slots__ = (
        "bodies",
        "context",
        "day",
        "given_names",
        "memory",
        "people",
        "phrases",
        "readings",
        "registry",
        "times",
    )

    def __init__(self, analysis: Analysis, lexicon: Lexicon) -> None:
        self.registry = lexicon.actors
        self.given_names = lexicon.agents.given_names
        self.day = analysis.document.published
        self.times = {timex.mention.span.start for timex in analysis.timexes}
        self.readings = list(_readings(analysis, lexicon))
        self.memory = Memory()
        self.phrases = PhraseReader(self.look_up, self.owner, self.recall)
        self.context = CountryContext(self.readings, self.look_up)
        self.people: list[list[Person]] = []
        self.bodies: list[list[Body]] = []

    def look_up(self, form: Form) -> Actor:
        """The actor of a form on the day of the report; peoples have no sector as adjectives."""
        actor = self.registry.bearer(form, self.day)
        if form.kind == "people" and form.actor.startswith("state:"):
            return actor.as_people(form.written)
        if form.kind == "adjective" and actor.sectors == ("CVL",):
            return replace(actor, sectors=())
        return actor

    def owner(self, reading: Reading, at: int) -> Actor | None:
        """Who a possessive pronoun speaks of; what a person owns is their country's."""
        if not is_pronoun(reading, at):
            return None
        chosen = antecedents(reading, at, self.memory.history, self.readings)
        return replace(chosen[0].actor, id="" if chosen[0].kind == "person" else chosen[0].actor.id) if chosen else None

    def recall(self, reading: Reading, at: int) -> Actor | None:
        """Who a lone proper noun is short for, as far as the report has told."""
        name = reading.names.get(at)
        if name is None or name.last - name.first > 1 or reading.sentence.tokens[at].pos != "PROPN":
            return None
        known = self.memory.recall(reading.words[at], reading.index)
        return known[0] if known else None

    def country_name(self, country: str | None) -> str:
        """The plain name of a country by its code."""
        id = f"state:{country}"
        return self.registry.names(id).name if id in self.registry else country or ""


def found_at(reading: Reading, first: int, last: int, head: int, actor: Actor, origin: str, score: float) -> Found:
    """A mention at these words, with the kind its actor has and the role its head has."""
    kind = "state" if actor.id.startswith("state:") else "person" if actor.id.startswith("person:") else "group"
    return Found(reading.index, first, last, head, actor, origin, score, kind, role=role_of(reading, head))


def role_of(reading: Reading, head: int) -> str:
    """Whether a word is a subject, an object (with or without a preposition), or neither."""
    relation = subject_like(reading, head).split(":")[0]
    return "subject" if relation in ("nsubj", "csubj") else "object" if relation in ("obj", "iobj", "obl") else "other"


def _readings(analysis: Analysis, lexicon: Lexicon) -> Iterator[Reading]:
    text = analysis.document.text
    zones = analysis.document.zones
    starts = [zone.span.start for zone in zones]
    places = {toponym.mention.span.start: toponym.place for toponym in analysis.toponyms if toponym.place}
    last, quoted = -1, False
    for index, sentence in enumerate(analysis.sentences):
        at = bisect_right(starts, sentence.span.start) - 1
        zone = str(zones[at].kind) if at >= 0 else "body"
        reading = read_sentence(index, sentence, text, zone, places, lexicon, analysis.document.published)
        reading.quoted = quoted and at == last
        quoted = is_quoted(reading, len(reading.words))
        last = at
        yield reading
