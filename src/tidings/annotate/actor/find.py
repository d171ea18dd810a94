"""The stage: who is named in a report, who they were that day, and every mention of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from tidings.annotate.actor.found import Found, Noun, Reading, of_agents, span_of
from tidings.annotate.actor.memory import reaches_back
from tidings.annotate.actor.naming import name_all, named
from tidings.annotate.actor.phrase import Coding, verb_between
from tidings.annotate.actor.pronouns import antecedents, is_pronoun, is_relative
from tidings.annotate.actor.report import Report, found_at, role_of
from tidings.annotate.actor.states import states
from tidings.annotate.actor.unnamed import actor_of, is_both
from tidings.lexicon import Lexicon
from tidings.lexicon.word_lists import load_nouns
from tidings.record import Actor, ActorMention, Analysis, Sentence, content_id


def find_actors(analysis: Analysis, lexicon: Lexicon) -> Analysis:
    """The analysis with every actor mentioned and every mention of one, in text order.

    Names come from the registry as it stood on the day of publication; people and bodies it does not know are coded
    by their titles and head nouns. What the words do not say is taken from the sentence or the report, and the
    evidence says so.

    >>> from tidings.record import Document
    >>> find_actors(Analysis(Document.of("", ())), Lexicon()).actors
    ()
    """
    report = Report(analysis, lexicon)
    name_all(report)
    for reading in report.readings:
        _read(report, reading)
    found = sorted(report.memory.history, key=lambda f: (f.sentence, f.first, f.last))
    mentions: dict[tuple[int, int, str], ActorMention] = {}
    actors: dict[str, Actor] = {}
    for each in found:
        sentence = analysis.sentences[each.sentence]
        span = span_of(sentence, _with_article(sentence, each), each.last)
        head, actor = sentence.tokens[each.head].span, each.actor
        mention = ActorMention.of(analysis.document.id, span, head, actor.id, each.origin, each.score)
        actors.setdefault(actor.id, actor)
        mentions.setdefault((span.start, span.end, actor.id), mention)
    return replace(analysis, actors=tuple(actors.values()), actor_mentions=tuple(mentions.values()))


def _with_article(sentence: Sentence, found: Found) -> int:
    """The first word of a mention, its article included: "the | foreign ministry"."""
    before = found.first - 1
    return before if before >= 0 and sentence.tokens[before].pos == "DET" and found.head != before else found.first


def _read(report: Report, reading: Reading) -> None:
    """Find every mention of a sentence: names, nouns, states, then pronouns and what they own."""
    taken: set[int] = set()
    _remember(report, named(report, reading, taken))
    later: list[tuple[Noun, Coding]] = []
    owned: list[Noun] = []
    for noun in sorted(reading.nouns.values(), key=lambda n: n.head):
        if noun.head in taken or _is_modifier(reading, noun):
            continue
        if _counts(noun.agent.noun) and of_agents(reading, noun):
            continue
        if _has_pronoun(reading, noun):
            owned.append(noun)
            continue
        coding = report.phrases.code(reading, noun)
        if coding.country is None or reaches_back(noun.agent.noun):
            later.append((noun, coding))
        else:
            _remember(report, _noun(report, reading, noun, coding, taken))
    for found in states(report, reading, taken):
        _remember(report, (found, *(_quantity(reading, found) if found.kind == "group" else ())))
    for noun, coding in later:
        _remember(report, _noun(report, reading, noun, coding, taken))
    for at in range(len(reading.words)):
        if is_pronoun(reading, at) or is_relative(reading, at):
            _remember(report, _pronoun(report, reading, at))
    for noun in owned:
        _remember(report, _noun(report, reading, noun, report.phrases.code(reading, noun), taken))


def _remember(report: Report, mentions: Iterable[Found]) -> None:
    for found in mentions:
        report.memory.add(found)


def _is_modifier(reading: Reading, noun: Noun) -> bool:
    """Whether the noun only describes another actor: "police | spokesman", "ministry | officials"."""
    token = reading.sentence.tokens[noun.head]
    follower = reading.at.get(noun.last)
    if noun.agent.kind == "body" and follower is not None and follower.form.kind == "organisation":
        return True
    if verb_between(reading, noun.head, token.head):
        return False
    if token.relation.split(":")[0] in ("compound", "amod", "flat") and token.head >= 0:
        return token.head in reading.nouns or token.head in reading.at or token.pos == "ADJ"
    return token.pos == "ADJ" and token.relation not in ("nsubj", "obj", "nsubj:pass", "conj", "obl", "nmod")


def _has_pronoun(reading: Reading, noun: Noun) -> bool:
    sentence = reading.sentence
    return any(
        sentence.tokens[c].relation == "nmod:poss" and is_pronoun(reading, c)
        for i in range(noun.first, noun.last)
        for c in sentence.children[i]
    )


def _noun(report: Report, reading: Reading, noun: Noun, coding: Coding, taken: set[int]) -> Iterator[Found]:
    if noun.agent.plural and is_both(reading, noun):
        for partner in report.memory.pair(reading, noun.head, report.readings):
            found = found_at(reading, coding.first, noun.last, noun.head, partner.actor, "coreference:both", 0.55)
            yield replace(found, kind="state", plural=True)
        return
    actor, origin, score = actor_of(report, reading, noun, coding)
    if actor is None:
        return
    taken.update(range(coding.first, noun.last))
    plural = noun.agent.plural
    kind = "person" if noun.agent.kind == "person" else "state" if noun.agent.kind == "country" else "group"
    if plural and kind == "person":
        kind = "group"
    found = found_at(reading, coding.first, coding.last, noun.head, actor, origin, score)
    found = replace(found, kind=kind, plural=plural or found.plural, gender=noun.agent.gender, noun=noun.agent.noun)
    for other, first in coding.others:
        sectors = coding.sectors
        id = content_id("actor", (other.country, sectors, noun.agent.noun))
        extra = Actor(id, f"{other.name} {noun.agent.noun}", other.country, sectors)
        yield replace(found, first=first, actor=other if sectors == other.sectors else extra)
    yield found
    yield from _quantity(reading, found)


def _quantity(reading: Reading, found: Found) -> Iterator[Found]:
    """The word of quantity is the head in "hundreds of protesters", so it too is a mention."""
    tokens = reading.sentence.tokens
    at = found.first - 1
    while at > 1 and tokens[at].pos == "DET":
        at -= 1
    if at < 1 or tokens[at].lemma != "of":
        return
    head = tokens[at - 1]
    if _counts(head.lemma.lower()) or head.pos == "NUM":
        yield replace(found, first=at - 1, head=at - 1, role=role_of(reading, at - 1))


def _pronoun(report: Report, reading: Reading, at: int) -> Iterator[Found]:
    for antecedent in antecedents(reading, at, report.memory.history, report.readings):
        rule = "relative" if is_relative(reading, at) else "pronoun"
        found = found_at(reading, at, at + 1, at, antecedent.actor, f"coreference:{rule}", 0.6)
        role = "other" if rule == "relative" else found.role
        yield replace(found, kind=antecedent.kind, plural=antecedent.plural, gender=antecedent.gender, role=role)


def _counts(word: str) -> bool:
    """Whether a word only counts those it stands before: "dozens of soldiers"."""
    return word in load_nouns().counts or word in load_nouns().crowds
