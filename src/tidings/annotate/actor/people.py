"""People by name: those of the registry, and those whom only their title or apposition places."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from tidings.annotate.actor.described import described
from tidings.annotate.actor.found import Noun, Reading, head_of
from tidings.annotate.actor.phrase import Coding, PhraseReader
from tidings.lexicon.actors import ActorRegistry
from tidings.lexicon.phrases import keys
from tidings.lexicon.word_lists import load_actor_words
from tidings.record import Actor, Name, content_id


def is_title(word: str) -> bool:
    """Whether the word only goes before a name.

    >>> is_title("Mullah"), is_title("Omar")
    (True, False)
    """
    words = load_actor_words()
    return "".join(keys(word)) in words.female_titles | words.male_titles | words.titles


_IN_COMPLEMENT = frozenset({"ADP", "DET", "PROPN", "NOUN", "ADJ", "CCONJ", "PART"})


@dataclass(frozen=True, slots=True)
class Person:
    """A person named in a sentence: the words of name and title, the head of both, and who it is."""

    first: int
    last: int
    head: int
    name: str
    actor: Actor
    gender: str | None
    origin: str
    score: float
    titles: tuple[Noun, ...]


def read_person(
    reading: Reading,
    name: Name,
    phrases: PhraseReader,
    registry: ActorRegistry,
    day: date | None,
    given: dict[str, str],
) -> Person:
    """Who a person's name stands for: the registry's entry, or one coded by title and apposition."""
    head = head_of(reading.sentence, name.first, name.last)
    title = _title(reading, name)
    beside = _apposed(reading, head, name) or _between_commas(reading, name)
    nouns = tuple(noun for noun in (title, *beside) if noun is not None)
    codings = [_coded(reading, noun, name, phrases) for noun in nouns]
    written = reading.text(name.first, name.last)
    first = min([name.first, *[c.first for c, n in zip(codings, nouns, strict=True) if n is title]])
    shared = None if nouns else _shared_title(reading, head)
    codings = codings if shared is None else [phrases.code(reading, shared)]
    top = head_of(reading.sentence, min(first, title.first), name.last) if title else head
    gender = _gender(reading, name, nouns, given)
    known = _registered(reading, name, registry, day, nouns, codings)
    if known is not None:
        actor, origin, score = known
        actor = _dated(actor, codings, registry)
        return Person(first, name.last, top, written, actor, registry.gender(actor.id), origin, score, nouns)
    home, serves, said = described(reading, head, name, phrases)
    country = next((c.country for c in codings if c.country), None) or home
    sectors = next((c.sectors for c in codings if c.sectors), ()) or serves
    id = content_id("actor", ("person", " ".join(keys(written))))
    origin = codings[0].origin if codings else said or "encoder:PERSON"
    return Person(first, name.last, top, written, Actor(id, written, country, sectors), gender, origin, 0.8, nouns)


def _registered(
    reading: Reading,
    name: Name,
    registry: ActorRegistry,
    day: date | None,
    nouns: tuple[Noun, ...],
    codings: list[Coding],
) -> tuple[Actor, str, float] | None:
    last = name.last
    for i in range(name.first, name.last):
        match = reading.at.get(i)
        if match and match.form.kind == "person":
            whole = match.first == name.first and match.last == last
            if whole or (match.last == last and match.last - match.first > 1):
                actor = registry.on(match.form.actor, day)
                if actor and not _contradicts(actor, codings):
                    return actor, match.form.origin, 0.95
    parts = keys(reading.text(name.first, name.last))
    if len(parts) == 1 and (nouns or day):
        return _by_surname(parts[0], registry, day, nouns, codings)
    return None


def _by_surname(
    surname: str, registry: ActorRegistry, day: date | None, nouns: tuple[Noun, ...], codings: list[Coding]
) -> tuple[Actor, str, float] | None:
    """The one person of that surname who held an office that day, and the office of the title if there is one."""
    fitting: list[Actor] = []
    for id in registry.bearers(surname):
        actor = registry.on(id, day)
        if actor is None or actor.sectors in ((), ("ELI",)) or _contradicts(actor, codings):
            continue
        if nouns and not any(noun.agent.noun in registry.role(id) for noun in nouns):
            continue
        if nouns or (day and actor.valid[0] and actor.valid[0] <= day):
            fitting.append(actor)
    if len(fitting) != 1:
        return None
    return fitting[0], f"people.tsv:{fitting[0].id.removeprefix('person:')}", 0.8


def _contradicts(actor: Actor, codings: list[Coding]) -> bool:
    countries = {c.country for c in codings if c.country}
    return (
        bool(countries)
        and actor.country not in countries
        and len(actor.country or "") == 3
        and not (
            countries & {"UNO", "IGO", "EUR", "NGO"}
            or actor.country in ("UNO", "IGO", "EUR", "NGO", "IMG", "SUN", "YUG")
        )
    )


def _dated(actor: Actor, codings: list[Coding], registry: ActorRegistry) -> Actor:
    """Where the registry has no office for the day, the title in the report gives it."""
    if actor.sectors:
        return actor
    sectors = next((c.sectors for c in codings if c.sectors), ())
    return replace(actor, sectors=sectors)


def _title(reading: Reading, name: Name) -> Noun | None:
    """The agent noun that ends right before the name: "foreign minister | Wang Yi", "Secretary of State | Blinken"."""
    for noun in reading.nouns.values():
        if noun.last == name.first and noun.agent.kind == "person":
            return noun
        if (
            name.first <= noun.first
            and noun.last <= name.first + 1
            and noun.last < name.last
            and noun.agent.kind == "person"
        ):
            return noun
    before = name.first - 1
    match = reading.at.get(before)
    if match is not None and match.last == name.first and match.first > 1:
        at = match.first - (2 if reading.words[match.first - 1].lower() == "the" else 1)
        if reading.words[at].lower() in ("to", "of", "for", "in", "at"):
            return next((n for n in reading.nouns.values() if n.last == at and n.agent.kind == "person"), None)
    if before >= 0 and reading.words[before] in (",", "-"):
        return None
    head = head_of(reading.sentence, name.first, name.last)
    up = reading.sentence.tokens[head]
    if up.relation in ("appos", "flat", "nmod:desc", "compound") and 0 <= up.head < name.first:
        return reading.nouns.get(up.head)
    return None


def _shared_title(reading: Reading, head: int) -> Noun | None:
    """The plural before the first of several names that is said of all of them: "Senators A, B and | C"."""
    tokens, at = reading.sentence.tokens, head
    while tokens[at].relation == "conj" and 0 <= tokens[at].head < at:
        at = tokens[at].head
    first = reading.names.get(at)
    if at == head or first is None or str(first.type) != "PERSON":
        return None
    title = _title(reading, first)
    return title if title is not None and title.agent.plural and title.last == first.first else None


def _apposed(reading: Reading, head: int, name: Name) -> list[Noun]:
    sentence = reading.sentence
    found = []
    for child in sentence.children[head]:
        if sentence.tokens[child].relation in ("appos", "nmod:desc", "compound", "flat") and child in reading.nouns:
            found.append(reading.nouns[child])
    token = sentence.tokens[head]
    if token.relation == "appos" and token.head in reading.nouns:
        found.append(reading.nouns[token.head])
    found = [noun for noun in found if not _parted(reading, noun.head, head)]
    starts = {other.first for other in sentence.names if str(other.type) == "PERSON"} - {name.first}
    return [
        noun
        for noun in found
        if noun.last not in starts
        and noun.agent.kind == "person"
        and not noun.agent.plural
        and not name.first <= noun.first < name.last
    ]


def _parted(reading: Reading, one: int, other: int) -> bool:
    """Whether "and" stands between two words, so that they are two people."""
    tokens = reading.sentence.tokens
    return any(tokens[i].pos == "CCONJ" for i in range(min(one, other), max(one, other)))


def _between_commas(reading: Reading, name: Name) -> list[Noun]:
    """The noun phrase that a comma parts from the name, where the tree does not tell: "Lam, the chief executive"."""
    words, tokens = reading.words, reading.sentence.tokens
    starts = {other.first for other in reading.sentence.names if str(other.type) == "PERSON"}
    for noun in reading.nouns.values():
        if noun.agent.kind != "person" or noun.agent.plural or noun.last in starts:
            continue
        if noun.last < name.first and words[name.first - 1] == ",":
            complement = range(noun.last, name.first - 1)
            if tokens[noun.head].relation == "conj" and not (complement and _hangs_on(reading, name, noun)):
                continue
            if not complement or (
                len(complement) < 12
                and words[noun.last].lower() in ("of", "for", "at")
                and all(tokens[i].pos in _IN_COMPLEMENT for i in complement)
            ):
                return [noun]
        if noun.first > name.last and words[name.last] == "," and noun.first - name.last < 6:
            between = range(name.last + 1, noun.first)
            if all(tokens[i].pos in ("DET", "ADJ", "PROPN", "PART", "NOUN") for i in between):
                return [noun]
    return []


def _hangs_on(reading: Reading, name: Name, noun: Noun) -> bool:
    """Whether the name is in apposition to the noun: "officials and the archbishop of Lviv, | NAME"."""
    head = head_of(reading.sentence, name.first, name.last)
    above = reading.sentence.tokens[head]
    return above.relation == "appos" and (above.head == noun.head or above.head in range(noun.last, name.first))


def _coded(reading: Reading, noun: Noun, name: Name, phrases: PhraseReader) -> Coding:
    """The coding of a title; modifiers may hang on the title or on the name it stands before."""
    if noun.last != name.first:
        return phrases.code(reading, noun)
    head = head_of(reading.sentence, name.first, name.last)
    outer = phrases.code(reading, replace(noun, head=head, last=name.first))
    return outer if outer.country else phrases.code(reading, noun)


def _gender(reading: Reading, name: Name, nouns: tuple[Noun, ...], given: dict[str, str]) -> str | None:
    for noun in nouns:
        if noun.agent.gender:
            return noun.agent.gender
    before = "".join(keys(reading.words[name.first - 1])) if name.first else ""
    for word in (before, "".join(keys(reading.words[name.first]))):
        if word in load_actor_words().female_titles:
            return "f"
        if word in load_actor_words().male_titles:
            return "m"
    return given.get("".join(keys(reading.words[name.first])))
