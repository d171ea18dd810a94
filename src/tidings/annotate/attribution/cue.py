"""Where the cues stand in a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tidings.annotate.attribution.phrase import children, follows_quotation
from tidings.lexicon.cues import Cues, CueWord
from tidings.record import Sentence, Span, Token

#: Uses of a verb form that say nothing: "the alleged plot", "according to".
_IDLE = frozenset({"amod", "compound", "case", "fixed", "mark", "det", "discourse"})
#: Verbs whose object may be the one who speaks.
CITES = frozenset({"cite", "quote"})
_CITING = frozenset({"citing", "quoting"})
_AUXILIARY = frozenset({"aux", "aux:pass", "advmod", "cop"})


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue word in its sentence: `part` is verb, noun, adjective, phrase or adverb.

    `told` is the main word of its content where only the judge takes it for a cue; None for the cues of the rules.
    """

    index: int
    part: str
    word: CueWord
    span: Span
    told: int | None = None


def find_cues(sentence: Sentence, cues: Cues, text: str) -> Iterator[Cue]:
    """Every word of the sentence that may tie a statement to a source, in text order."""
    for index, token in enumerate(sentence.tokens):
        form = token.span.slice(text).lower()
        if form == "according" and _is_to(sentence, index + 1, text):
            if not _is_norm(sentence, index, cues):
                yield Cue(index, "phrase", _SAYS, Span(token.span.start, sentence.tokens[index + 1].span.end))
        elif token.pos == "VERB":
            if not _is_idle(sentence, index, form) and (cue := _verb(sentence, index, form, cues, text)):
                yield cue
        elif token.pos == "NOUN":
            if entry := cues.nouns.get(form):
                yield Cue(index, "noun", entry, token.span)
        elif token.pos == "ADJ":
            if entry := cues.adjectives.get(form):
                yield Cue(index, "adjective", entry, verb_span(sentence, index))
        elif token.pos == "ADV":
            if form in cues.adverbs:
                yield Cue(index, "adverb", _REPORTS, token.span)
        elif form in cues.phrases and token.relation == "case" and _is_name(sentence, token.head, cues):
            yield Cue(index, "phrase", _SAYS, token.span)


def _verb(sentence: Sentence, index: int, form: str, cues: Cues, text: str) -> Cue | None:
    """The verb, with the particle or object that makes it one: "ruled out", "put it"."""
    span = verb_span(sentence, index)
    if index + 1 < len(sentence.tokens):
        follows = sentence.tokens[index + 1].span
        if entry := cues.verbs.get(f"{form} {follows.slice(text).lower()}"):
            return Cue(index, "verb", entry, Span(span.start, max(span.end, follows.end)))
    entry = cues.verbs.get(form)
    return Cue(index, "verb", entry, span) if entry else None


def _is_idle(sentence: Sentence, index: int, form: str) -> bool:
    """Uses of a verb that say nothing; a bare participle ("the plan announced on Monday") only tells of its noun."""
    relation = sentence.tokens[index].relation
    if form in _CITING or follows_quotation(sentence, index):
        return False  # parsers take them for a preposition, or for an adjective: "“...,” quipped editor Ann Example"
    reduced = relation == "acl" and not form.endswith("ing") and not children(sentence, index, "mark")
    return reduced or relation in _IDLE


def _is_to(sentence: Sentence, index: int, text: str) -> bool:
    return index < len(sentence.tokens) and sentence.tokens[index].span.slice(text).lower() == "to"


def _is_norm(sentence: Sentence, index: int, cues: Cues) -> bool:
    """Whether "according to" says how, not who: "ruled according to the law"; after a comma it names a source."""
    head = sentence.tokens[index].head
    inside = index > 0 and sentence.tokens[index - 1].pos != "PUNCT"
    return inside and head > index and sentence.tokens[head].lemma.lower() in cues.norms


def _is_name(sentence: Sentence, index: int, cues: Cues) -> bool:
    """Whether "per" can name a source here: "per the ministry's readout", not "per day"."""
    token = sentence.tokens[index]
    return token.pos == "PROPN" or token.lemma.lower() in cues.media


_SAYS = CueWord("according to", "say", "said")
_REPORTS = CueWord("reportedly", "say", "alleged")


def _goes_before(token: Token) -> bool:
    """Auxiliaries and adverbs, "not" among them, and the "nor" of "neither confirmed nor denied"."""
    return token.relation in _AUXILIARY or token.lemma in ("nor", "neither")


def verb_span(sentence: Sentence, index: int) -> Span:
    """The verb with its auxiliaries and the adverbs among them, and a particle after it: "has also pointed out"."""
    first = last = index
    while first and (before := sentence.tokens[first - 1]).head == index and _goes_before(before):
        first -= 1
    for particle in children(sentence, index, "compound:prt"):
        if particle == last + 1:
            last = particle
    return Span(sentence.tokens[first].span.start, sentence.tokens[last].span.end)
