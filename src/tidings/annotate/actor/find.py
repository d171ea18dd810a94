"""The stage: who is named in a report, who they were that day, and every mention of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace

from tidings.annotate.actor.bodies import Body, bracketed, read_body
from tidings.annotate.actor.country import CountryContext
from tidings.annotate.actor.found import Found, Match, Noun, Reading, head_of, of_agents, read_sentence, span_of
from tidings.annotate.actor.memory import Memory, reaches_back
from tidings.annotate.actor.metonym import acts_as_state, subject_like
from tidings.annotate.actor.people import Person, is_title, read_person
from tidings.annotate.actor.phrase import ABROAD, Coding, PhraseReader
from tidings.annotate.actor.pronouns import antecedents, is_pronoun, is_relative
from tidings.lexicon import Lexicon
from tidings.lexicon.actors import Form
from tidings.lexicon.phrases import keys
from tidings.record import Actor, ActorMention, Analysis, Evidence, Mention, MentionKind, Name, NameType, content_id

_PERSON_LED = frozenset({"person"})
_ATTACHED = frozenset({"amod", "compound", "nmod:poss", "flat", "nmod", "nmod:desc"})
#: Nouns a demonym before them makes a place or a thing, not a deed or a body of that state.
_PLACE_NOUNS = frozenset(
    "city town village capital province region district island peninsula coast language food cuisine passport name word "
    "suburb port county area neighborhood neighbourhood mountain river lake border town dialect".split()
)
_LOCATIVE = frozenset("in at outside near inside around into through across throughout on".split())
#: Bodies that go without an article.
_BARE = frozenset(
    {"police", "parliament", "congress", "media", "state media", "riot police", "opposition", "mujahideen"}
)
#: Offices that a country has one of.
_ONE_EACH = ("minister", "president", "premier", "chancellor", "head of state", "head of government", "monarch")
_PARTNERS = frozenset({"country", "nation", "state", "side", "government", "neighbour", "neighbor", "leader", "party"})
_QUANTITIES = frozenset(
    "number hundred thousand dozen score group majority handful pair couple series crowd million lot assembly gathering array some several many "
    "most all any part one two three four rest mob half scores hundreds thousands dozens".split()
)


def find_actors(analysis: Analysis, lexicon: Lexicon) -> Analysis:
    """The analysis with every actor mentioned and every mention of one, in text order.

    Names come from the registry as it stood on the day of publication; people and bodies it does not know are coded
    by their titles and head nouns. What the words do not say is taken from the sentence or the report, and the
    evidence says so.

    >>> from tidings.record import Document
    >>> find_actors(Analysis(Document.of("", ())), Lexicon()).actors
    ()
    """
    finder = _Finder(analysis, lexicon)
    found = sorted(finder.run(), key=lambda f: (f.sentence, f.first, f.last, f.actor.id))
    mentions: dict[tuple[int, int, str], ActorMention] = {}
    actors: dict[str, Actor] = {}
    for each in found:
        sentence = analysis.sentences[each.sentence]
        span = span_of(sentence, each.first, each.last)
        id = content_id("acm", (analysis.document.id, span.start, span.end, each.actor.id))
        mention = Mention(id, span, sentence.tokens[each.head].span, MentionKind.ACTOR)
        evidence = Evidence(analysis.document.id, span, each.origin, each.score)
        actors.setdefault(each.actor.id, each.actor)
        mentions.setdefault((span.start, span.end, each.actor.id), ActorMention(mention, each.actor.id, evidence))
    return replace(analysis, actors=tuple(actors.values()), actor_mentions=tuple(mentions.values()))


class _Finder:
    """Reads one report twice: first for names and titles, then for everything, in text order."""

    def __init__(self, analysis: Analysis, lexicon: Lexicon) -> None:
        self.registry = lexicon.actors
        self.women = lexicon.agents.women
        self.day = analysis.document.published
        self.times = {timex.mention.span.start for timex in analysis.timexes}
        self.readings = list(_readings(analysis, lexicon))
        self.memory = Memory()
        self.phrases = PhraseReader(self.look_up, self.owner, self.recall)
        self.context = CountryContext(self.readings, self.look_up)
        self.people: list[list[Person]] = []
        self.bodies: list[list[Body]] = []

    def run(self) -> Iterable[Found]:
        """Everything found, pass by pass."""
        for reading in self.readings:
            self.people.append([])
            self.people[-1].extend(self.name_people(reading))
            self.bodies.append(list(self.name_bodies(reading)))
        self.settle_people()
        for reading in self.readings:
            self.read(reading)
        return self.memory.history

    def look_up(self, form: Form) -> Actor:
        """The actor of a form on the day of the report; peoples have no sector as adjectives."""
        actor = self.registry.on(form.actor, self.day)
        assert actor is not None, form
        if form.kind == "people" and form.actor.startswith("state:"):
            return replace(actor, id=f"{actor.id}:people", name=form.written, sectors=("CVL",))
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
        known = self.memory.recall(reading.words[at])
        return known[0] if known else None

    # -- first pass: names --------------------------------------------------------------------------------------

    def name_people(self, reading: Reading) -> Iterator[Person]:
        """The people the encoder or the registry finds in a sentence."""
        for name in _person_names(reading):
            if self._is_person(reading, name):
                person = read_person(reading, name, self.phrases, self.registry, self.day, self.women)
                self.memory.learn_person(person.name, person.actor, person.gender)
                yield person

    def _is_person(self, reading: Reading, name: Name) -> bool:
        """Not a day of the week, a bare title, or what the registry knows as something else."""
        match = reading.at.get(name.first)
        if match is not None and match.form.kind != "person" and match.first <= name.first and match.last >= name.last:
            return False
        if any(noun.first <= name.first and name.last <= noun.last for noun in reading.nouns.values()):
            return False
        if reading.places.get(name.first) and match is None:
            return False
        if name.last - name.first == 1 and (len(reading.words[name.first]) < 2 or is_title(reading.words[name.first])):
            return False
        return reading.sentence.tokens[name.first].span.start not in self.times

    def name_bodies(self, reading: Reading) -> Iterator[Body]:
        """The organisations of a sentence that the registry does not know; initials of those it does."""
        for match in reading.matches:
            if match.form.kind != "organisation":
                continue
            actor, short = self.look_up(match.form), reading.words[match.first]
            initials = bracketed(reading, match.last)
            if initials:
                self.memory.learn_body(initials, actor)
            if match.last - match.first > 1 and len(short) > 4 and match.first not in reading.modifiers:
                self.memory.learn_body(short, actor)
        for name in reading.sentence.names:
            if name.type != NameType.ORG or any(self._covers(reading, i, name) for i in range(name.first, name.last)):
                continue
            if any(n.first < name.last < n.last or n.first < name.first < n.last for n in reading.nouns.values()):
                continue
            body = read_body(reading, name, self.phrases)
            if body.initials:
                self.memory.learn_body(body.initials, body.actor)
            if name.last - name.first > 1 and len(body.name.split()[0]) > 3 and name.first not in reading.nouns:
                self.memory.learn_body(body.name.split()[0], body.actor)
            yield body

    def _covers(self, reading: Reading, at: int, name: Name) -> bool:
        """Whether a word of the name already belongs to someone the registry or a title has placed."""
        match = reading.at.get(at)
        if any(person.first <= at < person.last for person in self.people[reading.index]):
            return True
        noun = reading.nouns.get(at)
        if noun is not None and noun.agent.kind == "person":
            return True
        if match is None:
            return False
        whole = match.first <= name.first and name.last <= match.last
        return whole or match.form.kind in ("organisation", "person", "seat")

    def settle_people(self) -> None:
        """Give every mention of a person the best coding any of them has; then fill in the likely country."""
        best: dict[str, Actor] = {}
        for person in (p for people in self.people for p in people):
            known = best.get(person.actor.id)
            if (
                known is None
                or (person.actor.country and not known.country)
                or (person.actor.sectors and not known.sectors)
            ):
                best[person.actor.id] = person.actor
        for index, people in enumerate(self.people):
            settled = []
            for person in people:
                actor = best[person.actor.id]
                if actor.country is None and actor.sectors:
                    likely = self.context.likely(index)
                    actor = replace(actor, country=likely[0]) if likely else actor
                    best[actor.id] = actor
                settled.append(replace(person, actor=actor))
                self.memory.learn_person(person.name, actor, person.gender)
            self.people[index] = settled

    # -- second pass: everything --------------------------------------------------------------------------------

    def read(self, reading: Reading) -> None:
        """Find every mention of a sentence: names, then nouns, then pronouns and what pronouns own."""
        taken: set[int] = set()
        for found in self._names(reading, taken):
            self.memory.add(found)
        waiting: list[Noun] = []
        for noun in sorted(reading.nouns.values(), key=lambda n: n.head):
            if noun.head in taken or self._is_modifier(reading, noun):
                continue
            if noun.agent.noun in _QUANTITIES and of_agents(reading, noun):
                continue
            if self._has_pronoun(reading, noun):
                waiting.append(noun)
                continue
            if reaches_back(noun.agent.noun) or self.phrases.code(reading, noun).country is None:
                waiting.append(noun)
                continue
            for found in self._noun(reading, noun, taken):
                self.memory.add(found)
        for found in self._states(reading, taken):
            self.memory.add(found)
        for at in range(len(reading.words)):
            if is_pronoun(reading, at) or is_relative(reading, at):
                for found in self._pronoun(reading, at):
                    self.memory.add(found)
        for noun in waiting:
            for found in self._noun(reading, noun, taken):
                self.memory.add(found)

    def _names(self, reading: Reading, taken: set[int]) -> Iterator[Found]:
        for person in self.people[reading.index]:
            taken.update(range(person.first, person.last))
            taken.update(noun.head for noun in person.titles if person.first <= noun.head < person.last)
            yield self._person(reading, person)
            taken.update(n.head for n in reading.nouns.values() if person.first <= n.first < person.last)
            for noun in person.titles:
                if not person.first <= noun.head < person.last:
                    yield from self._apposition(reading, noun, person, taken)
        for body in self.bodies[reading.index]:
            if not body.actor.country and not body.actor.sectors and _role(reading, body.head) != "subject":
                continue
            taken.update(range(body.first, body.last))
            yield self._found(
                reading, body.first, body.last, body.head, self._located(body.actor, reading), body.origin, 0.8
            )
        yield from self._recalled(reading, taken)

    def _person(self, reading: Reading, person: Person) -> Found:
        actor, gender = person.actor, person.gender
        recalled = self.memory.recall(person.name) if len(keys(person.name)) == 1 else None
        origin, score = person.origin, person.score
        kind = "person"
        if recalled and (actor.id.startswith("actor-") or recalled[0].id == actor.id):
            actor, gender, kind = recalled
            origin, score = "coreference:surname", 0.85
        noun = person.titles[0].agent.noun if person.titles else None
        found = self._found(reading, person.first, person.last, person.head, actor, origin, score)
        return replace(found, kind=kind, gender=gender, noun=noun)

    def _apposition(self, reading: Reading, noun: Noun, person: Person, taken: set[int]) -> Iterator[Found]:
        coding = self.phrases.code(reading, noun)
        taken.update(range(noun.first, noun.last))
        origin = f"coreference:apposition {coding.origin}"
        found = self._found(reading, coding.first, noun.last, noun.head, person.actor, origin, 0.85)
        yield replace(found, kind="person", gender=person.gender, noun=noun.agent.noun)

    def _recalled(self, reading: Reading, taken: set[int]) -> Iterator[Found]:
        """Short names of those named in full elsewhere in the report."""
        for at, token in enumerate(reading.sentence.tokens):
            if token.pos != "PROPN" or at in taken or at in reading.at:
                continue
            name = reading.names.get(at)
            if name is not None and (
                name.last - name.first > 1 or name.type in (NameType.GPE, NameType.LOC, NameType.FAC)
            ):
                continue
            known = self.memory.recall(reading.words[at])
            if known is None or (known[2] == "group" and name is None and not reading.words[at].isupper()):
                continue
            taken.add(at)
            actor, gender, kind = known
            origin = "coreference:surname" if kind == "person" else "coreference:short name"
            found = self._found(reading, at, at + 1, at, actor, origin, 0.8)
            yield replace(found, kind=kind, gender=gender)

    def _is_modifier(self, reading: Reading, noun: Noun) -> bool:
        """Whether the noun only describes another actor: "police | spokesman", "ministry | officials"."""
        token = reading.sentence.tokens[noun.head]
        if token.relation.split(":")[0] in ("compound", "amod", "flat") and token.head >= 0:
            return token.head in reading.nouns or token.pos == "ADJ"
        return token.pos == "ADJ" and token.relation not in ("nsubj", "obj", "nsubj:pass", "conj", "obl", "nmod")

    def _has_pronoun(self, reading: Reading, noun: Noun) -> bool:
        sentence = reading.sentence
        return any(
            sentence.tokens[c].relation == "nmod:poss" and is_pronoun(reading, c)
            for i in range(noun.first, noun.last)
            for c in sentence.children[i]
        )

    def _noun(self, reading: Reading, noun: Noun, taken: set[int]) -> Iterator[Found]:
        coding = self.phrases.code(reading, noun)
        if noun.agent.plural and self._is_both(reading, noun):
            for partner in self.memory.pair(reading, noun.head, self.readings):
                actor = partner.actor
                found = self._found(reading, coding.first, noun.last, noun.head, actor, "coreference:both", 0.55)
                yield replace(found, kind="state", plural=True)
            return
        actor, origin, score = self._actor_of(reading, noun, coding)
        if actor is None:
            return
        taken.update(range(coding.first, noun.last))
        plural = noun.agent.plural
        kind = "person" if noun.agent.kind == "person" else "state" if noun.agent.kind == "country" else "group"
        if plural and kind == "person":
            kind = "group"
        found = self._found(reading, coding.first, coding.last, noun.head, actor, origin, score)
        found = replace(found, kind=kind, plural=plural or found.plural, gender=noun.agent.gender, noun=noun.agent.noun)
        for other, first in coding.others:
            sectors = coding.sectors
            id = content_id("actor", (other.country, sectors, noun.agent.noun))
            extra = Actor(id, f"{other.name} {noun.agent.noun}", other.country, sectors)
            yield replace(found, first=first, actor=other if sectors == other.sectors else extra)
        yield found
        yield from self._quantity(reading, found)

    def _quantity(self, reading: Reading, found: Found) -> Iterator[Found]:
        """ "Hundreds of protesters": the word of quantity is the head, so it too is a mention."""
        tokens = reading.sentence.tokens
        token = tokens[found.head]
        if token.relation != "nmod" or token.head < 0 or token.head >= found.first:
            return
        head = tokens[token.head]
        if head.lemma.lower() in _QUANTITIES or head.pos == "NUM":
            yield replace(found, first=token.head, head=token.head, role=_role(reading, token.head))

    def _actor_of(self, reading: Reading, noun: Noun, coding: Coding) -> tuple[Actor | None, str, float]:
        agent = noun.agent
        master = coding.master
        if agent.kind == "country" and coding.foreign and not agent.plural and self._is_definite(reading, noun):
            known = self.memory.definite(reading, agent.noun, noun.head)
            return (known.actor, "coreference:definite", 0.55) if known else (None, "", 0.0)
        if coding.country is None and not coding.foreign:
            return self._without_country(reading, noun, coding)
        if agent.kind == "country":
            if master is not None and master.id.startswith("state:"):
                return master, coding.origin, 0.7
            if not coding.foreign:
                return None, "", 0.0
        if (
            master is not None
            and master.id.startswith("person:")
            and agent.kind == "body"
            and coding.sectors == ("GOV",)
        ):
            state = f"state:{master.country}"
            if agent.inherits and state in self.registry:
                return self.registry.names(state), coding.origin, 0.85
        whole = agent.inherits and (agent.kind == "body" or agent.plural)
        if (
            master is not None
            and master.id
            and whole
            and (master.country, master.sectors) == (coding.country, coding.sectors)
        ):
            return master, coding.origin, 0.9
        name = " ".join(filter(None, (self._country_name(coding.country), agent.noun)))
        if master is not None and master.id.startswith("org:"):
            name = f"{master.name} {agent.noun}"
        id = content_id("actor", (coding.country, coding.sectors, name))
        return Actor(id, name, coding.country, coding.sectors), coding.origin, 0.85

    def _country_name(self, country: str | None) -> str:
        id = f"state:{country}"
        return self.registry.names(id).name if id in self.registry else country or ""

    def _without_country(self, reading: Reading, noun: Noun, coding: Coding) -> tuple[Actor | None, str, float]:
        """An actor whose phrase names no country: one spoken of before, or one of the sentence or the report."""
        agent = noun.agent
        definite = self._is_definite(reading, noun)
        if definite and not agent.country:
            known = None if agent.plural else self.memory.definite(reading, agent.noun, noun.head)
            if known is None and agent.kind != "country":
                known = self.memory.same_noun(agent.noun, coding.sectors, agent.plural)
            if known is not None:
                return known.actor, "coreference:definite", 0.65
        lone = agent.needs_master and coding.master is None and coding.sectors == agent.sectors
        if agent.kind == "country" or not coding.sectors or lone or self._is_bare(reading, noun):
            return None, "", 0.0
        if coding.sectors in (("GOV",), ("MIL",)) and (definite or agent.plural):
            ruler = self.memory.government(reading, noun.head, 2 if definite and "GOV" in coding.sectors else 0)
            if ruler is not None:
                name = f"{self._country_name(ruler.actor.country)} {agent.noun}"
                id = content_id("actor", (ruler.actor.country, coding.sectors, name))
                same = agent.inherits and ruler.actor.id.startswith("state:")
                actor = ruler.actor if same else Actor(id, name, ruler.actor.country, coding.sectors)
                return actor, f"{coding.origin} coreference:government", 0.55
        likely = None if agent.country else self._likely(reading, noun)
        country = agent.country or (likely[0] if likely else None)
        name = " ".join(filter(None, (self._country_name(country), agent.noun)))
        actor = Actor(content_id("actor", (country, coding.sectors, name)), name, country, coding.sectors)
        if likely is None:
            return actor, coding.origin, 0.6
        return actor, f"{coding.origin} {likely[1]}", likely[2]

    def _likely(self, reading: Reading, noun: Noun) -> tuple[str, str, float] | None:
        """The country of an unmarked actor; of officials each country has one of, several come from several."""
        if not (noun.agent.plural and noun.agent.noun.endswith(_ONE_EACH)):
            return self.context.likely(reading.index)
        tokens = reading.sentence.tokens
        for i, country in reading.places.items():
            if country and any(tokens[c].lemma == "in" for c in reading.sentence.children[i]):
                return country, "place", 0.4
        return None

    @staticmethod
    def _is_both(reading: Reading, noun: Noun) -> bool:
        """Whether the phrase is "both countries", "the two sides"."""
        if noun.agent.noun not in _PARTNERS:
            return False
        before = {reading.words[c].lower() for c in reading.sentence.children[noun.head] if c < noun.head}
        return "both" in before or {"the", "two"} <= before

    @staticmethod
    def _is_bare(reading: Reading, noun: Noun) -> bool:
        """Whether a singular noun stands without any companion, as in "by force" or "in office"."""
        sentence = reading.sentence
        if noun.agent.plural or reading.zone == "headline" or noun.agent.noun in _BARE:
            return False
        if sentence.tokens[noun.head].pos == "PROPN" or noun.last - noun.first > 1:
            return False
        kinds = {sentence.tokens[c].relation.split(":")[0] for c in sentence.children[noun.head]}
        return not kinds & {"det", "amod", "compound", "nmod", "nummod", "acl"}

    @staticmethod
    def _is_definite(reading: Reading, noun: Noun) -> bool:
        sentence = reading.sentence
        first = sentence.children[noun.head]
        words = {reading.words[c].lower() for c in first if sentence.tokens[c].relation == "det"}
        bare = not words and (noun.agent.noun == "police" or reading.zone == "headline")
        return bool(words & {"the", "this", "that", "these", "those", "both"}) or bare

    def _states(self, reading: Reading, taken: set[int]) -> Iterator[Found]:
        for match in reading.matches:
            if match.form.kind == "person" or (match.first in taken and not self._stands_alone(reading, match)):
                continue
            form = self._form(reading, match)
            if form is None:
                continue
            actor = self.look_up(form)
            found = self._found(reading, match.first, match.last, match.head, actor, form.origin, 0.95)
            if form.kind == "people":
                yield replace(found, kind="group", plural=True)
            elif form.kind in ("capital", "seat"):
                yield replace(found, kind="state", score=0.75)
            elif form.kind == "organisation":
                yield replace(found, kind="group")
            else:
                yield replace(found, kind="state", plural=self._in_row(reading, match.head))

    def _stands_alone(self, reading: Reading, match: Match) -> bool:
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

    def _form(self, reading: Reading, match: Match) -> Form | None:
        """Which form of a match its place in the sentence makes it; None where it is no actor there."""
        sentence = reading.sentence
        token = sentence.tokens[match.head]
        kinds = {form.kind: form for form in match.forms}
        if token.relation == "conj" and self._describes(reading, match.head):
            return None
        attached = token.relation in _ATTACHED or token.relation.split(":")[0] in ("amod", "compound")
        if not PhraseReader._serves(reading, match) and match.form.kind != "person":
            return None
        if "capital" in kinds:
            return kinds["capital"] if acts_as_state(reading, match.head) else None
        if "seat" in kinds:
            return (
                kinds["seat"] if acts_as_state(reading, match.head) or not self._is_place(reading, match.head) else None
            )
        if attached and ("adjective" in kinds or "name" in kinds) and token.relation not in ("nmod:poss", "nmod"):
            governor = sentence.tokens[token.head] if token.head >= 0 else token
            if governor.lemma.lower() in _PLACE_NOUNS or token.head in reading.nouns and "adjective" in kinds:
                return None
            return kinds.get("adjective") or kinds.get("name")
        if "people" in kinds and token.pos in ("NOUN", "PROPN", "ADJ") and not attached:
            return kinds["people"]
        return next(iter(match.forms))

    @staticmethod
    def _describes(reading: Reading, at: int) -> bool:
        """Whether a word joined by "and" describes an agent noun: "Greek and | French | counterparts"."""
        tokens = reading.sentence.tokens
        while tokens[at].relation == "conj" and tokens[at].head >= 0:
            at = tokens[at].head
        return tokens[at].relation.split(":")[0] in ("amod", "compound") and tokens[at].head in reading.nouns

    def _is_place(self, reading: Reading, at: int) -> bool:
        sentence = reading.sentence
        relation = sentence.tokens[at].relation.split(":")[0]
        case = {
            sentence.tokens[c].lemma.lower() for c in sentence.children[at] if sentence.tokens[c].relation == "case"
        }
        return relation in ("amod", "compound", "appos") or bool(case & _LOCATIVE)

    @staticmethod
    def _in_row(reading: Reading, at: int) -> bool:
        sentence = reading.sentence
        return sentence.tokens[at].relation == "conj" or any(
            sentence.tokens[c].relation == "conj" for c in sentence.children[at]
        )

    def _pronoun(self, reading: Reading, at: int) -> Iterator[Found]:
        for antecedent in antecedents(reading, at, self.memory.history, self.readings):
            rule = "relative" if is_relative(reading, at) else "pronoun"
            found = self._found(reading, at, at + 1, at, antecedent.actor, f"coreference:{rule}", 0.6)
            role = "other" if rule == "relative" else found.role
            yield replace(found, kind=antecedent.kind, plural=antecedent.plural, gender=antecedent.gender, role=role)

    def _located(self, actor: Actor, reading: Reading) -> Actor:
        """A body without a country gets the likely one, but for those at home nowhere."""
        if actor.country or not actor.sectors or set(actor.sectors) & {"BUS", "REB", "SOC"}:
            return actor
        likely = self.context.likely(reading.index)
        return replace(actor, country=likely[0]) if likely else actor

    def _found(
        self, reading: Reading, first: int, last: int, head: int, actor: Actor, origin: str, score: float
    ) -> Found:
        kind = "state" if actor.id.startswith("state:") else "person" if actor.id.startswith("person:") else "group"
        plural = kind == "group" and actor.country not in ABROAD
        role = _role(reading, head)
        return Found(reading.index, first, last, head, actor, origin, score, kind, plural and False, None, role)


def _person_names(reading: Reading) -> list[Name]:
    """The names of people: the registry's where they are longer than the encoder's, and those it missed."""
    known = [match for match in reading.matches if match.form.kind == "person"]
    names = [
        name
        for name in reading.sentence.names
        if name.type == NameType.PERSON and not any(m.first <= name.first and name.last <= m.last for m in known)
    ]
    for match in known:
        if not any(name.first < match.last and match.first < name.last for name in names):
            names.append(
                Name(span_of(reading.sentence, match.first, match.last), NameType.PERSON, match.first, match.last)
            )
    return sorted(names, key=lambda name: name.first)


def _role(reading: Reading, head: int) -> str:
    relation = subject_like(reading, head).split(":")[0]
    return "subject" if relation in ("nsubj", "csubj") else "object" if relation in ("obj", "iobj", "obl") else "other"


def _readings(analysis: Analysis, lexicon: Lexicon) -> Iterator[Reading]:
    text = analysis.document.text
    zones = analysis.document.zones
    starts = [zone.span.start for zone in zones]
    places = {
        toponym.mention.span.start: toponym.place.country if toponym.place else None for toponym in analysis.toponyms
    }
    for index, sentence in enumerate(analysis.sentences):
        at = bisect_right(starts, sentence.span.start) - 1
        zone = str(zones[at].kind) if at >= 0 else "body"
        yield read_sentence(index, sentence, text, zone, places, lexicon)
