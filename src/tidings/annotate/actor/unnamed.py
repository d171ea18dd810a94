"""Who an agent noun stands for: by its own phrase, by what was said before, by the sentence or the report."""

from __future__ import annotations

from dataclasses import replace

from tidings.annotate.actor.found import Noun, Reading
from tidings.annotate.actor.phrase import Coding
from tidings.annotate.actor.report import Report
from tidings.lexicon.word_lists import load_actor_words
from tidings.record import Actor, content_id


def actor_of(report: Report, reading: Reading, noun: Noun, coding: Coding) -> tuple[Actor | None, str, float]:
    coding = _of_force(report, reading, noun, coding)
    agent = noun.agent
    master = coding.master
    if agent.noun in load_actor_words().of_candidates and _is_waged(reading, noun, master):
        return None, "", 0.0
    if agent.kind == "country" and coding.foreign and not agent.plural and _is_definite(reading, noun):
        known = report.memory.definite(reading, agent.noun, noun.head)
        return (known.actor, "coreference:definite", 0.55) if known else (None, "", 0.0)
    if coding.country is None and not coding.foreign:
        return _without_country(report, reading, noun, coding)
    if agent.kind == "country":
        if master is not None and master.id.startswith("state:"):
            return master, coding.origin, 0.7
        if not coding.foreign:
            return None, "", 0.0
    if master is not None and master.id.startswith("person:") and agent.kind == "body" and coding.sectors == ("GOV",):
        state = f"state:{master.country}"
        if agent.inherits and state in report.registry:
            return report.registry.names(state), coding.origin, 0.85
    whole = agent.inherits and (agent.kind == "body" or agent.plural)
    if (
        master is not None
        and master.id
        and whole
        and (master.country, master.sectors) == (coding.country, coding.sectors)
    ):
        return master, coding.origin, 0.9
    name = " ".join(filter(None, (report.country_name(coding.country), agent.noun)))
    if master is not None and master.id.startswith("org:"):
        name = f"{master.name} {agent.noun}"
    id = content_id("actor", (coding.country, coding.sectors, name))
    return Actor(id, name, coding.country, coding.sectors), coding.origin, 0.85


def _of_force(report: Report, reading: Reading, noun: Noun, coding: Coding) -> Coding:
    """An officer of whom no more is said serves in the force last spoken of: police where the report names none."""
    if noun.agent.noun != "officer" or coding.sectors != ("COP",):
        return coding
    force = report.memory.force(reading, noun.head)
    return replace(coding, sectors=force.actor.sectors) if force is not None else coding


def _without_country(report: Report, reading: Reading, noun: Noun, coding: Coding) -> tuple[Actor | None, str, float]:
    """An actor whose phrase names no country: one spoken of before, or one of the sentence or the report."""
    agent = noun.agent
    definite = _is_definite(reading, noun)
    if definite and not agent.country:
        known = None if agent.plural else report.memory.definite(reading, agent.noun, noun.head)
        if known is None and agent.kind != "country":
            known = report.memory.same_noun(agent.noun, coding.sectors, agent.plural)
        if known is not None:
            return known.actor, "coreference:definite", 0.65
    lone = agent.needs_master and coding.master is None and coding.sectors == agent.sectors
    if agent.kind == "country" or not coding.sectors or lone or _is_bare(reading, noun):
        return None, "", 0.0
    if coding.sectors in (("GOV",), ("MIL",)) and (definite or agent.plural):
        ruler = report.memory.government(reading, noun.head, 2 if definite and "GOV" in coding.sectors else 0)
        if ruler is not None:
            name = f"{report.country_name(ruler.actor.country)} {agent.noun}"
            id = content_id("actor", (ruler.actor.country, coding.sectors, name))
            same = agent.inherits and ruler.actor.id.startswith("state:")
            actor = ruler.actor if same else Actor(id, name, ruler.actor.country, coding.sectors)
            return actor, f"{coding.origin} coreference:government", 0.55
    likely = None if agent.country else _likely(report, reading, noun)
    country = agent.country or (likely[0] if likely else None)
    name = " ".join(filter(None, (report.country_name(country), agent.noun)))
    actor = Actor(content_id("actor", (country, coding.sectors, name)), name, country, coding.sectors)
    if likely is None:
        return actor, coding.origin, 0.6
    return actor, f"{coding.origin} {likely[1]}", likely[2]


def _likely(report: Report, reading: Reading, noun: Noun) -> tuple[str, str, float] | None:
    """The country of an unmarked actor; of officials each country has one of, several come from several."""
    if not (noun.agent.plural and noun.agent.noun.endswith(tuple(load_actor_words().one_each))):
        return report.context.likely(reading.index)
    tokens = reading.sentence.tokens
    for i, country in reading.places.items():
        if country and any(tokens[c].lemma == "in" for c in reading.sentence.children[i]):
            return country, "place", 0.4
    return None


def is_both(reading: Reading, noun: Noun) -> bool:
    """Whether the phrase is "both countries", "the two sides", "leaders of the two countries"."""
    if _is_pair(reading, noun):
        return True
    below = (reading.nouns.get(c) for c in reading.sentence.children[noun.head] if c > noun.head)
    return noun.agent.sectors == ("GOV",) and any(
        n is not None and n.agent.kind == "country" and n.agent.plural and _is_pair(reading, n) for n in below
    )


def _is_pair(reading: Reading, noun: Noun) -> bool:
    if noun.agent.noun not in load_actor_words().partners:
        return False
    before = {reading.words[c].lower() for c in reading.sentence.children[noun.head] if c < noun.head}
    return "both" in before or {"the", "two"} <= before


def _is_bare(reading: Reading, noun: Noun) -> bool:
    """Whether a singular noun stands without any companion, as in "by force" or "in office"."""
    sentence = reading.sentence
    if noun.agent.plural or reading.zone == "headline" or noun.agent.noun in load_actor_words().bare:
        return False
    prefixed = "-" in reading.words[noun.first]
    if sentence.tokens[noun.head].pos == "PROPN" or noun.last - noun.first > 1 or prefixed:
        return False
    kinds = {sentence.tokens[c].relation.split(":")[0] for c in sentence.children[noun.head]}
    return not kinds & {"det", "amod", "compound", "nmod", "nummod", "acl"}


def _is_waged(reading: Reading, noun: Noun, master: Actor | None) -> bool:
    """Whether a campaign is something done: a state's, a bombing campaign, one "against" or "to defeat" somebody."""
    tokens, children = reading.sentence.tokens, reading.sentence.children
    if master is not None and master.id.startswith("state:"):
        return True
    if any(tokens[child].lemma.lower() in load_actor_words().waged for child in children[noun.head]):
        return True
    after = [child for child in children[noun.head] if child > noun.head]
    if any(tokens[child].relation == "acl" and "VerbForm=Inf" in tokens[child].features for child in after):
        return True
    return any(tokens[case].lemma in ("against", "of") for child in after for case in children[child])


def _is_definite(reading: Reading, noun: Noun) -> bool:
    sentence = reading.sentence
    first = sentence.children[noun.head]
    words = {reading.words[c].lower() for c in first if sentence.tokens[c].relation == "det"}
    bare = not words and (noun.agent.noun == "police" or reading.zone == "headline")
    return bool(words & {"the", "this", "that", "these", "those", "both"}) or bare
