"""Rules and the learned judge together: which words are cues, who says it, and what the judge finds alone (064)."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from tidings.annotate.attribution.cue import Cue, verb_span
from tidings.annotate.attribution.phrase import children
from tidings.annotate.attribution.unnamed import is_namelessness
from tidings.lexicon.cues import Cues, CueWord
from tidings.record import Opinion, Sentence

ORIGIN = "model:judge"


@dataclass(frozen=True, slots=True)
class Bounds:
    """How sure the judge must be; chosen on the marks of `training/reports/cues.tsv` in the reports of `dev.tsv`.

    `refuses`: less sure than this that a rule's word is a cue, it is none. `proposes`: that a word without a rule is
    one. `alone`: that it is one though nobody is named. `names`: which word a content turns on. `seats`: who speaks,
    where no rule knows; `overrules`: that another speaks than the rule says. `deed`: that a word tells of a deed, which
    is no statement ("attacked the village", "supplied the rebels").
    """

    refuses: float = 0.1
    proposes: float = 0.75
    alone: float = 0.6
    names: float = 0.3
    seats: float = 0.5
    overrules: float = 0.8
    deed: float = 0.5


BOUNDS = Bounds()
_PARTS = {"VERB": "verb", "NOUN": "noun", "ADJ": "adjective"}
_SPEAKERS = frozenset({"NOUN", "PROPN", "PRON", "DET", "NUM"})
_DEEDS = frozenset({"AID", "ASSAULT", "COERCE", "MOBILIZE", "RETREAT", "SANCTION"})
_CLAUSAL = frozenset({"ccomp", "xcomp", "csubj", "csubj:pass", "parataxis"})


def is_refused(cue: Cue, quoted: Collection[int], opinion: Opinion | None) -> bool:
    """Whether the judge is sure that the word of a rule is no cue.

    Where a sentence quotes, its marks speak for the cue; "according to" and "reportedly" are cues wherever they stand.
    """
    if opinion is None or quoted or cue.part not in _PARTS.values():
        return False
    return opinion.cue(cue.index) < BOUNDS.refuses


def proposed(
    sentence: Sentence, taken: Collection[int], quoted: Collection[int], cues: Cues, opinion: Opinion, text: str
) -> Iterator[Cue]:
    """Words that only the judge takes for a cue, each with the main word of its content."""
    names = {index for name in sentence.names for index in range(name.first, name.last)}
    for index, token in enumerate(sentence.tokens):
        if token.pos not in _PARTS or index in taken or index in names or opinion.cue(index) <= BOUNDS.proposes:
            continue
        if _is_deed(opinion, index) or is_namelessness(sentence, index, cues):
            continue
        told = _surest(opinion.told(index)[1], [other for other in range(len(sentence.tokens)) if other != index])
        if told is not None and told[1] > BOUNDS.names:
            quotes = index not in quoted and told[0] in quoted
            word = _word(sentence, index, told[0], quotes, cues, text)
            yield Cue(index, _PARTS[token.pos], word, verb_span(sentence, index), told[0])


def _is_deed(opinion: Opinion, index: int) -> bool:
    return sum(share for kind, share in opinion.act(index).items() if kind in _DEEDS) > BOUNDS.deed


def _word(sentence: Sentence, index: int, told: int, quotes: bool, cues: Cues, text: str) -> CueWord:
    """The entry of a word the rules know in other uses; else one that says what its content shows of it."""
    token = sentence.tokens[index]
    entries = {"VERB": cues.verbs, "NOUN": cues.nouns, "ADJ": cues.adjectives}[token.pos]
    if entry := entries.get(token.span.slice(text).lower()):
        return entry
    says = quotes or sentence.tokens[told].relation in _CLAUSAL
    takes = frozenset({"quote"}) if quotes and token.pos == "VERB" else frozenset[str]()
    listens = says and any(index < child < told for child in children(sentence, index, "obj"))
    return CueWord(token.lemma.lower(), "say" if says else "judge", "said", takes, speaks_to=listens)


def speaker(
    sentence: Sentence, cue: Cue, found: int | None, barred: Collection[int], opinion: Opinion | None
) -> int | None:
    """The head word of the source: the rule's, unless it has none or the judge is sure of one elsewhere.

    `barred` are words that cannot be it: those of the content, and those on the other side of a quote mark.
    """
    if opinion is None or cue.part == "adverb":
        return found
    shares = opinion.told(cue.index)[0]
    free = [
        index
        for index, token in enumerate(sentence.tokens)
        if token.pos in _SPEAKERS and index != cue.index and index not in barred
    ]
    best = _surest(shares, free)
    if best is None or best[1] <= BOUNDS.seats:
        return found
    if found is None or (cue.told is not None and shares[found] < best[1]):
        return best[0]
    apart = best[0] not in sentence.subtree(found) and found not in sentence.subtree(best[0])
    return best[0] if apart and best[1] > BOUNDS.overrules > 1 - shares[found] else found


def counts_alone(cue: Cue, opinion: Opinion | None) -> bool:
    """Whether a word that only the judge takes for a cue is one though nobody is named."""
    return opinion is not None and cue.told is not None and opinion.cue(cue.index) > BOUNDS.alone


def _surest(shares: Collection[float], words: Collection[int]) -> tuple[int, float] | None:
    """The word with the largest share, and that share."""
    shares = list(shares)
    best = max(words, key=shares.__getitem__, default=None)
    return None if best is None else (best, shares[best])
