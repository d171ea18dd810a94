"""What a cue's source is said to have said, by the tree."""

from __future__ import annotations

from tidings.annotate.attribution.according import phrase_content
from tidings.annotate.attribution.content import NOTHING, Content
from tidings.annotate.attribution.cue import Cue
from tidings.annotate.attribution.frames import after_preposition, verb_content
from tidings.annotate.attribution.phrase import cases, children
from tidings.record import Sentence


def find_content(sentence: Sentence, cue: Cue, text: str) -> Content:
    """The content of a cue; no words where it has none in its sentence."""
    if cue.part == "verb":
        return verb_content(sentence, cue, text)
    if cue.part == "noun":
        return _of_noun(sentence, cue)
    if cue.part == "adjective":
        return _of_adjective(sentence, cue)
    if cue.part == "phrase":
        return phrase_content(sentence, cue)
    return _of_adverb(sentence, cue)


def _of_noun(sentence: Sentence, cue: Cue) -> Content:
    for child in children(sentence, cue.index, "acl", "ccomp"):
        if child > cue.index and cases(sentence, child) & {"that", "to"}:
            return Content(sentence.subtree(child))
    return after_preposition(sentence, cue)


def _of_adjective(sentence: Sentence, cue: Cue) -> Content:
    if not children(sentence, cue.index, "nsubj"):
        return NOTHING
    for child in children(sentence, cue.index, "ccomp", "xcomp", "advcl"):
        if child > cue.index and (sentence.tokens[child].relation == "ccomp" or "to" in cases(sentence, child)):
            return Content(sentence.subtree(child))
    return after_preposition(sentence, cue)


def _of_adverb(sentence: Sentence, cue: Cue) -> Content:
    head = sentence.tokens[cue.index].head
    return Content([index for index in sentence.subtree(head) if index > cue.index]) if head >= 0 else NOTHING
