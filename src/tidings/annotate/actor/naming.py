"""The first pass: people and organisations by name, with the best coding any of their mentions has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tidings.annotate.actor.bodies import Body, bracketed, read_body
from tidings.annotate.actor.found import Found, Noun, Reading, span_of
from tidings.annotate.actor.people import Person, is_title, read_person
from tidings.annotate.actor.report import Report, found_at, role_of
from tidings.lexicon.phrases import keys
from tidings.record import Actor, Name, NameType

#: Prepositions before a place.
WHERE = frozenset({"in", "at", "near", "from", "around", "outside", "inside", "across", "over", "through", "into"})


def name_all(report: Report) -> None:
    """Name the people and bodies of every sentence, and settle who is who."""
    for reading in report.readings:
        report.people.append([])
        report.people[-1].extend(_name_people(report, reading))
        report.bodies.append(list(_name_bodies(report, reading)))
    _settle_people(report)


def named(report: Report, reading: Reading, taken: set[int]) -> Iterator[Found]:
    """The mentions of those named in a sentence; `taken` gathers the words they stand on."""
    for person in report.people[reading.index]:
        taken.update(range(person.first, person.last))
        taken.update(noun.head for noun in person.titles if person.first <= noun.head < person.last)
        yield _person(report, reading, person)
        taken.update(n.head for n in reading.nouns.values() if person.first <= n.first < person.last)
        for noun in person.titles:
            if not person.first <= noun.head < person.last:
                yield from _apposition(report, reading, noun, person, taken)
    for body in report.bodies[reading.index]:
        if not body.actor.sectors and body.last - body.first == 1 and report.memory.recall(body.name, reading.index):
            continue  # initials of somebody named in full before
        if not body.actor.sectors and role_of(reading, body.head) != "subject":
            continue
        taken.update(range(body.first, body.last))
        actor = _located(report, body.actor, reading)
        found = found_at(reading, body.first, body.last, body.head, actor, body.origin, 0.8)
        yield replace(found, noun=_kind_of(reading, body))
    yield from _recalled(report, reading, taken)


def _name_people(report: Report, reading: Reading) -> Iterator[Person]:
    """The people the encoder or the registry finds in a sentence."""
    for name in _person_names(reading):
        if _is_person(report, reading, name):
            person = read_person(reading, name, report.phrases, report.registry, report.day, report.given_names)
            report.memory.learn_person(person.name, person.actor, person.gender, reading.index)
            yield person


def _is_person(report: Report, reading: Reading, name: Name) -> bool:
    """Not a day of the week, a bare title, or what the registry knows as something else."""
    match = reading.at.get(name.first)
    if match is not None and match.form.kind != "person" and match.first <= name.first and match.last >= name.last:
        return False
    if any(noun.first <= name.first and name.last <= noun.last for noun in reading.nouns.values()):
        return False
    if name.last - name.first > 1 and reading.names.get(name.first) is None and name.first in reading.at:
        return reading.at[name.first].form.kind == "person"
    ending = reading.at.get(name.last - 1)
    if ending is not None and ending.form.kind == "people" and ending.first > name.first:
        return False
    if reading.places.get(name.first) and match is None:
        return False
    if name.last - name.first == 1 and (len(reading.words[name.first]) < 2 or is_title(reading.words[name.first])):
        return False
    return reading.sentence.tokens[name.first].span.start not in report.times


def _person_names(reading: Reading) -> list[Name]:
    """The names of people: the registry's where they are longer than the encoder's, and those it missed."""
    known = [match for match in reading.matches if match.form.kind == "person"]
    names = [
        name
        for name in (_without_state(reading, name) for name in reading.sentence.names)
        if name.type == NameType.PERSON and not any(m.first <= name.first and name.last <= m.last for m in known)
    ]
    for match in known:
        if not any(name.first < match.last and match.first < name.last for name in names):
            names.append(
                Name(span_of(reading.sentence, match.first, match.last), NameType.PERSON, match.first, match.last)
            )
    return sorted(names, key=lambda name: name.first)


def _without_state(reading: Reading, name: Name) -> Name:
    """A person's name without a country the encoder put before it: "President of France | Emmanuel Macron"."""
    match = reading.at.get(name.first)
    if name.type != NameType.PERSON or match is None or match.form.kind not in ("name", "adjective"):
        return name
    if match.last >= name.last:
        return name
    return Name(span_of(reading.sentence, match.last, name.last), name.type, match.last, name.last)


def _name_bodies(report: Report, reading: Reading) -> Iterator[Body]:
    """The organisations of a sentence that the registry does not know; initials of those it does."""
    for match in reading.matches:
        if match.form.kind != "organisation":
            continue
        actor, short = report.look_up(match.form), reading.words[match.first]
        initials = bracketed(reading, match.last)
        if initials:
            report.memory.learn_body(initials, actor)
        if match.last - match.first > 1 and len(short) > 4 and match.first not in reading.modifiers:
            report.memory.learn_body(short, actor)
    for name in reading.sentence.names:
        if name.type != NameType.ORG or any(_covers(report, reading, i, name) for i in range(name.first, name.last)):
            continue
        if any(n.first < name.last < n.last or n.first < name.first < n.last for n in reading.nouns.values()):
            continue
        body = read_body(reading, name, report.phrases)
        if body.initials:
            report.memory.learn_body(body.initials, body.actor)
        elif name.last - name.first == 1 and body.name.isupper() and body.actor.sectors:
            report.memory.learn_body(body.name, body.actor)
        if name.last - name.first > 1 and len(body.name.split()[0]) > 3 and name.first not in reading.nouns:
            report.memory.learn_body(body.name.split()[0], body.actor)
        yield body


def _covers(report: Report, reading: Reading, at: int, name: Name) -> bool:
    """Whether a word of the name already belongs to someone the registry or a title has placed."""
    match = reading.at.get(at)
    if any(person.first <= at < person.last for person in report.people[reading.index]):
        return True
    noun = reading.nouns.get(at)
    if noun is not None and noun.agent.kind == "person" and (noun.last >= name.last or noun.first == name.first):
        return True
    if match is None:
        return False
    whole = match.first <= name.first and name.last <= match.last
    return whole or match.form.kind in ("organisation", "person", "seat")


def _settle_people(report: Report) -> None:
    """Give every mention of a person the best coding any of them has; then fill in the likely country."""
    best: dict[str, Actor] = {}
    _join_names(report)
    _join_surnames(report)
    for person in (p for people in report.people for p in people):
        known = best.get(person.actor.id)
        if known is None:
            best[person.actor.id] = person.actor
        elif person.actor.id.startswith("actor-"):
            country, sectors = known.country or person.actor.country, known.sectors or person.actor.sectors
            best[person.actor.id] = replace(known, country=country, sectors=sectors)
    report.memory.forget_people()
    for index, people in enumerate(report.people):
        settled = []
        for person in people:
            actor = best[person.actor.id]
            if actor.country is None and actor.sectors:
                likely = report.context.likely(index)
                actor = replace(actor, country=likely[0]) if likely else actor
                best[actor.id] = actor
            settled.append(replace(person, actor=actor))
            report.memory.learn_person(person.name, actor, person.gender, index)
        report.people[index] = settled


def _join_names(report: Report) -> None:
    """One actor for "John Luk Jok" and "John Luk": a shorter name is that of the longer that holds all its words."""
    full = {p.actor.id: frozenset(keys(p.name)) for people in report.people for p in people}
    for people in report.people:
        for at, person in enumerate(people):
            mine = full[person.actor.id]
            if len(mine) < 2 or not person.actor.id.startswith("actor-"):
                continue
            longer = [p for others in report.people for p in others if mine < full[p.actor.id]]
            if longer:
                people[at] = replace(person, actor=longer[0].actor, gender=person.gender or longer[0].gender)


def _join_surnames(report: Report) -> None:
    """What a title says before a surname is said of the person named in full: "President Tosk" of Ilmar Tosk; and whom
    the registry knows by his title is meant by the surname alone.
    """
    known_by_title = {
        person.name: person.actor
        for people in report.people
        for person in people
        if person.titles and len(keys(person.name)) == 1 and person.actor.id.startswith("person:")
    }
    for index, people in enumerate(report.people):
        for at, person in enumerate(people):
            if person.name in known_by_title and not person.titles:
                people[at] = replace(person, actor=known_by_title[person.name])
                continue
            if not person.titles or len(keys(person.name)) > 1 or not person.actor.id.startswith("actor-"):
                continue
            known = report.memory.recall(person.name, index)
            if known is not None and known[2] == "person" and known[0].id.startswith("actor-"):
                actor = replace(person.actor, id=known[0].id, name=known[0].name)
                people[at] = replace(person, actor=actor)


def _person(report: Report, reading: Reading, person: Person) -> Found:
    actor, gender = person.actor, person.gender
    recalled = report.memory.recall(person.name, reading.index) if len(keys(person.name)) == 1 else None
    origin, score = person.origin, person.score
    kind = "person"
    if recalled and not _named_in_full(report, actor):
        actor, gender, kind = recalled
        origin, score = "coreference:surname", 0.85
    noun = person.titles[0].agent.noun if person.titles else None
    found = found_at(reading, person.first, person.last, person.head, actor, origin, score)
    return replace(found, kind=kind, gender=gender, noun=noun)


def _named_in_full(report: Report, actor: Actor) -> bool:
    """Whether the report gives the whole name of somebody the registry knows: then a surname may be theirs."""
    if actor.id.startswith("actor-"):
        return False
    return any(p.actor.id == actor.id and len(keys(p.name)) > 1 for people in report.people for p in people)


def _apposition(report: Report, reading: Reading, noun: Noun, person: Person, taken: set[int]) -> Iterator[Found]:
    coding = report.phrases.code(reading, noun)
    taken.update(range(noun.first, noun.last))
    origin = f"coreference:apposition {coding.origin}"
    found = found_at(reading, coding.first, noun.last, noun.head, person.actor, origin, 0.85)
    yield replace(found, kind="person", gender=person.gender, noun=noun.agent.noun)


def _recalled(report: Report, reading: Reading, taken: set[int]) -> Iterator[Found]:
    """Short names of those named in full elsewhere in the report."""
    for at, token in enumerate(reading.sentence.tokens):
        initials = token.pos == "NOUN" and reading.words[at].isupper()
        if not (token.pos == "PROPN" or initials) or at in taken or at in reading.at:
            continue
        name = reading.names.get(at)
        if name is not None and name.last - name.first > 1:
            continue
        if name is not None and _is_place(reading, name) and not _is_surname(report, reading, at):
            continue
        known = report.memory.recall(reading.words[at], reading.index)
        if known is None or (known[2] == "group" and name is None and not reading.words[at].isupper()):
            continue
        taken.add(at)
        actor, gender, kind = known
        origin = "coreference:surname" if kind == "person" else "coreference:short name"
        found = found_at(reading, at, at + 1, at, actor, origin, 0.8)
        yield replace(found, kind=kind, gender=gender)


def _is_surname(report: Report, reading: Reading, at: int) -> bool:
    """Whether a place name is the surname of somebody named in full here, and nothing says that one is there."""
    tokens = reading.sentence.tokens
    cases = {tokens[child].lemma.lower() for child in reading.sentence.children[at] if tokens[child].relation == "case"}
    return report.memory.by_surname(reading.words[at]) is not None and cases.isdisjoint(WHERE)


def _kind_of(reading: Reading, body: Body) -> str | None:
    """The noun in a body's name by which it may be taken up: "the US | Embassy ... the embassy"."""
    inside = (noun for noun in reading.nouns.values() if body.first <= noun.first and noun.last <= body.last)
    return next((noun.agent.noun for noun in inside if noun.agent.kind == "body" and noun.head == body.head), None)


def _located(report: Report, actor: Actor, reading: Reading) -> Actor:
    """A body without a country gets the likely one, but for those at home nowhere."""
    if actor.country or not actor.sectors or set(actor.sectors) & {"BUS", "SOC"}:
        return actor
    likely = report.context.likely(reading.index)
    return replace(actor, country=likely[0]) if likely else actor


def _is_place(reading: Reading, name: Name) -> bool:
    """A place in the encoder's and the gazetteer's eyes that does not act: a surname alone is easily taken for one."""
    acts = reading.sentence.tokens[name.first].relation.startswith("nsubj")
    return name.type in (NameType.GPE, NameType.LOC, NameType.FAC) and name.first in reading.places and not acts
