"""How a source wants to be spoken of is no statement: "asked not to be named", "on condition of anonymity"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from tidings.annotate.attribution.phrase import children
from tidings.lexicon.cues import Cues
from tidings.record import Sentence

#: The verb or noun opens the content: "| not to be named", "| to speak only on condition of anonymity".
_OPENS_VERB, _OPENS_NOUN = 4, 8


def asks_for_no_name(sentence: Sentence, content: Sequence[int], cues: Cues) -> bool:
    """Whether a content, its words in order, only says that its source is not to be named."""
    tokens = sentence.tokens
    if any(tokens[index].lemma in cues.naming and _to_be(sentence, index) for index in content[:_OPENS_VERB]):
        return True
    opening = list(takewhile(lambda index: "VerbForm=Fin" not in tokens[index].features, content[:_OPENS_NOUN]))
    return any(tokens[index].lemma.lower() in cues.namelessness for index in opening)


def _to_be(sentence: Sentence, verb: int) -> bool:
    """Whether a passive has neither tense nor modal: "not to be named", "to avoid being quoted"."""
    helpers = [sentence.tokens[child] for child in children(sentence, verb, "aux", "aux:pass")]
    return [one.relation for one in helpers] == ["aux:pass"] and "VerbForm=Fin" not in helpers[0].features


def is_namelessness(sentence: Sentence, noun: int, cues: Cues) -> bool:
    """Whether a word is "anonymity", or a condition of it."""
    words = [noun, *children(sentence, noun, "nmod")]
    return any(sentence.tokens[index].lemma.lower() in cues.namelessness for index in words)
