"""What the rules of this room pass to one another: names and nouns matched in a sentence, and actors found."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from tidings.lexicon import Lexicon
from tidings.lexicon.actors import Form
from tidings.lexicon.agents import Agent
from tidings.lexicon.phrases import PhraseTable, T, keys
from tidings.record import Actor, Name, Place, Sentence, Span


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


def head_of(sentence: Sentence, first: int, last: int) -> int:
    """The word of a stretch that depends on a word outside it."""
    tokens = sentence.tokens
    return next((i for i in range(first, last) if not first <= tokens[i].head < last), last - 1)


def read_sentence(
    index: int, sentence: Sentence, text: str, zone: str, places: dict[int, Place], lexicon: Lexicon
) -> Reading:
    """Look up every word of a sentence once: names of the registry, agent nouns, their modifiers, places."""
    words = [token.span.slice(text) for token in sentence.tokens]
    reading = Reading(index, sentence, words, zone)
    flat, owner = _flatten(words)
    for name in sentence.names:
        for i in range(name.first, name.last):
            reading.names[i] = name
    for i, token in enumerate(sentence.tokens):
        place = places.get(token.span.start)
        if place is not None:
            reading.places[i] = place.country
            if not (place.feature or "PCL").startswith("PCL"):
                reading.regions.add(i)
    for first, last, forms in _scan(lexicon.actors.forms, flat, owner, lambda *hit: _fits(reading, *hit)):
        _add_match(reading, first, last, forms)
    for first, last, agents in _scan(lexicon.agents.nouns, flat, owner, lambda first, *_: first not in reading.at):
        _add_noun(reading, first, last, agents)
    for first, last, modifiers in _scan(lexicon.agents.modifiers, flat, owner):
        reading.modifiers.update(dict.fromkeys(range(first, last), modifiers[0]))
    return reading


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


def _flatten(words: list[str]) -> tuple[list[str], list[int]]:
    flat: list[str] = []
    owner: list[int] = []
    for i, word in enumerate(words):
        for key in keys(word):
            flat.append(key)
            owner.append(i)
    return flat, owner


def _any(_first: int, _last: int, _values: object) -> bool:
    return True


def _fits(reading: Reading, first: int, last: int, forms: tuple[Form, ...]) -> bool:
    written = reading.text(first, last)
    if first in reading.regions and all(form.kind == "name" for form in forms):
        return reading.places[first] == forms[0].actor.removeprefix("state:") and forms[0].fits(written)
    return any(form.fits(written) for form in forms)


def _scan(
    table: PhraseTable[T],
    flat: list[str],
    owner: list[int],
    accept: Callable[[int, int, tuple[T, ...]], bool] = _any,
) -> Iterator[tuple[int, int, tuple[T, ...]]]:
    at, end = 0, len(flat)
    while at < end:
        hit = table.longest(flat, at)
        whole = hit is not None and (at == 0 or owner[at - 1] != owner[at])
        if hit is None or not whole or (at + hit[0] < end and owner[at + hit[0]] == owner[at + hit[0] - 1]):
            at += 1
            continue
        if not accept(owner[at], owner[at + hit[0] - 1] + 1, hit[1]):
            at += 1
            continue
        yield owner[at], owner[at + hit[0] - 1] + 1, hit[1]
        at += hit[0]


def _add_match(reading: Reading, first: int, last: int, forms: tuple[Form, ...]) -> None:
    written = reading.text(first, last)
    fitting = tuple(form for form in forms if form.fits(written))
    if not fitting or _swallowed(reading, first, last, fitting):
        return
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


_WHOLE = frozenset({"PERSON", "FAC", "WORK", "EVENT", "PRODUCT"})


def _swallowed(reading: Reading, first: int, last: int, forms: tuple[Form, ...]) -> bool:
    """Whether the match is only part of a longer name of something else ("Jordan" in "Michael Jordan")."""
    name = reading.names.get(first)
    if name is None or str(name.type) not in _WHOLE or (name.first >= first and name.last <= last):
        return False
    person = forms[0].kind == "person"
    if str(name.type) == "PERSON":
        return not (person and last == name.last and last - first > 1)
    return str(name.type) != "EVENT" or person


@lru_cache(maxsize=4096)
def _nominal(pos: str) -> bool:
    return pos in ("NOUN", "PROPN", "ADJ", "X")


_NOUN_RELATIONS = frozenset({"nsubj", "nsubj:pass", "obj", "obl", "nmod", "nmod:poss", "root"})


def _add_noun(reading: Reading, first: int, last: int, agents: tuple[Agent, ...]) -> None:
    head = head_of(reading.sentence, first, last)
    token = reading.sentence.tokens[head]
    if not _nominal(token.pos) or first in reading.at or head in reading.at:
        return
    if token.pos == "ADJ" and agents[0].kind != "person" and token.relation not in _NOUN_RELATIONS:
        return
    plural = "Number=Plur" in token.features
    agent = next((a for a in agents if a.plural == plural), agents[0])
    reading.nouns[head] = Noun(first, last, head, agent)
