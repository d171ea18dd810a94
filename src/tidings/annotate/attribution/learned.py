"""What a cue that only the judge knows is said to have said: the phrase or clause around the word he names."""

from __future__ import annotations

from tidings.annotate.attribution.content import Content
from tidings.annotate.attribution.phrase import cases, children
from tidings.record import Sentence

#: Kept within a content: "| that the talks failed", "| to leave".
_KEPT = frozenset({"that", "to", "whether", "if"})
_FOLLOWING = frozenset({"xcomp", "ccomp", "obl", "advcl"})
#: "criticised them for lying", "hailed the deal as fair": the reason belongs to the thing.
_REASONS = frozenset({"for", "as", "over"})


def named_content(sentence: Sentence, cue: int, told: int) -> Content:
    """The content that turns on one word, without the cue's branch where that hangs below it."""
    words = set(sentence.subtree(told))
    if cue in words:
        return Content(sorted(words - set(sentence.subtree(cue))), whole=True)
    token = sentence.tokens[told]
    if token.head == cue and token.relation == "obj" and told > cue:
        words |= _after_thing(sentence, cue, told)
    marks = [
        child
        for child in children(sentence, told, "case", "mark")
        if sentence.tokens[child].lemma.lower() not in _KEPT or sentence.tokens[child].relation == "case"
    ]
    marks = [mark for mark in marks if cue < mark < told]
    for mark in marks:
        words -= set(sentence.subtree(mark))
    return Content(sorted(words), marks[0] if marks else None, whole=told < cue)


def _after_thing(sentence: Sentence, cue: int, thing: int) -> set[int]:
    """What an object is asked to do or said to be, or the reason given: "praised | the court for its ruling"."""
    found: set[int] = set()
    for child in children(sentence, cue, *_FOLLOWING):
        plain = sentence.tokens[child].relation in ("xcomp", "ccomp")
        if child > thing and (plain or cases(sentence, child) & _REASONS):
            found.update(sentence.subtree(child))
    return found
