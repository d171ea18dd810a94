"""Who a noun phrase speaks of: country and sectors from its head noun, its modifiers and its complements."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tidings.annotate.actor.found import Match, Noun, Reading
from tidings.annotate.actor.weigh import UNKNOWN_BODY, Tie, choose, combine
from tidings.lexicon.actors import Form
from tidings.lexicon.word_lists import load_actor_words
from tidings.record import Actor

#: Looks a form of the registry up on the day of the report.
LookUp = Callable[[Form], Actor]
#: Who a possessive pronoun at this word speaks of, where that is known.
Owner = Callable[[Reading, int], Actor | None]

_BEFORE = frozenset({"amod", "compound", "nmod", "flat", "nummod"})
#: Prepositions that tie a body to its members or masters, and those that only say where it is.
_TIES = frozenset({"of", "for", "at", "with", "within", "inside"})
_WHERE = frozenset({"in", "from", "across", "around", "near", "outside", "throughout"})
#: "US-led forces" are American; "anti-China" or "pro-Russian" ones, and those only backed, are not.
_AGAINST = frozenset({"anti", "pro", "non", "ex", "former", "un"})
_HOME_OFFICES = tuple(f"foreign {word}" for word in ("minist", "secretary", "office", "affairs", "relations", "policy"))
_JOINING = frozenset({"and", "or", ",", "&", "–", "-"})


@dataclass(frozen=True, slots=True)
class Coding:
    """The reading of a phrase: `master` is the actor the phrase belongs to, `foreign` forbids guessing a country."""

    country: str | None
    sectors: tuple[str, ...]
    master: Actor | None
    origin: str
    first: int
    last: int
    others: tuple[tuple[Actor, int], ...] = ()
    foreign: bool = False


class PhraseReader:
    """Reads noun phrases of one report; holds what it needs to look names up and to follow pronouns."""

    __slots__ = ("_look_up", "_owner", "_recall")

    def __init__(self, look_up: LookUp, owner: Owner, recall: Owner) -> None:
        self._look_up = look_up
        self._owner = owner
        self._recall = recall

    def code(self, reading: Reading, noun: Noun, depth: int = 0) -> Coding:
        """The coding of the phrase around an agent noun."""
        ties = list(self._ties(reading, noun, depth))
        ties.extend(self._listed(reading, ties))
        ties.extend(self._adjacent(reading, noun, ties))
        if not any(tie.relation in ("of", "in") for tie in ties):
            ties.extend(self._following(reading, noun))
        first, last = _bounds(reading, noun)
        main, others = choose(ties, noun)
        modifiers = list(_modifiers(reading, noun, first))
        country, sectors = combine(noun, main, modifiers)
        if sectors == ("GOV",) and _sits_in_the_house(reading, noun, country, modifiers):
            country, sectors = "USA", ("LEG",)
        if country is None and "LEG" in sectors and _is_of_american_party(reading, first, noun):
            country = "USA"
        country = country or self._called(reading, noun, depth)
        foreign = any(kind == "foreign" for kind, _ in modifiers) or _from_abroad(noun.agent.noun)
        if main is not None and main.relation == "of":
            last = max(last, main.last)
        origin = f"agents.tsv:{noun.agent.noun}"
        beside = tuple((tie.actor, min(tie.first, noun.first)) for tie in others)
        return Coding(country, sectors, main.actor if main else None, origin, first, last, beside, foreign)

    def _called(self, reading: Reading, noun: Noun, depth: int) -> str | None:
        """The country that an apposition gives them: "twelve people, all | Kenyans", "two men, Kenyan | nationals"."""
        sentence = reading.sentence
        after = [child for child in sentence.children[noun.head] if child >= noun.last]
        for child in (child for child in after if sentence.tokens[child].relation == "appos"):
            match, beside = reading.at.get(child), reading.nouns.get(child)
            if match is not None and any(form.kind in ("people", "adjective") for form in match.forms):
                return self.resolve(match, adjective=True).country
            if beside is not None and depth < 3:
                return self.code(reading, beside, depth + 1).country
        return None

    def _ties(self, reading: Reading, noun: Noun, depth: int) -> Iterator[Tie]:
        sentence = reading.sentence
        for child in sentence.children[noun.head]:
            relation = sentence.tokens[child].relation
            base = relation.split(":")[0]
            if child < noun.head and base in _BEFORE and not (noun.first <= child < noun.last):
                yield from self._before(reading, child, noun, depth)
            elif child > noun.head and base in ("nmod", "obl") and depth < 3:
                yield from self._after(reading, child, depth)
        if noun.first < noun.head or noun.last > noun.head + 1:
            for inner in range(noun.first, noun.last):
                if inner != noun.head:
                    yield from self._inside(reading, inner, noun, depth)

    def _listed(self, reading: Reading, ties: list[Tie]) -> Iterator[Tie]:
        """The states of a list before the noun that the tree lost: "Greek, | Cypriot and French ministers"."""
        at = min((tie.first for tie in ties if tie.relation == "before"), default=0) - 1
        while at > 0 and reading.words[at].lower() in (",", "and", "or"):
            match = reading.at.get(at - 1)
            if (
                match is None
                or not any(form.kind == "adjective" for form in match.forms)
                or match.form.kind == "people"
            ):
                return
            yield Tie(self.resolve(match, adjective=True), match.first, match.last, "before", joined=True)
            at = match.first - 1

    def _adjacent(self, reading: Reading, noun: Noun, ties: list[Tie]) -> Iterator[Tie]:
        """A state or body named right before the noun, where the tree hangs it elsewhere."""
        at = noun.first - 1
        if at > 0 and reading.words[at].lower() in ("'s", "’s", "'", "’"):
            at -= 1
        match = reading.at.get(at)
        if (
            match is None
            or any(tie.relation in ("before", "poss") for tie in ties)
            or match.form.kind in ("person", "people")
        ):
            return
        if "capital" in {form.kind for form in match.forms} or not self.serves(reading, match):
            return
        yield Tie(self.resolve(match, adjective=True), match.first, match.last, "before")

    def _following(self, reading: Reading, noun: Noun) -> Iterator[Tie]:
        """A state, body or place right after the noun's preposition, where the tree hangs it elsewhere."""
        words, at = reading.words, noun.last
        if at + 1 >= len(words):
            return
        case = words[at].lower()
        relation = "of" if case in ("of", "for") else "in" if case in ("in", "from") else None
        at += 2 if words[at + 1].lower() == "the" else 1
        match = reading.at.get(at)
        if relation is None:
            return
        if match is not None and match.first == at and self.serves(reading, match):
            follower = words[match.last].lower() if match.last < len(words) else ""
            if follower not in ("'s", "’s", "-") and match.last not in reading.nouns:
                yield Tie(self.resolve(match, adjective=False), match.first, match.last, relation)
        elif match is None and reading.places.get(at):
            yield Tie(_place(reading.places[at]), at, at + 1, relation)

    def _inside(self, reading: Reading, inner: int, noun: Noun, depth: int) -> Iterator[Tie]:
        """The ties of the other words of a fixed phrase: "Iran's foreign | minister", "minister | of Sudan"."""
        for child in reading.sentence.children[inner]:
            if noun.first <= child < noun.last:
                continue
            base = reading.sentence.tokens[child].relation.split(":")[0]
            if child < inner and base in _BEFORE:
                yield from self._before(reading, child, noun, depth)
            elif child > inner and base == "nmod" and depth < 3:
                yield from self._after(reading, child, depth)

    def _before(self, reading: Reading, child: int, noun: Noun, depth: int) -> Iterator[Tie]:
        poss = reading.sentence.tokens[child].relation == "nmod:poss"
        if reading.sentence.tokens[child].pos in ("PRON", "DET"):
            owner = self._owner(reading, child)
            if owner:
                yield Tie(owner, child, child + 1, "poss")
            return
        inner = reading.nouns.get(child) if reading.sentence.tokens[child].pos != "ADJ" else None
        below = reading.sentence.subtree(child)
        seen: set[int] = set()
        for i in below:
            if i < noun.first and verb_between(reading, i, noun.first):
                continue
            match = reading.at.get(i)
            if match and match.first not in seen and i < noun.head and self.serves(reading, match):
                seen.add(match.first)
                joined = match.first > 0 and reading.words[match.first - 1].lower() in _JOINING
                yield Tie(self.resolve(match, adjective=not poss), match.first, match.last, "before", joined)
            elif i < noun.head and not match and (recalled := self._recall(reading, i)) is not None:
                yield Tie(recalled, i, i + 1, "before")
            elif i in reading.places and i < noun.head and not match and (reading.places[i]) and inner is None:
                yield Tie(_place(reading.places[i]), i, i + 1, "before")
        if inner is not None and inner.head != noun.head and not noun.first <= child < noun.last and depth < 3:
            coding = self.code(reading, inner, depth + 1)
            if coding.sectors or coding.country:
                actor = Actor("", inner.agent.noun, coding.country, coding.sectors)
                yield Tie(actor, coding.first, coding.last, "inner")

    def _after(self, reading: Reading, child: int, depth: int) -> Iterator[Tie]:
        case = _case(reading, child)
        if case in _TIES:
            relation = "of"
        elif case in _WHERE:
            relation = "in"
        else:
            return
        for each in (child, *_conjuncts(reading, child)):
            match = reading.at.get(each)
            inner = reading.nouns.get(each)
            if match is not None:
                yield Tie(self.resolve(match, adjective=False), match.first, match.last, relation)
            elif inner is not None and case != "in":
                coding = self.code(reading, inner, depth + 1)
                if coding.sectors or coding.country:
                    actor = Actor("", inner.agent.noun, coding.country, coding.sectors)
                    yield Tie(
                        coding.master if coding.master and inner.agent.inherits else actor,
                        coding.first,
                        coding.last,
                        relation,
                    )
            elif reading.places.get(each):
                yield Tie(_place(reading.places[each]), each, each + 1, relation)
            elif relation == "of" and str(getattr(reading.names.get(each), "type", "")) == "ORG":
                name = reading.names[each]
                said = next(
                    (n for n in reading.nouns.values() if n.last == name.first and n.agent.kind == "body"), None
                )
                if said is not None:
                    coding = self.code(reading, said, depth + 1)
                    yield Tie(Actor("", said.agent.noun, coding.country, coding.sectors), coding.first, name.last, "of")
                    continue
                yield Tie(
                    Actor("", UNKNOWN_BODY, self._named_in(reading, name.first, name.last), ()), each, name.last, "of"
                )

    def _named_in(self, reading: Reading, first: int, last: int) -> str | None:
        """The country of the first state named in a stretch."""
        found = (reading.at.get(i) for i in range(first, last))
        return next((self._look_up(m.form).country for m in found if m and m.form.kind in ("name", "adjective")), None)

    def resolve(self, match: Match, *, adjective: bool) -> Actor:
        """The actor of a match, as an adjective ("Kurdish") or as a noun ("Kurds") where both are known."""
        wanted = "adjective" if adjective else "people"
        form = next((form for form in match.forms if form.kind == wanted), match.form)
        return self._look_up(form)

    @staticmethod
    def serves(reading: Reading, match: Match) -> bool:
        """Whether a name before a noun says whose the noun is: not in "Iran-backed" or "anti-Iran"."""
        words = reading.words
        if match.form.kind == "person":
            return not (match.last < len(words) and words[match.last] == "-")
        if match.first >= 2 and words[match.first - 1] in "-–" and words[match.first - 2].lower() in _AGAINST:
            return words[match.first - 2].lower() == "ex"
        if match.last + 1 < len(words) and words[match.last] in ("-", "–"):
            after = words[match.last + 1].lower()
            if after == "american":
                return False
            return after in load_actor_words().led or match.last + 1 in reading.at
        return True


def _sits_in_the_house(
    reading: Reading, noun: Noun, country: str | None, modifiers: list[tuple[str, tuple[str, ...]]]
) -> bool:
    """Whether a "Representative" is one of the American House: as the title of a name, or with a party before it."""
    if noun.agent.noun != "representative" or country not in (None, "USA") or not reading.words[noun.head].istitle():
        return False
    follower = reading.names.get(noun.last)
    return ("modifier", ("PTY",)) in modifiers or (follower is not None and str(follower.type) == "PERSON")


def _is_of_american_party(reading: Reading, first: int, noun: Noun) -> bool:
    """Whether "Republican" or "Democratic" stands before a noun, with a capital."""
    words = (reading.words[at] for at in range(first, noun.first))
    return any(word.istitle() and word.lower() in load_actor_words().american_parties for word in words)


def _body_before(reading: Reading, first: int) -> Noun | None:
    """The noun right before a name that says what its bearer is: "the Nicaraguan daily | La Manana"."""
    return next((n for n in reading.nouns.values() if n.last == first and n.agent.kind == "body"), None)


def _from_abroad(noun: str) -> bool:
    """Whether the noun itself says that its bearers are not of the country at hand: "foreign forces"."""
    return noun.startswith(("foreign ", "international ")) and not noun.startswith(_HOME_OFFICES)


def verb_between(reading: Reading, first: int, last: int) -> bool:
    """Whether a finite verb parts two words, so that the first cannot describe the second."""
    tokens = reading.sentence.tokens
    return any("Mood=" in tokens[i].features for i in range(first, last))


def _place(country: str | None) -> Actor:
    return Actor("", "", country, ())


def _case(reading: Reading, at: int) -> str | None:
    """The preposition of a phrase: by the tree, or the word the phrase begins with."""
    tokens = reading.sentence.tokens
    for child in reading.sentence.children[at]:
        if tokens[child].relation == "case" and tokens[child].pos == "ADP":
            return tokens[child].lemma.lower()
    first = reading.sentence.subtree(at)[0]
    return tokens[first].lemma.lower() if tokens[first].pos == "ADP" else None


def _conjuncts(reading: Reading, at: int) -> list[int]:
    tokens = reading.sentence.tokens
    direct = [child for child in reading.sentence.children[at] if tokens[child].relation == "conj"]
    return [each for child in direct for each in (child, *_conjuncts(reading, child))]


def _bounds(reading: Reading, noun: Noun) -> tuple[int, int]:
    """The first and last word of the core of the phrase: modifiers, head, and the rest of a fixed phrase."""
    sentence = reading.sentence
    belonging: set[int] = set()
    for inner in range(noun.first, noun.last):
        for child in sentence.children[inner]:
            if child < noun.first and sentence.tokens[child].relation.split(":")[0] in _BEFORE:
                belonging.update(sentence.subtree(child))
    first = noun.first
    while first - 1 in belonging and sentence.tokens[first - 1].pos not in ("AUX", "SCONJ"):
        first -= 1
    while first < noun.first and sentence.tokens[first].pos in ("DET", "PUNCT"):
        first += 1
    return first, noun.last


def _modifiers(reading: Reading, noun: Noun, first: int) -> Iterator[tuple[str, tuple[str, ...]]]:
    for i in range(first, noun.first):
        agent = reading.modifiers.get(i)
        if agent is not None and i not in reading.at:
            yield agent.kind, agent.sectors
        elif reading.words[i].lower() in ("ex", "then"):
            yield "former", ()
    if any(reading.words[i].lower().startswith("ex-") for i in range(first, noun.first + 1)):
        yield "former", ()
