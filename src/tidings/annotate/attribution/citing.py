"""Chains: "Reuters reported, citing two officials, that ..." is the officials' word, on Reuters' word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from tidings.annotate.attribution.cue import CITES
from tidings.annotate.attribution.saying import Saying
from tidings.lexicon.cues import Cues
from tidings.record import NameType, Sentence

_SPEAKERS = frozenset({NameType.PERSON, NameType.ORG, NameType.GPE, NameType.NORP})
_HOSTS = frozenset({"say", "report"})


def with_cited(sentence: Sentence, sayings: Iterable[Saying], cues: Cues) -> Iterator[Saying]:
    """The sayings of a sentence; one that cites somebody says what the statement it hangs on says.

    What is cited may be a reason or a document too ("citing the cost"): then the saying stays as it is.
    """
    found = list(sayings)
    for saying in found:
        host = _host(saying, found) if saying.word.word in CITES and saying.part == "verb" else None
        head = _cited(sentence, saying, cues) if host else None
        if host is None or head is None:
            yield saying
        else:
            yield replace(saying, source=saying.contents[0], source_word=head, contents=host.contents)


def _host(saying: Saying, found: list[Saying]) -> Saying | None:
    """The statement that somebody is cited for: the last one before the cue, else the first one after it."""
    if not saying.contents:
        return None
    others = [
        one
        for one in found
        if one.contents and one.word.kind in _HOSTS and one.word.word not in CITES
        if not saying.contents[0].contains(one.cue)
    ]
    before = [one for one in others if one.cue < saying.cue]
    return before[-1] if before else next(iter(others), None)


def _cited(sentence: Sentence, saying: Saying, cues: Cues) -> int | None:
    """The head of what is cited, if it can speak."""
    span = saying.contents[0]
    inside = [index for index, token in enumerate(sentence.tokens) if span.contains(token.span)]
    head = next((index for index in inside if sentence.tokens[index].head not in inside), None)
    if head is None or sentence.tokens[head].pos not in ("NOUN", "PROPN"):
        return None
    named = any(name.type in _SPEAKERS and name.first <= head < name.last for name in sentence.names)
    return head if named or sentence.tokens[head].lemma.lower() in cues.speakers else None
