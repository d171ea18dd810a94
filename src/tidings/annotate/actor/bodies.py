"""Organisations that no registry knows: coded by the agent words in their names and around them."""

from __future__ import annotations

from dataclasses import dataclass

from tidings.annotate.actor.found import Noun, Reading, head_of
from tidings.annotate.actor.phrase import PhraseReader
from tidings.lexicon.agents import Agent
from tidings.lexicon.phrases import keys
from tidings.lexicon.word_lists import load_actor_words
from tidings.record import Actor, Name, content_id

_BODY = frozenset({"body", "country"})
#: A head noun that says nothing of itself: only what stands around the name counts.
_PLAIN = Agent("", "body", None, (), False, None, False)


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation named in a sentence, and the initials that follow it in brackets."""

    first: int
    last: int
    head: int
    name: str
    actor: Actor
    origin: str
    initials: str | None


def read_body(reading: Reading, name: Name, phrases: PhraseReader) -> Body:
    """The coding of an organisation the encoder found."""
    head = head_of(reading.sentence, name.first, name.last)
    written = reading.text(name.first, name.last).removeprefix("the ").removeprefix("The ")
    country, sectors, origin = _by_words(reading, name, phrases)
    if country is None or not sectors:
        other_country, other_sectors, other_origin = _by_neighbours(reading, head, name, phrases)
        country, sectors = country or other_country, sectors or other_sectors
        origin = other_origin if other_origin and not origin else origin
    country = country or _country_within(reading, name, phrases)
    if not sectors:
        sectors = _by_ending("".join(keys(reading.words[name.last - 1])))
    id = content_id("actor", ("body", " ".join(keys(written))))
    initials = bracketed(reading, name.last)
    return Body(
        name.first, name.last, head, written, Actor(id, written, country, sectors), origin or "encoder:ORG", initials
    )


def _by_ending(last: str) -> tuple[str, ...]:
    """The sector that the last word of a name gives its bearer."""
    words = load_actor_words()
    endings = {"BUS": words.business_names, "JRN": words.press_names, "REB": words.armed_names}
    return tuple(sector for sector, known in endings.items() if last in known)


def bracketed(reading: Reading, after: int) -> str | None:
    """The initials in brackets right after a name: "Organisation (ORG)"."""
    words = reading.words
    if after + 2 < len(words) and words[after] == "(" and words[after + 2] == ")" and words[after + 1].isupper():
        return words[after + 1]
    return None


def _by_words(reading: Reading, name: Name, phrases: PhraseReader) -> tuple[str | None, tuple[str, ...], str]:
    inside = [noun for noun in reading.nouns.values() if name.first <= noun.first and noun.last <= name.last]
    bodies = [noun for noun in inside if noun.agent.kind in _BODY]
    if not bodies:
        return None, (), ""
    head = head_of(reading.sentence, name.first, name.last)
    noun = next((noun for noun in bodies if noun.head == head), bodies[-1])
    coding = phrases.code(reading, noun)
    return coding.country, coding.sectors, coding.origin


def _by_neighbours(
    reading: Reading, head: int, name: Name, phrases: PhraseReader
) -> tuple[str | None, tuple[str, ...], str]:
    """What a noun in apposition says: "the Kenyan refiner | Pwani Oil", "Radio Lac, a news network"."""
    sentence = reading.sentence
    near = [
        c for c in sentence.children[head] if sentence.tokens[c].relation in ("appos", "compound", "nmod:desc", "flat")
    ]
    if sentence.tokens[head].relation in ("appos", "flat", "compound", "nmod:desc"):
        near.append(sentence.tokens[head].head)
    for at in near:
        noun = reading.nouns.get(at)
        if noun is not None and not name.first <= at < name.last and noun.agent.kind == "body":
            coding = phrases.code(reading, noun)
            return coding.country, coding.sectors, coding.origin
    stand_in = Noun(name.first, name.last, head, _PLAIN)
    coding = phrases.code(reading, stand_in)
    return coding.country, (), ""


def _country_within(reading: Reading, name: Name, phrases: PhraseReader) -> str | None:
    for i in range(name.first, name.last):
        match = reading.at.get(i)
        if match is not None and match.form.kind in ("name", "adjective", "capital"):
            return phrases.resolve(match, adjective=True).country
        if reading.places.get(i):
            return reading.places[i]
    return None
