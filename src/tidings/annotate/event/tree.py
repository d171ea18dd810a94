"""One sentence as the event stage sees it: its tree, and what the earlier stages found at each word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from tidings.lexicon.word_lists import load_event_words
from tidings.record import (
    Actor,
    ActorMention,
    Name,
    NameType,
    Opinion,
    Place,
    Sentence,
    Span,
    Timex,
    Token,
    Toponym,
    ZoneKind,
)

#: Parts of speech of words that can stand for a participant.
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ", "X", "SYM"})
#: Relative pronouns, by lemma or by form.
RELATIVE = frozenset({"who", "whom", "which", "that", "whose"})
#: Prepositions of two words that count as each of them.
SPLIT = frozenset({"out of", "away from", "back from", "ahead of", "in to", "on to", "off of"})
#: Parts of speech of what introduces a noun; "such" of "such as" is an adjective, "according" of "according to" a verb.
CASE_POS = frozenset({"ADP", "SCONJ", "PART", "VERB", "ADJ"})
#: Words that open the clause of a verb of asking or accusing: "told them | to leave", "accused them | of lying".
OPENING = frozenset({"to", "of", "from"})
#: Words after which a participle alone is a clause: "when | asked".
CLIPPING = frozenset({"when", "if", "unless", "once", "until", "as", "though", "although", "where"})
#: Relations in which the parser hangs the second of two names on the first.
PARTS = ("flat", "nmod", "appos", "compound")
#: Relations of words that name the same thing as the word above them.
SAME_NAME = ("flat", "appos", "nmod:desc")


@dataclass(frozen=True, slots=True)
class Tree:
    """A sentence, its place in the report, and the mentions that stand at its words (by index of their head word).

    `covered` are the other words of names and titles, with the mention they are part of. `lemmas` and `forms` are
    lower-cased, `relations` without their subtype, `below` the children of each word, `localities` the places that
    words like "the city" stand for, `beside` the further actors of a word that names several, `opinion` what the judge
    says, `play` whether the sentence speaks of sport, the arts or business.
    """

    sentence: Sentence
    number: int
    zone: ZoneKind
    tokens: tuple[Token, ...]
    lemmas: tuple[str, ...]
    forms: tuple[str, ...]
    relations: tuple[str, ...]
    below: tuple[tuple[int, ...], ...]
    actors: Mapping[int, ActorMention]
    places: Mapping[int, Toponym]
    times: Mapping[int, Timex]
    names: Mapping[int, Name]
    covered: Mapping[int, ActorMention]
    known: Mapping[str, Actor]
    localities: Mapping[int, Place] = field(default_factory=dict)
    beside: Mapping[int, Sequence[ActorMention]] = field(default_factory=dict)
    opinion: Opinion | None = None
    play: bool = False
    # Every trigger of a word asks the same of the tree: what was worked out stays. Not carried over by `replace`.
    voices: dict[int, bool] = field(default_factory=dict, init=False, repr=False, compare=False)
    taken: dict[int, list[int]] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def headline(self) -> bool:
        """Whether the sentence is written in the style of headlines (present for past, "to" for future)."""
        return self.zone in (ZoneKind.HEADLINE, ZoneKind.CROSSHEAD)

    @property
    def clipped(self) -> bool:
        """Whether the sentence leaves out auxiliaries, as headlines, captions and lines without a full stop do."""
        return self.headline or self.zone is ZoneKind.CAPTION or self.tokens[-1].pos != "PUNCT"

    def children(self, index: int, *relations: str) -> list[int]:
        """The children of a word that stand in one of the given relations (subtypes left out)."""
        below = self.below[index]
        return [child for child in below if self.relations[child] in relations] if below else []

    def child(self, index: int, *relations: str) -> int | None:
        """The first child of a word in one of the given relations."""
        return next((child for child in self.below[index] if self.relations[child] in relations), None)

    def head(self, index: int) -> int | None:
        """The word above, or None at the root."""
        above = self.tokens[index].head
        return above if above >= 0 else None

    def has(self, index: int, feature: str) -> bool:
        """Whether a word has a morphological feature, as in "VerbForm=Inf"."""
        return feature in self.tokens[index].features

    def cases(self, index: int) -> tuple[str, ...]:
        """The prepositions that introduce a word: each alone, and whole where they are fixed ("because of")."""
        found = []
        for child in self.below[index]:
            if self.relations[child] in ("case", "mark") and self.tokens[child].pos in CASE_POS:
                fixed = self.children(child, "fixed")
                found.append(" ".join(self.lemmas[part] for part in (child, *fixed)))
        return tuple(found)

    def after(self, index: int, preposition: str) -> bool:
        """Whether a preposition introduces a word, also as part of "out of", "away from" and the like."""
        return any(case == preposition or (case in SPLIT and preposition in case.split()) for case in self.cases(index))

    def conjuncts(self, index: int) -> list[int]:
        """A word and the nominal words coordinated with it; also an actor after "and" that was read as part of it."""
        found = [index]
        for other in self.below[index]:
            relation = self.relations[other]
            if (relation == "conj" and self.tokens[other].pos in NOMINAL) or (
                relation in PARTS and self._follows_and(index, other)
            ):
                found += self.conjuncts(other)
        return found

    def _follows_and(self, index: int, other: int) -> bool:
        if other not in self.actors or self.cases(other):
            return False
        return any(self.tokens[word].pos == "CCONJ" for word in range(index, other))

    def before_to(self, clause: int, *relations: str) -> list[int]:
        """What hangs at a clause but stands before its "to" or "of", and so belongs to the verb that governs it."""
        mark = next((child for child in self.children(clause, "mark") if self.lemmas[child] in OPENING), None)
        above = self.head(clause)
        if mark is None or above is None:
            return []
        return [child for child in self.children(clause, *relations) if above < child < mark]

    def is_date(self, index: int) -> bool:
        """Whether a word stands for a time, and so for nobody."""
        name = self.names.get(index)
        return index in self.times or (name is not None and name.type is NameType.DATE)

    def is_verb(self, index: int) -> bool:
        """Whether a word heads a clause as a verb."""
        return self.tokens[index].pos in ("VERB", "AUX")

    def has_auxiliary(self, index: int, *forms: str) -> bool:
        """Whether a verb has an auxiliary in one of these forms: "had", "would"."""
        return any(self.forms[child] in forms for child in self.children(index, "aux"))

    def passive(self, index: int) -> bool:
        """Whether a verb is in the passive, or is a past participle that modifies what it was done to."""
        if index not in self.voices:
            self.voices[index] = self._passive(index)
        return self.voices[index]

    def _passive(self, index: int) -> bool:
        marks = {self.tokens[child].relation for child in self.below[index]}
        if "aux:pass" in marks:
            return True
        if marks & {"nsubj:pass", "csubj:pass"}:
            return self.clipped or self.relations[index] not in ("root", "conj", "ccomp", "parataxis")
        if self.child(index, "obj") is not None or any(
            self.lemmas[child] == "have" for child in self.children(index, "aux")
        ):
            return False
        token = self.tokens[index]
        if "VerbForm=Part" not in token.features or "Tense=Past" not in token.features:
            return "Tense=Past" in token.features and (self._is_clipped(index) or self._is_headed(index))
        if "Voice=Pass" in token.features:
            return True
        return self._is_bare(index) and self.relations[index] in ("acl", "amod", "advcl", "root")

    def _is_bare(self, index: int) -> bool:
        return not any(self.relations[child] in ("aux", "nsubj", "obj") for child in self.below[index])

    def _is_clipped(self, index: int) -> bool:
        """Whether a verb in the past without a subject stands after "when" or "if": "when asked", "if attacked"."""
        marks = {self.forms[child] for child in self.children(index, "mark", "advmod")}
        return self.relations[index] == "advcl" and not CLIPPING.isdisjoint(marks) and self._is_bare(index)

    def _is_headed(self, index: int) -> bool:
        """Whether a headline says in the past that somebody suffers: "officer | shot in station"; doers stand in the
        present there.
        """
        alone = self.child(index, "obj", "iobj", "xcomp", "ccomp", "aux") is None
        return self.headline and alone and self.lemmas[index] in load_event_words().suffered

    def antecedent(self, index: int) -> int:
        """What a relative pronoun stands for; any other word stands for itself.

        The antecedent is the word that the pronoun's relative clause modifies.
        """
        if self.tokens[index].pos not in ("PRON", "DET", "SCONJ") or self.lemmas[index] not in RELATIVE:
            return index
        above = self.head(index)
        while above is not None:
            if self.tokens[above].relation == "acl:relcl":
                found = self.head(above)
                return index if found is None else self._whom(index, found)
            above = self.head(above)
        return index

    def _whom(self, pronoun: int, noun: int) -> int:
        """ "Who" is a person: in "the campaign of X, who was arrested" it is X."""
        if self.lemmas[pronoun] not in ("who", "whom") or self._is_person(noun):
            return noun
        return next((child for child in self.children(noun, "nmod") if self._is_person(child)), noun)

    def _is_person(self, index: int) -> bool:
        name = self.names.get(index)
        return name is not None and name.type is NameType.PERSON

    def span(self, indices: Iterable[int]) -> Span:
        """The stretch of text from the first to the last of some words."""
        spans = [self.tokens[index].span for index in indices]
        return Span(min(span.start for span in spans), max(span.end for span in spans))

    def phrase(self, index: int) -> Span:
        """The words of a noun phrase without its clauses, appositions, coordinated phrases and leading preposition."""
        kept, frontier = [index], [index]
        cut = ("acl", "appos", "conj", "cc", "punct", "parataxis", "cop", "nsubj", "advcl")
        while frontier:
            for child in self.below[frontier.pop()]:
                outer = self.tokens[child].head == index
                if self.relations[child] in cut:
                    continue
                if outer and self.relations[child] in ("case", "mark", "aux", "advmod"):
                    continue
                kept.append(child)
                frontier.append(child)
        return self.span(kept)
