"""What stands beside "according to": the phrase that names the source, and the clause it is set into."""

from __future__ import annotations

from tidings.annotate.attribution.content import NOTHING, Content
from tidings.annotate.attribution.cue import Cue
from tidings.annotate.attribution.subject import top_of
from tidings.record import Sentence

_CLAUSES = frozenset({"root", "ccomp", "parataxis", "advcl", "acl:relcl", "acl", "csubj", "advcl:relcl"})
#: Clauses that a phrase at the edge of the sentence speaks of together with the clause above them.
_UNDER = frozenset({"ccomp", "xcomp", "advcl", "conj"})


def phrase_content(sentence: Sentence, cue: Cue) -> Content:
    """The whole clause the phrase is set into, up to the sentence where it stands at its edge."""
    head = phrase_head(sentence, cue)
    if head is None:
        return NOTHING
    top = sentence.tokens[head].head
    while top >= 0 and sentence.tokens[top].head >= 0 and not _is_clause(sentence, top):
        top = sentence.tokens[top].head
    if top < 0:
        return NOTHING
    phrase = _phrase_words(sentence, cue, head)
    if phrase[0] <= 1 or phrase[-1] >= len(sentence.tokens) - 3:
        while sentence.tokens[top].relation in _UNDER and sentence.tokens[top].head >= 0:
            top = sentence.tokens[top].head
    left_out = set(phrase)
    return Content([index for index in sentence.subtree(top) if index not in left_out])


def _phrase_words(sentence: Sentence, cue: Cue, head: int) -> list[int]:
    """The words of "according to" and its source; at the end of a sentence all that follows without a verb."""
    words = sentence.subtree(head)
    end = len(sentence.tokens)
    if not any(sentence.tokens[index].pos in ("VERB", "AUX") for index in range(words[-1] + 1, end)):
        commas = [i for i in range(words[-1] + 1, end) if sentence.tokens[i].relation == "punct"]
        closing = commas[0] if commas else end
        words = sorted({*words, *range(cue.index, closing)})
    return words


def _is_clause(sentence: Sentence, index: int) -> bool:
    token = sentence.tokens[index]
    return token.relation in _CLAUSES or (token.relation == "conj" and token.pos in ("VERB", "AUX"))


def phrase_head(sentence: Sentence, cue: Cue) -> int | None:
    """The head of the phrase that names the source after "according to"."""
    tokens = sentence.tokens
    head = tokens[cue.index].head
    parted = any(tokens[index].pos == "PUNCT" for index in range(cue.index, head))
    if tokens[cue.index].relation in ("case", "mark") and head > cue.index and not parted:
        return head
    start = cue.index + (2 if tokens[cue.index].lemma.lower().startswith("accord") else 1)
    for index in range(start, min(start + 8, len(tokens))):
        if tokens[index].pos in ("NOUN", "PROPN", "PRON"):
            return top_of(sentence, index, start, len(tokens))
    return None
