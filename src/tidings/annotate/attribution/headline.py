"""Headlines that name their source before or after a colon: "Poll: ...", "...: minister"."""

from __future__ import annotations

from collections.abc import Iterator

from tidings.annotate.attribution.phrase import content_spans, trimmed
from tidings.annotate.attribution.saying import Saying
from tidings.lexicon.cues import Cues, CueWord
from tidings.record import Analysis, NameType, Sentence, Span, ZoneKind

_COLON = CueWord(":", "say", "said")
_PLAIN = frozenset({"NOUN", "PROPN", "ADJ", "DET", "ADP", "PUNCT", "NUM", "PART"})
_SOURCES = frozenset({NameType.PERSON, NameType.ORG, NameType.GPE, NameType.NORP})
_LONGEST_SOURCE, _SHORTEST_CONTENT = 6, 3


def find_headline_sayings(analysis: Analysis, cues: Cues) -> Iterator[Saying]:
    """The statement of each headline with a short name, or a source such as "police", on one side of a colon.

    The first paragraph counts as one: a headline that ends in a full stop is not always told from the text.
    """
    text = analysis.document.text
    zones = analysis.document.zones
    headlines = [zone.span for zone in zones if zone.kind is ZoneKind.HEADLINE or zone is zones[0]]
    for number, sentence in enumerate(analysis.sentences):
        if not any(span.contains(sentence.span) for span in headlines):
            continue
        for index, token in enumerate(sentence.tokens):
            if token.span.slice(text) == ":":
                last = len(sentence.tokens)
                for side, other in (((0, index), (index + 1, last)), ((index + 1, last), (0, index))):
                    if saying := _saying(number, sentence, token.span, range(*side), range(*other), cues, text):
                        yield saying
                        break


def _saying(
    number: int, sentence: Sentence, colon: Span, side: range, other: range, cues: Cues, text: str
) -> Saying | None:
    if not 1 <= len(side) <= _LONGEST_SOURCE or len(other) < _SHORTEST_CONTENT:
        return None
    if not all(sentence.tokens[index].pos in _PLAIN for index in side) or not _is_source(sentence, side, cues, text):
        return None
    source = trimmed(sentence, (side[0], side[-1]), text)
    told = side[0] > other[0] or any(sentence.tokens[index].pos in ("VERB", "AUX") for index in other)
    if source is None or not told:  # "Ukraine: the war in pictures" is nobody's word, "... in pictures: Ukraine" is
        return None
    head = next((index for index in side if sentence.tokens[index].head not in side), side[0])
    contents = tuple(content_spans(sentence, other, text))
    return Saying(number, _COLON, "phrase", colon, source, head, contents, None, None)


def _is_source(sentence: Sentence, side: range, cues: Cues, text: str) -> bool:
    named = any(name.type in _SOURCES and name.first in side for name in sentence.names)
    return named or any(sentence.tokens[index].span.slice(text).lower() in cues.speakers for index in side)
