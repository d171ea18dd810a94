"""Names of the registry that stand alone: which of them act in the sentence, and as what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tidings.annotate.actor.described import is_demonym
from tidings.annotate.actor.found import Found, Match, Noun, Reading
from tidings.annotate.actor.metonym import acts_as_state
from tidings.annotate.actor.phrase import PhraseReader
from tidings.annotate.actor.report import Report, found_at
from tidings.annotate.actor.weigh import ABROAD
from tidings.lexicon.actors import Form
from tidings.lexicon.agents import Agent
from tidings.lexicon.phrases import words_of
from tidings.lexicon.word_lists import load_actor_words
from tidings.record import Actor, NameType, content_id

_ATTACHED = frozenset({"amod", "compound", "nmod:poss", "flat", "nmod", "nmod:desc"})
_LOCATIVE = words_of("in at outside near inside around into through across throughout on")


def states(report: Report, reading: Reading, taken: set[int]) -> Iterator[Found]:
    for match in reading.matches:
        if match.form.kind == "person" or (match.first in taken and not _stands_alone(report, reading, match)):
            continue
        form = _form(report, reading, match)
        if form is None:
            continue
        if is_demonym(reading, match):
            yield from _one_of_nation(report, reading, match)
            continue
        actor = report.look_up(form)
        person = report.memory.by_surname(reading.words[match.head]) if form.kind == "capital" else None
        if person is not None:
            found = found_at(reading, match.first, match.last, match.head, person, "coreference:surname", 0.7)
            yield replace(found, kind="person")
            continue
        if form.kind == "people" and actor.country is None:
            actor = _of_country(report, reading, match, actor)
        found = found_at(reading, match.first, match.last, match.head, actor, form.origin, 0.95)
        if form.kind == "people":
            yield replace(found, kind="group", plural=True)
        elif form.kind in ("capital", "seat"):
            yield replace(found, kind="state", score=0.75)
        elif form.kind == "organisation":
            yield replace(found, kind="group", noun=_described_as(reading, match))
        else:
            yield replace(found, kind="state", plural=_in_row(reading, match))


def _one_of_nation(report: Report, reading: Reading, match: Match) -> Iterator[Found]:
    """One of a people, where no name beside it says who: "an | Australian was arrested"."""
    tokens = reading.sentence.tokens
    beside = {i for i in reading.sentence.children[match.head] if tokens[i].relation == "appos"}
    if any(
        person.head in beside or match.head in range(person.first, person.last)
        for person in report.people[reading.index]
    ):
        return
    state = report.look_up(next(form for form in match.forms if form.kind == "adjective"))
    actor = state.as_people(state.name)
    found = found_at(reading, match.first, match.last, match.head, actor, match.form.origin, 0.9)
    yield replace(found, kind="person")


def _of_country(report: Report, reading: Reading, match: Match, actor: Actor) -> Actor:
    """A people of several countries, in the one its phrase names: "Christians in | Egypt"."""
    plain = Agent(match.form.written.lower(), "person", None, actor.sectors, False, None, True)
    coding = report.phrases.code(reading, Noun(match.first, match.last, match.head, plain))
    if coding.country is None or coding.country in ABROAD:
        return actor
    name = f"{report.country_name(coding.country)} {actor.name}"
    return Actor(content_id("actor", (coding.country, actor.id)), name, coding.country, actor.sectors or ("CVL",))


def _stands_alone(report: Report, reading: Reading, match: Match) -> bool:
    """Names inside a longer phrase that are mentions too: "China's | minister", "government of | Sudan"."""
    relation = reading.sentence.tokens[match.head].relation
    if relation == "nmod" and not any(
        reading.sentence.tokens[c].relation == "case" for c in reading.sentence.children[match.head]
    ):
        return False
    return (
        relation in ("nmod:poss", "nmod")
        and match.form.kind in ("name", "organisation")
        and not any(
            name.type in (NameType.PERSON, NameType.ORG)
            and name.first <= match.first < name.last
            and name.last - name.first > match.last - match.first
            for name in (reading.names.get(match.first),)
            if name
        )
    )


def _form(report: Report, reading: Reading, match: Match) -> Form | None:
    """Which form of a match its place in the sentence makes it; None where it is no actor there."""
    sentence = reading.sentence
    token = sentence.tokens[match.head]
    kinds = {form.kind: form for form in match.forms}
    if token.relation == "conj" and _describes(reading, match.head):
        return None
    attached = token.relation in _ATTACHED or token.relation.split(":")[0] in ("amod", "compound")
    if not PhraseReader.serves(reading, match) and match.form.kind != "person":
        return None
    if "adjective" in kinds and _is_language(reading, match):
        return None
    if "capital" in kinds:
        return kinds["capital"] if acts_as_state(reading, match.head) else None
    if "seat" in kinds:
        return (
            kinds["seat"] if acts_as_state(reading, match.head) or not _is_place(report, reading, match.head) else None
        )
    if attached and ("adjective" in kinds or "name" in kinds) and token.relation not in ("nmod:poss", "nmod"):
        governor = sentence.tokens[token.head] if token.head >= 0 else token
        of_the_land = governor.lemma.lower() in load_actor_words().of_the_land
        if of_the_land or (token.head in reading.nouns and "adjective" in kinds):
            return None
        return kinds.get("adjective") or kinds.get("name")
    if "organisation" in kinds and _is_medium(report, reading, match):
        return None
    if "people" in kinds and token.pos in ("NOUN", "PROPN", "ADJ") and not attached:
        return kinds["people"]
    return next(iter(match.forms))


def _is_language(reading: Reading, match: Match) -> bool:
    """Whether an adjective that describes nothing tells the language of what is said: "in French and | English"."""
    tokens, at = reading.sentence.tokens, match.head
    if tokens[at].relation.split(":")[0] in _ATTACHED:
        return False
    while tokens[at].relation == "conj" and tokens[at].head >= 0:
        at = tokens[at].head
    if tokens[at].relation.split(":")[0] not in ("obl", "nmod") or at not in reading.at:
        return False
    return any(tokens[c].relation == "case" and tokens[c].lemma == "in" for c in reading.sentence.children[at])


def _is_medium(report: Report, reading: Reading, match: Match) -> bool:
    """Whether something was only said there: "on Facebook", "on CNN"."""
    sentence = reading.sentence
    case = {
        sentence.tokens[c].lemma.lower() for c in sentence.children[match.head] if sentence.tokens[c].relation == "case"
    }
    return case == {"on"} and bool(set(report.look_up(match.form).sectors) & {"MNC", "BUS", "JRN"})


def _describes(reading: Reading, at: int) -> bool:
    """Whether a word joined by "and" describes an agent noun: "Greek and | French | counterparts"."""
    tokens = reading.sentence.tokens
    while tokens[at].relation == "conj" and tokens[at].head >= 0:
        at = tokens[at].head
    return tokens[at].relation.split(":")[0] in ("amod", "compound") and tokens[at].head in reading.nouns


def _is_place(report: Report, reading: Reading, at: int) -> bool:
    sentence = reading.sentence
    relation = sentence.tokens[at].relation.split(":")[0]
    case = {sentence.tokens[c].lemma.lower() for c in sentence.children[at] if sentence.tokens[c].relation == "case"}
    return relation in ("amod", "compound", "appos") or bool(case & _LOCATIVE)


def _described_as(reading: Reading, match: Match) -> str | None:
    """The agent noun right before a name that says what its bearer is: "the Iranian airline | Mahan Air"."""
    nouns = (noun for noun in reading.nouns.values() if noun.last == match.first and noun.agent.kind == "body")
    return next((noun.agent.noun for noun in nouns), None)


def _in_row(reading: Reading, match: Match) -> bool:
    """Whether the name is one of several joined by "and", in the tree or in the words."""
    sentence = reading.sentence
    if sentence.tokens[match.head].relation == "conj":
        return True
    if any(sentence.tokens[c].relation == "conj" for c in sentence.children[match.head]):
        return True
    before, after = reading.words[: match.first][-1:], reading.words[match.last :][:1]
    joined = before in (["and"], ["or"]) and match.first - 2 in reading.at
    return joined or (after in (["and"], ["or"]) and match.last + 1 in reading.at)
