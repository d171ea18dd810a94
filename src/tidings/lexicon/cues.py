"""Words that tie a statement to its source: "said", "according to", "denial"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from tidings.errors import DataError

FILE = "languages/en/cues.yaml"

_NOT = re.compile(r"\b(?:not|never|neither|nor)\b|n[’']t\b", re.IGNORECASE)
_VOWELS = "aeiou"
FRAMES = frozenset({"clause", "quote", "to", "gerund", "thing", "small", "nobody"})


@dataclass(frozen=True, slots=True)
class CueWord:
    """One cue: its `kind` (say, ask, intend, think, judge, show, report), and what the source does to the content.

    `takes` names the frames of the verb, `prepositions` those before the content, `calls` those before whoever is
    called upon; `blames` says that the object belongs to the content ("accused them of lying"), `speaks_to` that it
    is the listener ("told them"), `names` that all after the verb is one name for it ("called them heroes"),
    `loose` that the verb often says nothing ("held office") and only the tree can tell.
    """

    word: str
    kind: str
    strength: str
    takes: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset()
    calls: frozenset[str] = frozenset()
    blames: bool = False
    speaks_to: bool = False
    names: bool = False
    loose: bool = False


@dataclass(frozen=True, slots=True)
class Cues:
    """The cues of one language; `media` and `channels` name where a thing was said.
    `speakers` are nouns that stand for a source in a headline, `lending` verbs whose subject says the noun they take,
    `causing` verbs whose object does what the infinitive after them says, `naming` verbs of naming somebody and
    `namelessness` nouns for being named by nobody,
    `wordings` nouns for what somebody puts into words beside `media`, `means` what
    carries words but says none, `norms` what one acts
    according to,
    `asides` verbs beside a cue that say where or to whom, `dates` the names of days and months.

    Verbs and nouns are listed by every form they take, so that a wrong lemma loses none.
    """

    verbs: Mapping[str, CueWord]
    nouns: Mapping[str, CueWord]
    adjectives: Mapping[str, CueWord]
    phrases: frozenset[str]
    adverbs: frozenset[str]
    media: frozenset[str]
    channels: frozenset[str]
    speakers: frozenset[str]
    lending: frozenset[str]
    causing: frozenset[str]
    naming: frozenset[str]
    namelessness: frozenset[str]
    wordings: frozenset[str]
    means: frozenset[str]
    norms: frozenset[str]
    asides: frozenset[str]
    dates: frozenset[str]
    written_by: Mapping[str, str] = field(default_factory=dict)
    strengths: tuple[str, ...] = ()
    negated: Mapping[str, str] = field(default_factory=dict)

    def strength(self, word: str, said: str = "") -> str:
        """How a source stands to what it says: a word of `strengths`, by the cue's entry and the words of the report.

        >>> load_cues().strength("confirm", "confirmed"), load_cues().strength("confirm", "would not confirm")
        ('confirmed', 'doubted')
        """
        entry = self.verbs.get(word) or self.nouns.get(word) or self.adjectives.get(word)
        found = entry.strength if entry else "alleged" if word in self.adverbs else "said"
        return self.negated.get(found, found) if _NOT.search(said) else found


@cache
def load_cues() -> Cues:
    """The cues of English. Raises `DataError` where the file breaks its shape.

    >>> load_cues().verbs["deny"].strength, "clause" in load_cues().verbs["say"].takes
    ('denied', True)
    """
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    values = yaml.load((files("tidings") / "data" / FILE).read_text("utf-8"), loader)
    try:
        return _cues(values)
    except (KeyError, TypeError, AttributeError) as error:
        raise DataError(f"{FILE}: a field is missing or has the wrong shape ({error})") from error


def _cues(values: Mapping[str, Any]) -> Cues:
    strengths = tuple(values["strengths"])
    after: dict[str, set[str]] = {}
    for preposition, verbs in values["prepositions"].items():
        for verb in verbs:
            after.setdefault(verb, set()).add(preposition)
    return Cues(
        verbs=_by_form(
            _verbs(values["verbs"], strengths, after, values["calls"], values["objects"], values["loose"]),
            _verb_forms,
            values["irregular"],
        ),
        nouns=_by_form(_plain(values["nouns"], strengths), _noun_forms, {}),
        adjectives=_plain(values["adjectives"], strengths),
        phrases=frozenset(values["phrases"]),
        adverbs=frozenset(values["adverbs"]),
        media=frozenset(values["media"]),
        channels=frozenset(values["channels"]),
        speakers=frozenset(values["speakers"]),
        lending=frozenset(values["lending"]),
        causing=frozenset(values["causing"]),
        naming=frozenset(values["naming"]),
        namelessness=frozenset(values["namelessness"]),
        wordings=frozenset(values["wordings"]),
        means=frozenset(values["means"]),
        norms=frozenset(values["norms"]),
        asides=frozenset(values["asides"]),
        dates=frozenset(values["dates"]),
        written_by=dict(values["written_by"]),
        strengths=strengths,
        negated=_on_scale(values["negated"], strengths),
    )


def _verbs(
    groups: Iterable[Mapping[str, Any]],
    strengths: Sequence[str],
    after: Mapping[str, set[str]],
    calls: Mapping[str, list[str]],
    objects: Mapping[str, list[str]],
    loose: Iterable[str],
) -> dict[str, CueWord]:
    """A verb in several groups takes all their frames, and the kind and strength of the strongest words about it."""
    takes: dict[str, set[str]] = {}
    first: dict[str, tuple[str, str]] = {}
    for group in groups:
        _check(group["strength"], set(group["takes"]), strengths)
        for word in group["words"]:
            takes.setdefault(word, set()).update(group["takes"])
            if word not in first or group["strength"] in ("denied", "confirmed", "alleged"):
                first[word] = (group["kind"], group["strength"])
    for word in after:
        first.setdefault(word, ("say", "said"))
    return {
        word: CueWord(
            word,
            *first[word],
            takes=frozenset(takes.get(word, ())),
            prepositions=frozenset(after.get(word, ())),
            calls=frozenset(calls.get(word, ())),
            blames=word in objects["blamed"],
            speaks_to=word in objects["spoken_to"],
            names=word in objects["named"],
            loose=word in loose,
        )
        for word in first
    }


def _plain(groups: Iterable[Mapping[str, Any]], strengths: Sequence[str]) -> dict[str, CueWord]:
    found = {}
    for group in groups:
        _check(group["strength"], set(), strengths)
        for word in group["words"]:
            found[word] = CueWord(
                word, group["kind"], group["strength"], frozenset({"clause", "to"}), frozenset(group["prepositions"])
            )
    return found


def _by_form(
    entries: dict[str, CueWord], forms: Callable[[str], Iterable[str]], irregular: Mapping[str, list[str]]
) -> dict[str, CueWord]:
    """Each entry under all its forms; a base form is never taken by a form of another word.

    Of two words ("rule out") the first takes the forms.
    """
    found = {}
    for word, entry in entries.items():
        first, blank, rest = word.partition(" ")
        for form in (*forms(first), *irregular.get(first, ())):
            found[form + blank + rest] = entry
    return found | entries


def _noun_forms(word: str) -> Iterable[str]:
    """The plural.

    >>> _noun_forms("testimony"), _noun_forms("speech")
    (('testimonies',), ('speeches',))
    """
    if word.endswith("y") and word[-2] not in _VOWELS:
        return (word[:-1] + "ies",)
    return (word + ("es" if word.endswith(("s", "x", "ch", "sh")) else "s"),)


def _verb_forms(word: str) -> Iterable[str]:
    """The regular forms, with and without a doubled last letter.

    >>> sorted(_verb_forms("deny")), "echoes" in _verb_forms("echo")
    (['denied', 'denies', 'denying'], True)
    """
    if word.endswith("y") and word[-2] not in _VOWELS:
        past, present = word[:-1] + "ied", word + "ing"
    elif word.endswith("e"):
        past, present = word + "d", (word[:-2] + "ying" if word.endswith("ie") else word[:-1] + "ing")
    else:
        past, present = word + "ed", word + "ing"
    doubled = word + word[-1] if word[-1] in "bdglmnprt" and word[-2] in _VOWELS else None
    third = (word + "es",) if word.endswith("o") else _noun_forms(word)
    return {*third, past, present, *((doubled + "ed", doubled + "ing") if doubled else ())}


def _on_scale(negated: Mapping[str, str], strengths: Sequence[str]) -> dict[str, str]:
    for strength in (*negated, *negated.values()):
        _check(strength, set(), strengths)
    return dict(negated)


def _check(strength: str, takes: set[str], strengths: Sequence[str]) -> None:
    if strength not in strengths:
        raise DataError(f"{FILE}: strength {strength!r} is none of {', '.join(strengths)}")
    if not takes <= FRAMES:
        raise DataError(f"{FILE}: takes {', '.join(sorted(takes - FRAMES))} is none of {', '.join(sorted(FRAMES))}")
