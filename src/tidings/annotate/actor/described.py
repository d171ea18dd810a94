"""What the words after a person's name say of the person: "Joan Arden of the Reform Party", "Tosk is a lawyer"."""

from __future__ import annotations

from tidings.annotate.actor.found import Match, Noun, Reading
from tidings.annotate.actor.phrase import PhraseReader
from tidings.record import Name

#: Country, sectors, and what they were read from.
Description = tuple[str | None, tuple[str, ...], str]

_OF = frozenset({"of", "from", "with", "at", "for"})
_PRESENT = frozenset({"is", "'s", "’s"})
NOTHING: Description = (None, (), "")


def described(reading: Reading, head: int, name: Name, phrases: PhraseReader) -> Description:
    """Country and sectors of someone without a title: by what follows the name, or by "is a ..."."""
    said = [
        _in_brackets(reading, name, phrases),
        *(_after(reading, child, phrases) for child in _complements(reading, head, name)),
        _called(reading, head, phrases),
        _of_nation(reading, head, phrases),
    ]
    country = next((country for country, _, _ in said if country), None)
    sectors = next((sectors for _, sectors, _ in said if sectors), ())
    return country, sectors, next((origin for *_, origin in said if origin), "")


def _complements(reading: Reading, head: int, name: Name) -> list[int]:
    """The words that a preposition right after the name brings: "of | Ireland"."""
    sentence = reading.sentence
    if name.last >= len(reading.words) or reading.words[name.last].lower() not in _OF:
        return []
    return [
        child
        for child in sentence.children[head]
        if child > name.last and any(c == name.last for c in sentence.children[child])
    ]


def _after(reading: Reading, at: int, phrases: PhraseReader) -> Description:
    match, noun = reading.at.get(at), reading.nouns.get(at)
    if match is not None:
        actor = phrases.resolve(match, adjective=False)
        body = match.form.kind == "organisation"
        return (actor.country, actor.sectors, match.form.origin) if body else (actor.country, (), "")
    if noun is not None and noun.agent.kind == "body":
        coding = phrases.code(reading, noun)
        return coding.country, coding.sectors, coding.origin
    return reading.places.get(at), (), ""


def _in_brackets(reading: Reading, name: Name, phrases: PhraseReader) -> Description:
    """What brackets right after a name hold: "(Labour)", "[local MLA]"."""
    words, first = reading.words, name.last + 1
    if first >= len(words) or words[name.last] not in ("(", "["):
        return NOTHING
    end = next((i for i in range(first, min(first + 8, len(words))) if words[i] in (")", "]")), first)
    heads = [i for i in range(first, end) if i in reading.at or i in reading.nouns]
    match = reading.at.get(heads[-1]) if heads else None
    noun = reading.nouns.get(heads[-1]) if heads else None
    if match is not None and match.form.kind == "organisation":
        return _after(reading, heads[-1], phrases)
    return _coded(reading, noun, phrases) if noun is not None else NOTHING


def _called(reading: Reading, head: int, phrases: PhraseReader) -> Description:
    """The noun that is said of a subject: "Tosk is an opposition | politician"."""
    tokens = reading.sentence.tokens
    above = tokens[head].head
    noun = reading.nouns.get(above)
    if tokens[head].relation != "nsubj" or noun is None or noun.agent.plural:
        return NOTHING
    cop = [reading.words[c].lower() for c in reading.sentence.children[above] if tokens[c].relation == "cop"]
    return _coded(reading, noun, phrases) if set(cop) & _PRESENT else NOTHING


def _of_nation(reading: Reading, head: int, phrases: PhraseReader) -> Description:
    """The state that a demonym beside the name tells: "an Australian, | Joan Arden"."""
    tokens = reading.sentence.tokens
    near = [c for c in reading.sentence.children[head] if tokens[c].relation == "appos"]
    if tokens[head].relation == "appos":
        near.append(tokens[head].head)
    found = [reading.at[at] for at in near if at in reading.at and is_demonym(reading, reading.at[at])]
    return (phrases.resolve(found[0], adjective=True).country, (), found[0].form.origin) if found else NOTHING


def is_demonym(reading: Reading, match: Match) -> bool:
    """Whether an adjective stands for one of a people: "an | Australian", "two Australians, one | German"."""
    tokens = reading.sentence.tokens
    if not any(form.kind == "adjective" for form in match.forms) or tokens[match.head].relation.split(":")[0] in (
        "amod",
        "compound",
    ):
        return False
    before = reading.words[match.first - 1].lower() if match.first else ""
    return before in ("a", "an", "another", "one") and "Number=Plur" not in tokens[match.head].features


def _coded(reading: Reading, noun: Noun, phrases: PhraseReader) -> Description:
    if noun.agent.kind != "person":
        return NOTHING
    coding = phrases.code(reading, noun)
    return coding.country, coding.sectors, coding.origin
