"""Through which channel, and to whom."""

from __future__ import annotations

from tidings.annotate.attribution.cue import Cue
from tidings.annotate.attribution.phrase import cases, children, word
from tidings.lexicon.cues import Cues
from tidings.record import Sentence

_THROUGH = frozenset({"in", "on", "at", "during", "via", "through", "by", "to", "from"})


def find_medium(sentence: Sentence, cue: Cue, source: int | None, cues: Cues, text: str) -> str | None:
    """Where it was said or written ("statement", "press conference", "Twitter"); None where the report does not say.

    It stands below the cue ("said in a speech"), is the source ("according to a readout") or the noun that the cue's
    clause hangs on ("sent a letter warning that ..."), or lies in the verb ("tweeted").
    """
    if found := _below(sentence, cue.index, cues, text):
        return found
    for aside in children(sentence, cue.index, "advcl"):
        if sentence.tokens[aside].lemma in cues.asides and (found := _below(sentence, aside, cues, text)):
            return found
    spoken_of = [sentence.tokens[cue.index].head] if sentence.tokens[cue.index].relation.startswith("acl") else []
    for noun in spoken_of if source is None else [source, *spoken_of]:
        if found := medium_of(sentence, noun, cues, text):
            return found
    return cues.written_by.get(cue.word.word) or _close_by(sentence, cue, cues, text)


def _below(sentence: Sentence, index: int, cues: Cues, text: str) -> str | None:
    for child in children(sentence, index, "obl", "nmod"):
        if cases(sentence, child) & _THROUGH and (found := medium_of(sentence, child, cues, text)):
            return found
    return None


def _close_by(sentence: Sentence, cue: Cue, cues: Cues, text: str) -> str | None:
    """The first noun after "in", "on" or "at" right behind a verb, wherever the parser hung it."""
    if cue.part != "verb":
        return None
    for index in range(cue.index + 1, min(cue.index + 3, len(sentence.tokens))):
        if sentence.tokens[index].pos == "ADP" and word(sentence, index, text) in _THROUGH:
            for noun in range(index + 1, min(index + 6, len(sentence.tokens))):
                if sentence.tokens[noun].pos in ("NOUN", "PROPN") and (found := medium_of(sentence, noun, cues, text)):
                    return found
            return None
    return None


def medium_of(sentence: Sentence, index: int, cues: Cues, text: str) -> str | None:
    """The noun, with the noun before it where both together name a medium; a name is kept as it is written."""
    token = sentence.tokens[index]
    written = token.span.slice(text)
    if written in cues.channels:
        return written
    for child in children(sentence, index, "compound", "amod"):
        both = f"{sentence.tokens[child].lemma.lower()} {token.lemma.lower()}"
        if both in cues.media:
            return both
    return token.lemma.lower() if token.lemma.lower() in cues.media else None


def find_addressee(sentence: Sentence, cue: Cue, cues: Cues) -> int | None:
    """The head word of whoever it was said to: "told reporters", "said to the council", "called on both sides"."""
    if cue.part != "verb":
        return None
    talks = cue.word.kind in ("say", "ask")
    for child in children(sentence, cue.index, "iobj", "obj"):
        if talks and child > cue.index and _may_listen(sentence, cue, child):
            return child
    for child in children(sentence, cue.index, "obl"):
        marks = cases(sentence, child)
        if child < cue.index:
            continue
        if marks & cue.word.calls or (talks and "to" in marks and "to" not in cue.word.prepositions):
            return child
    if talks and (found := _of_medium(sentence, cue.index)) is not None:
        return found
    for aside in children(sentence, cue.index, "advcl"):
        if sentence.tokens[aside].lemma in cues.asides:
            below = children(sentence, aside, "obj") + [
                c for c in children(sentence, aside, "obl") if "to" in cases(sentence, c)
            ]
            if below:
                return below[0]
    return None


def _of_medium(sentence: Sentence, verb: int) -> int | None:
    """Whoever a speech or letter was made to: "said in a letter to the council"."""
    for child in children(sentence, verb, "obl"):
        if "in" in cases(sentence, child):
            for listener in children(sentence, child, "nmod"):
                if "to" in cases(sentence, listener):
                    return listener
    return None


def _may_listen(sentence: Sentence, cue: Cue, child: int) -> bool:
    """An object is the listener of a verb that speaks to somebody, and of any other beside an infinitive."""
    if cue.word.calls:
        return False
    beside = children(sentence, cue.index, "ccomp", "xcomp")
    return cue.word.speaks_to or sentence.tokens[child].relation == "iobj" or ("to" in cue.word.takes and bool(beside))
