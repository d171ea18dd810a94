"""What the rules of this room pass to one another: names and nouns matched in a sentence, and actors found."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from tidings.annotate.actor.scan import flatten, scan
from tidings.lexicon import Lexicon
from tidings.lexicon.actors import Form
from tidings.lexicon.agents import Agent, Agents
from tidings.lexicon.phrases import keys
from tidings.record import Actor, Name, NameType, Place, Sentence, Span


@dataclass(frozen=True, slots=True)
class Match:
    """A name of the registry in a sentence: its first and last word (half-open), its head word, its forms."""

    first: int
    last: int
    head: int
    forms: tuple[Form, ...]

    @property
    def form(self) -> Form:
        """The first of its forms."""
        return self.forms[0]


@dataclass(frozen=True, slots=True)
class Noun:
    """An agent noun in a sentence; `first` and `last` bound the words of the lexicon's entry."""

    first: int
    last: int
    head: int
    agent: Agent


@dataclass(frozen=True, slots=True)
class Found:
    """An actor found in a sentence. `kind` is person, group or state, `role` subject, object or other."""

    sentence: int
    first: int
    last: int
    head: int
    actor: Actor
    origin: str
    score: float
    kind: str
    plural: bool = False
    gender: str | None = None
    role: str = "other"
    noun: str | None = None


@dataclass(slots=True)
class Reading:
    """A sentence with all that the tables know of its words."""

    index: int
    sentence: Sentence
    words: list[str]
    zone: str
    quoted: bool = False
    matches: list[Match] = field(default_factory=list)
    at: dict[int, Match] = field(default_factory=dict)
    nouns: dict[int, Noun] = field(default_factory=dict)
    modifiers: dict[int, Agent] = field(default_factory=dict)
    places: dict[int, str | None] = field(default_factory=dict)
    regions: set[int] = field(default_factory=set)
    names: dict[int, Name] = field(default_factory=dict)

    def text(self, first: int, last: int) -> str:
        """The words of a stretch, as plain as a name."""
        return " ".join(self.words[first:last]).replace(" - ", "-").replace(" '", "'").replace(" ’", "’")


def span_of(sentence: Sentence, first: int, last: int) -> Span:
    """The span of a stretch of words."""
    return Span(sentence.tokens[first].span.start, sentence.tokens[last - 1].span.end)


_SMALL = frozenset({"PART", "PUNCT", "ADP", "DET"})


def head_of(sentence: Sentence, first: int, last: int) -> int:
    """The word of a stretch that depends on a word outside it; marks and particles only where nothing else does."""
    tokens = sentence.tokens
    outer = [i for i in range(first, last) if not first <= tokens[i].head < last]
    return next((i for i in outer if tokens[i].pos not in _SMALL), outer[0] if outer else last - 1)


#: Gaza, the West Bank and the Golan Heights: of no country in the gazetteer, here under the country PLOVER puts those
#: who live there.
_HELD = {"geonames:281132": "PSE", "geonames:285153": "PSE", "place:golan-heights": "SYR"}


def read_sentence(
    index: int,
    sentence: Sentence,
    text: str,
    zone: str,
    places: dict[int, Place],
    lexicon: Lexicon,
    day: date | None = None,
) -> Reading:
    """Look up every word of a sentence once: names of the registry on a day, agent nouns, their modifiers, places."""
    words = [token.span.slice(text) for token in sentence.tokens]
    reading = Reading(index, sentence, words, zone)
    flat, owner = flatten(words)
    for name in sentence.names:
        if not _is_office(words[name.first : name.last], name, lexicon):
            reading.names.update(dict.fromkeys(range(name.first, name.last), name))
    for i, token in enumerate(sentence.tokens):
        place = places.get(token.span.start)
        if place is not None:
            reading.places[i] = place.country or _HELD.get(place.id)
            if not (place.feature or "PCL").startswith("PCL"):
                reading.regions.add(i)

    def in_force(first: int, last: int, forms: tuple[Form, ...]) -> tuple[Form, ...]:
        return lexicon.actors.in_force(forms, reading.text(first, last), day)

    def fits(first: int, last: int, forms: tuple[Form, ...]) -> bool:
        return _fits(reading, first, last, in_force(first, last, forms))

    for first, last, forms in scan(lexicon.actors.forms, flat, owner, fits, _FORMER):
        if not _is_anothers(reading, first, last, forms[0], lexicon):
            _add_match(reading, first, last, in_force(first, last, forms))
    for first, last, agents in scan(
        lexicon.agents.nouns, flat, owner, lambda first, *_: first not in reading.at, _PREFIXES
    ):
        _add_noun(reading, first, last, agents)
    for first, last, modifiers in scan(lexicon.agents.modifiers, flat, owner):
        reading.modifiers.update(dict.fromkeys(range(first, last), modifiers[0]))
    _add_by_ending(reading, lexicon.agents)
    return reading


def _is_anothers(reading: Reading, first: int, last: int, form: Form, lexicon: Lexicon) -> bool:
    """Whether a body's plain name is that of another state's body here: "British Royal | Marines"."""
    if form.kind == "organisation" and _goes_on(reading, first, last):
        return True
    if form.kind != "organisation" or not lexicon.agents.nouns.get(reading.text(first, last)):
        return False
    known = lexicon.actors.names(form.actor).country
    for at in range(first - 1, max(first - 3, -1), -1):
        before = reading.at.get(at)
        if before is not None and before.form.actor.startswith("state:"):
            return before.form.kind == "adjective" and before.form.actor != f"state:{known}" and len(known or "") == 3
    return False


def _goes_on(reading: Reading, first: int, last: int) -> bool:
    """Whether a short name with its article is but the beginning of a longer name: "the House | of Commons"."""
    after = reading.words[last : last + 2]
    return reading.words[first].lower() == "the" and len(after) == 2 and after[0] == "of" and after[1].istitle()


def _is_office(words: list[str], name: Name, lexicon: Lexicon) -> bool:
    """Whether a person's name is only an office and its state: "German President", "U.S. Secretary"."""
    if name.type != NameType.PERSON or len(words) < 2:
        return False
    parts = keys(words[0])
    state = lexicon.actors.forms.longest(parts, 0) if parts else None
    rest = " ".join(words[1:])
    office = lexicon.agents.nouns.get(rest) or (rest == "Secretary" and lexicon.agents.nouns.get("foreign secretary"))
    return state is not None and state[1][0].kind in ("adjective", "name") and bool(office)


def of_agents(reading: Reading, noun: Noun) -> bool:
    """Whether the noun only counts others: "an assembly | of ministers"."""
    sentence = reading.sentence
    return any(
        child in reading.nouns
        and child > noun.head
        and reading.nouns[child].agent.plural
        and any(sentence.tokens[c].lemma == "of" for c in sentence.children[child])
        for child in sentence.children[noun.head]
    )


def _fits(reading: Reading, first: int, last: int, forms: tuple[Form, ...]) -> bool:
    if not forms:
        return False
    written = _written(reading, first, last)
    if first in reading.regions and all(form.kind == "name" for form in forms):
        return reading.places[first] == forms[0].actor.removeprefix("state:") and forms[0].fits(written)
    if written != reading.text(first, last):
        return forms[0].kind == "adjective" and forms[0].fits(written)
    return any(form.fits(written) for form in forms)


#: A state's adjective may follow: "ex-Ecuadorian minister".
_FORMER = frozenset({"ex"})


def _written(reading: Reading, first: int, last: int) -> str:
    """The words of a name, without "ex-"."""
    return reading.text(first, last).removeprefix("ex-").removeprefix("Ex-")


def _add_match(reading: Reading, first: int, last: int, forms: tuple[Form, ...]) -> None:
    written = _written(reading, first, last)
    fitting = tuple(sorted((form for form in forms if form.fits(written)), key=lambda form: _inexact(form, written)))
    if not fitting or _swallowed(reading, first, last, fitting):
        return
    fitting = _as_person(reading, first, fitting)
    if (
        last - first == 1
        and first == 0
        and reading.sentence.tokens[0].pos not in ("PROPN", "ADJ", "X")
        and len(written) > 5
    ):
        fitting = tuple(form for form in fitting if form.kind in ("name", "people", "adjective", "capital"))
        if not fitting:
            return
    match = Match(first, last, head_of(reading.sentence, first, last), fitting)
    reading.matches.append(match)
    reading.at.update(dict.fromkeys(range(first, last), match))


def _inexact(form: Form, written: str) -> bool:
    """Organisations that differ in a mark only: "Peoples' Democratic Party" and "Peoples Democratic Party"."""
    return form.kind == "organisation" and form.written != written


def _as_person(reading: Reading, first: int, forms: tuple[Form, ...]) -> tuple[Form, ...]:
    """A name that may be a body's or a person's, as the user's dictionaries leave open, is what the encoder sees."""
    person = next((form for form in forms if form.kind == "person" and form.rank), None)
    name = reading.names.get(first)
    if person is None or name is None or str(name.type) != "PERSON":
        return forms
    return (person, *(form for form in forms if form is not person))


_WHOLE = frozenset({"PERSON", "FAC", "WORK", "EVENT", "PRODUCT"})


def _swallowed(reading: Reading, first: int, last: int, forms: tuple[Form, ...]) -> bool:
    """Whether the match is only part of a longer name of something else ("Jordan" in "Michael Jordan")."""
    name = reading.names.get(first)
    if name is None or str(name.type) not in _WHOLE or (name.first >= first and name.last <= last):
        return False
    if last == name.last and _is_plural_people(reading, last - 1, forms):
        return False
    person = forms[0].kind == "person"
    if str(name.type) == "PERSON":
        return not (person and last == name.last and last - first > 1)
    return str(name.type) != "EVENT" or person


def _names_the_people(reading: Reading, at: int) -> bool:
    """Whether the word is "People's" in a name: "the People's | Alliance" is not the people."""
    return reading.words[at] == "People" and "".join(reading.words[at + 1 : at + 2]) in ("'s", "’s", "'", "’")


def _is_plural_people(reading: Reading, at: int, forms: tuple[Form, ...]) -> bool:
    """Whether a word names a people, so that a name ending in it is no person's: "Coptic | Christians"."""
    people = any(form.kind == "people" for form in forms)
    return people and "Number=Plur" in reading.sentence.tokens[at].features


@lru_cache(maxsize=4096)
def _nominal(pos: str) -> bool:
    return pos in ("NOUN", "PROPN", "ADJ", "X")


#: "The West Bank" is no bank.
_PLACES = frozenset({NameType.GPE, NameType.LOC, NameType.FAC})
_HEADS = frozenset({"nsubj", "obj", "iobj", "obl", "nmod", "root", "appos", "conj"})
_NOUN_RELATIONS = frozenset({"nsubj", "nsubj:pass", "obj", "obl", "nmod", "nmod:poss", "root"})


#: Prefixes that leave the noun after their hyphen what it is: "ex-premier", "co-defendants".
_PREFIXES = frozenset({"ex", "co"})


def _add_by_ending(reading: Reading, agents: Agents) -> None:
    """Nouns that no row names, by what they end in, where they are the head of a phrase."""
    for i, token in enumerate(reading.sentence.tokens):
        if token.pos != "NOUN" or token.relation.split(":")[0] not in _HEADS or i in reading.modifiers:
            continue
        if i in reading.at or any(noun.first <= i < noun.last for noun in reading.nouns.values()):
            continue
        agent = agents.by_ending(reading.words[i].lower())
        if agent is not None and agent.plural == ("Number=Plur" in token.features):
            reading.nouns[i] = Noun(i, i + 1, i, agent)


def _add_noun(reading: Reading, first: int, last: int, agents: tuple[Agent, ...]) -> None:
    head = head_of(reading.sentence, first, last)
    token = reading.sentence.tokens[head]
    if not _nominal(token.pos) or first in reading.at or head in reading.at or _names_the_people(reading, head):
        return
    place = reading.names.get(head)
    if place is not None and place.type in _PLACES and place.last - place.first > last - first:
        return
    if token.pos == "ADJ" and agents[0].kind != "person" and token.relation not in _NOUN_RELATIONS:
        return
    plural = "Number=Plur" in token.features
    agent = next((a for a in agents if a.plural == plural), agents[0])
    reading.nouns[head] = Noun(first, last, head, agent)
