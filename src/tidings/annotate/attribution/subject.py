"""Who speaks, by word order, where the tree does not say: the subject beside a verb of saying.

In news these verbs stand in few places ("X said ...", "..., X said", "..., said X"), which a parser may still miss in a
long sentence.
"""

from __future__ import annotations

from tidings.annotate.attribution.cue import Cue
from tidings.annotate.attribution.phrase import children, follows_quotation, is_dash, noun_phrase
from tidings.record import Sentence, Span

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_INSIDE_PHRASE = frozenset(
    {"flat", "appos", "compound", "nmod", "amod", "det", "nummod", "nmod:poss", "nmod:desc", "conj"}
)
#: Where a past form without an auxiliary is a past tense, whatever the tagger says of it.
_FINITE = frozenset({"root", "conj", "ccomp", "parataxis", "acl:relcl"})
SUBJECTS = ("nsubj", "nsubj:pass")
_RELATIVE = frozenset({"who", "that", "which", "whose", "whom"})
#: What no source ends with: "the minister | as saying".
_NO_END = frozenset({"PUNCT", "SCONJ", "ADP"})
_STOPS = frozenset({"VERB", "AUX", "SCONJ"})
BREAKS = frozenset({"VERB", "AUX", "PUNCT", "SCONJ", "CCONJ"})
_SUBJECT = frozenset({"nsubj", "nsubj:pass", "obj", "dislocated", "dep", "parataxis", "obl", "root"})
_LONGEST_SOURCE = 25


def is_finite(sentence: Sentence, index: int) -> bool:
    """Whether a verb is finite by itself or by its auxiliary."""
    tokens = sentence.tokens
    helpers = children(sentence, index, "aux", "aux:pass", "cop")
    if any("VerbForm=Fin" in tokens[verb].features for verb in (index, *helpers)):
        return True
    past = not helpers and "Tense=Past" in tokens[index].features
    return past and (tokens[index].relation in _FINITE or follows_quotation(sentence, index))


def is_passive(sentence: Sentence, index: int) -> bool:
    """Whether a verb is passive, by its auxiliary; a bare participle after a noun is not told apart."""
    return bool(children(sentence, index, "aux:pass")) or is_answered(sentence, index)


def is_answered(sentence: Sentence, index: int) -> bool:
    """Whether a verb is a past participle beside the clause of whoever it was said to: "Asked about it, she said"."""
    token = sentence.tokens[index]
    plain = token.relation == "advcl" and not children(sentence, index, "nsubj", "nsubj:pass", "aux", "obj", "ccomp")
    return plain and "VerbForm=Part" in token.features and "Tense=Pres" not in token.features


def is_verb(sentence: Sentence, index: int) -> bool:
    """Whether a word is a verb or an auxiliary."""
    return sentence.tokens[index].pos in ("VERB", "AUX")


def neighbour(sentence: Sentence, cue: Cue, text: str) -> int | None:
    """The subject before a finite verb, whichever verb the parser gave it to, if only its own phrase stands between."""
    if not is_finite(sentence, cue.index):
        return None
    before = _over_relative(sentence, _before(sentence, cue))
    for index in range(before, -1, -1):
        token = sentence.tokens[index]
        if index == before and before < _before(sentence, cue) and token.pos in _NOMINAL:
            return top_of(sentence, index, max(0, index - 8), len(sentence.tokens))
        if token.pos in _NOMINAL and token.relation.startswith("nsubj"):
            return index
        hyphen = token.lemma == "-" and not is_dash(sentence, index, text)
        if token.pos in BREAKS and not hyphen:
            return None
    return None


def _over_relative(sentence: Sentence, before: int) -> int:
    """From a comma before a verb to what stands before the relative clause it closes: "a source, whom ..., said"."""
    tokens = sentence.tokens
    if before < 4 or tokens[before].lemma != ",":
        return before
    for index in range(before - 2, max(0, before - _LONGEST_SOURCE), -1):
        if tokens[index].lemma == ",":
            return index - 1 if tokens[index + 1].lemma.lower() in _RELATIVE else before
    return before


def beside(sentence: Sentence, cue: Cue, text: str) -> int | None:
    """The subject right after a verb that follows its content, or the last one before a comma and the verb.

    A participle after a comma ("..., adding that") goes on with the last subject, too.
    """
    if not is_finite(sentence, cue.index):
        return _last_subject(sentence, cue.index) if is_aside(sentence, cue.index, text) else None
    before = _before(sentence, cue)
    if before >= 0 and sentence.tokens[before].pos != "PUNCT":
        return None
    follows = any(child > cue.index for child in children(sentence, cue.index, "ccomp"))
    found = None if follows else _after(sentence, cue.index)
    if found is None:
        found = _last_subject(sentence, cue.index)
    return found if found is not None else _name_before(sentence, before - 1)


def _name_before(sentence: Sentence, index: int) -> int | None:
    """The name that ends right there, where no subject is found before: "the league's head, Ann Example, said"."""
    while index > 0 and sentence.tokens[index].relation == "flat":
        index = sentence.tokens[index].head
    return index if index >= 0 and sentence.tokens[index].pos == "PROPN" else None


def _before(sentence: Sentence, cue: Cue) -> int:
    """The word before a cue and the adverbs that precede it."""
    at = cue.index - 1
    while at >= 0 and (sentence.tokens[at].span.start >= cue.span.start or sentence.tokens[at].pos == "ADV"):
        at -= 1
    return at


def is_aside(sentence: Sentence, verb: int, text: str) -> bool:
    """Whether a participle opens a new clause after a comma."""
    before = verb - 1
    while before > 0 and sentence.tokens[before].pos == "ADV":
        before -= 1
    comma = before >= 0 and sentence.tokens[before].span.slice(text) in (",", "”", '"', "—")
    return comma and sentence.tokens[verb].span.slice(text).lower().endswith("ing")


def _last_subject(sentence: Sentence, verb: int) -> int | None:
    """The nearest subject before a verb."""
    for index in range(verb - 1, -1, -1):
        token = sentence.tokens[index]
        if token.relation.startswith("nsubj") and token.pos in _NOMINAL and token.lemma.lower() not in _RELATIVE:
            return index
    return None


def _after(sentence: Sentence, verb: int) -> int | None:
    for index in range(verb + 1, min(verb + 6, len(sentence.tokens))):
        token = sentence.tokens[index]
        if token.pos in _NOMINAL:
            top = top_of(sentence, index, verb + 1, len(sentence.tokens))
            return top if sentence.tokens[top].relation in _SUBJECT else None
        if token.pos not in ("DET", "ADJ", "NUM"):
            return None
    return None


def top_of(sentence: Sentence, index: int, first: int, end: int) -> int:
    """Up from a word to the head of its phrase, within a stretch."""
    while sentence.tokens[index].relation in _INSIDE_PHRASE and first <= sentence.tokens[index].head < end:
        index = sentence.tokens[index].head
    return index


def source_span(sentence: Sentence, cue: Cue, source: int, text: str) -> Span:
    """The phrase of a source, led on by word order.

    Before a verb it reaches as far as the verb ("those close to him say"); after one it takes the apposition that
    closes the sentence ("said the envoy, a former general").
    """
    tokens = sentence.tokens
    span = _without_relative(sentence, source, noun_phrase(sentence, source, text), text)
    if cue.part != "verb":
        return span
    if source < cue.index and tokens[cue.index].span.start < span.end:  # "a report | saying that ..."
        own = range(source, _before(sentence, cue) + 1)
        last = next((index for index in reversed(own) if not _is_loose_end(sentence, index, source)), source)
        return Span(span.start, tokens[last].span.end)
    rest = [i for i in range(source + 1, len(tokens)) if tokens[i].span.start >= span.end]
    if source < cue.index:
        rest = [i for i in rest if i <= _before(sentence, cue)]
        led = _led_before(sentence, rest, text)
    else:
        led = _led_after(sentence, rest, text)
    return Span(span.start, tokens[led[-1]].span.end) if led else span


def _without_relative(sentence: Sentence, source: int, span: Span, text: str) -> Span:
    """Without a relative pronoun that is no part of it: "the system, | which | advocates say fails the poor"."""
    own = sentence.tokens[source].span
    first = span.slice(text).partition(" ")[0]
    if span.start == own.start or first.lower() not in _RELATIVE - {"whose"}:
        return span
    return Span(min(own.start, span.start + len(first) + 1), span.end)


def _is_loose_end(sentence: Sentence, index: int, source: int) -> bool:
    token = sentence.tokens[index]
    return token.pos in _NO_END or (index != source and token.lemma.lower() in _RELATIVE)


def _led_before(sentence: Sentence, gap: list[int], text: str) -> list[int]:
    tokens = sentence.tokens
    if not gap or len(gap) > _LONGEST_SOURCE:
        return []
    if tokens[gap[0]].span.slice(text).lower() in _RELATIVE:
        return gap
    if any(tokens[i].pos in _STOPS or "nsubj" in tokens[i].relation or tokens[i].lemma == "to" for i in gap):
        return []
    loose = next((at for at, i in enumerate(gap) if tokens[tokens[i].head].relation.startswith("obl")), len(gap))
    kept = gap[:loose]
    return kept[:-1] if kept and tokens[kept[-1]].pos == "PUNCT" else kept


def _led_after(sentence: Sentence, rest: list[int], text: str) -> list[int]:
    """What follows an inverted subject, if it is no new statement about time, place or deed."""
    tokens = sentence.tokens
    while rest and tokens[rest[-1]].pos == "PUNCT":
        rest = rest[:-1]
    if len(rest) < 2 or len(rest) > _LONGEST_SOURCE:
        return []
    first, second = (tokens[i].span.slice(text).lower() for i in rest[:2])
    if first == "," and second in ("who", "whose"):
        return rest
    opens = first == "of" or (first == "," and tokens[rest[1]].pos in ("DET", "NOUN", "PROPN", "ADJ"))
    return rest if opens and not any(is_verb(sentence, i) for i in rest) else []
