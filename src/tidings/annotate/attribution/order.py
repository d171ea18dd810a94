"""What word order tells where the tree does not: the subject beside a verb of saying, the clause around it.

In news these verbs stand in few places ("X said ...", "..., X said", "..., said X"), which a parser may still miss in a
long sentence.
"""

from __future__ import annotations

from tidings.annotate.attribution.cue import Cue
from tidings.annotate.attribution.phrase import children, noun_phrase
from tidings.lexicon.cues import Cues
from tidings.record import Sentence, Span

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_INSIDE_PHRASE = frozenset(
    {"flat", "appos", "compound", "nmod", "amod", "det", "nummod", "nmod:poss", "nmod:desc", "conj"}
)
#: Where a past form without an auxiliary is a past tense, whatever the tagger says of it.
_FINITE = frozenset({"root", "conj", "ccomp", "parataxis", "acl:relcl"})
_STARTS = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM"})
_RELATIVE = frozenset({"who", "that", "which", "whose"})
_STOPS = frozenset({"VERB", "AUX", "SCONJ"})
_BREAKS = frozenset({"VERB", "AUX", "PUNCT", "SCONJ", "CCONJ"})
_SUBJECT = frozenset({"nsubj", "nsubj:pass", "obj", "dislocated", "dep", "parataxis", "obl", "root"})
#: After the verb and its subject at the end of a sentence: "on Monday", "in a statement to reporters".
_LONGEST_TAIL = 10
_LONGEST_SOURCE = 25


def is_finite(sentence: Sentence, index: int) -> bool:
    """Whether a verb is finite by itself or by its auxiliary."""
    tokens = sentence.tokens
    helpers = children(sentence, index, "aux", "aux:pass", "cop")
    if any("VerbForm=Fin" in tokens[verb].features for verb in (index, *helpers)):
        return True
    return not helpers and "Tense=Past" in tokens[index].features and tokens[index].relation in _FINITE


def neighbour(sentence: Sentence, cue: Cue) -> int | None:
    """The subject before a finite verb, whichever verb the parser gave it to, if only its own phrase stands between."""
    if not is_finite(sentence, cue.index):
        return None
    for index in range(_before(sentence, cue), -1, -1):
        token = sentence.tokens[index]
        if token.pos in _NOMINAL and token.relation.startswith("nsubj"):
            return index
        if token.pos in _BREAKS:
            return None
    return None


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
    return found if found is not None else _last_subject(sentence, cue.index)


def _before(sentence: Sentence, cue: Cue) -> int:
    """The word before a cue and the adverbs that precede it."""
    at = cue.index - 1
    while at >= 0 and (sentence.tokens[at].span.start >= cue.span.start or sentence.tokens[at].pos == "ADV"):
        at -= 1
    return at


def is_aside(sentence: Sentence, verb: int, text: str) -> bool:
    """Whether a participle opens a new clause after a comma."""
    token = sentence.tokens[verb]
    comma = verb and sentence.tokens[verb - 1].span.slice(text) in (",", "”", '"', "—")
    return bool(comma) and token.span.slice(text).lower().endswith("ing")


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


def clause_beside(sentence: Sentence, cue: Cue, source: int, text: str) -> list[int]:
    """The clause after the verb; or the one before it, where verb and subject close the sentence after a comma."""
    below = {index for index in sentence.subtree(source) if abs(index - cue.index) <= _LONGEST_SOURCE} | {cue.index}
    before = range(min(below) - 1)
    comma = len(before) and sentence.tokens[before.stop].span.slice(text) == ","
    if comma and _closes(sentence, max(below)) and _has_clause(sentence, before):
        return list(before)
    rest = range(cue.index + 1, len(sentence.tokens))
    if cue.index < source or not _has_clause(sentence, rest):
        return []
    head = sentence.tokens[cue.index].head
    end = sentence.subtree(head)[-1] + 1 if head > cue.index else len(sentence.tokens)
    return [index for index in rest if index < end]


def interrupted(sentence: Sentence, cue: Cue, source: int, text: str) -> list[int]:
    """All of a sentence that a cue and its source cut in two between commas: "The plan, she said, would fail"."""
    own = {index for index in sentence.subtree(source) if abs(index - cue.index) <= _LONGEST_SOURCE} | {cue.index}
    first, last = min(own), max(own)
    while last + 1 < len(sentence.tokens) and sentence.tokens[last + 1].pos == "ADV":
        last += 1
    closing = last + 1 < len(sentence.tokens) and sentence.tokens[last + 1].span.slice(text) == ","
    if first < 3 or not closing or sentence.tokens[first - 1].span.slice(text) != "," or last - first > _LONGEST_SOURCE:
        return []
    if not any(sentence.tokens[index].relation.startswith("nsubj") for index in range(first)):
        return []
    return [index for index in range(len(sentence.tokens)) if not first <= index <= last]


def straightened(sentence: Sentence, cue: Cue, words: set[int], text: str) -> set[int]:
    """A content after its verb, begun at its "that" and led on to where the phrase ends.

    Adverbs and dates between the verb and "that" are no part of it; words the parser hung elsewhere are.
    """
    tokens = sentence.tokens
    first, last = min(words), max(words)
    for index in range(cue.index + 1, min(cue.index + 12, last)):
        if tokens[index].pos == "SCONJ" and tokens[index].span.slice(text).lower() == "that":
            words = {*range(index, first), *(word for word in words if word >= index)}
            break
        if tokens[index].pos in ("VERB", "AUX"):
            break
    while last + 1 < len(tokens) and not _ends(sentence, last + 1):
        last += 1
        words.add(last)
    return words


def _ends(sentence: Sentence, index: int) -> bool:
    """Whether a word cannot belong to the phrase before it."""
    token = sentence.tokens[index]
    return token.pos in _BREAKS and not (token.pos == "VERB" and "VerbForm=Fin" not in token.features)


def phrase_beside(sentence: Sentence, cue: Cue, text: str) -> tuple[list[int], int | None]:
    """The noun phrase right after a verb that takes one, or after its preposition, and that preposition."""
    tokens, first, preposition = sentence.tokens, cue.index + 1, None
    if first < len(tokens) and tokens[first].span.slice(text).lower() in cue.word.prepositions:
        first, preposition = first + 1, first
    elif "thing" not in cue.word.takes:
        return [], None
    if first >= len(tokens) or tokens[first].pos not in _STARTS:
        return [], None
    last = first
    while last + 1 < len(tokens) and not _ends(sentence, last + 1):
        last += 1
    return list(range(first, last + 1)), preposition


def that_beside(sentence: Sentence, cue: Cue, text: str) -> list[int]:
    """The clause after a noun and "that", up to the next mark of punctuation."""
    tokens, first = sentence.tokens, cue.index + 1
    if first >= len(tokens) or tokens[first].pos != "SCONJ" or tokens[first].span.slice(text).lower() != "that":
        return []
    stop = next((i for i in range(first, len(tokens)) if tokens[i].pos == "PUNCT"), len(tokens))
    return list(range(first, stop))


def source_span(sentence: Sentence, cue: Cue, source: int, text: str) -> Span:
    """The phrase of a source, led on by word order.

    Before a verb it reaches as far as the verb ("those close to him say"); after one it takes the apposition that
    closes the sentence ("said the envoy, a former general").
    """
    span = noun_phrase(sentence, source, text)
    if cue.part != "verb":
        return span
    tokens = sentence.tokens
    rest = [i for i in range(source + 1, len(tokens)) if tokens[i].span.start >= span.end]
    if source < cue.index:
        rest = [i for i in rest if i <= _before(sentence, cue)]
        led = _led_before(sentence, rest, text)
    else:
        led = _led_after(sentence, rest, text)
    return Span(span.start, tokens[led[-1]].span.end) if led else span


def _led_before(sentence: Sentence, gap: list[int], text: str) -> list[int]:
    tokens = sentence.tokens
    if not gap or len(gap) > _LONGEST_SOURCE:
        return []
    if tokens[gap[0]].span.slice(text).lower() in _RELATIVE:
        return gap
    if any(tokens[i].pos in _STOPS or "nsubj" in tokens[i].relation for i in gap):
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
    return rest if opens and not any(_is_verb(sentence, i) for i in rest) else []


def _is_verb(sentence: Sentence, index: int) -> bool:
    return sentence.tokens[index].pos in ("VERB", "AUX")


def asides(sentence: Sentence, cues: Cues, text: str) -> list[tuple[int, int]]:
    """Stretches that speak of the whole sentence and belong to no content: ", according to a readout", ", adding"."""
    found = []
    last = len(sentence.tokens)
    for index, token in enumerate(sentence.tokens):
        form = token.span.slice(text).lower()
        if not index or sentence.tokens[index - 1].span.slice(text) not in ",—":
            continue
        if form != "according" and not (form in cues.verbs and form.endswith("ing") and token.relation != "amod"):
            continue
        end = last
        if form == "according":
            commas = (i for i in range(index, last) if sentence.tokens[i].span.slice(text) in ",;—")
            end = next(commas, last)
        found.append((index, end))
    return found


def _closes(sentence: Sentence, last: int) -> bool:
    tail = range(last + 1, len(sentence.tokens))
    return len(tail) <= _LONGEST_TAIL and not any(sentence.tokens[index].pos in ("VERB", "AUX") for index in tail)


def _has_clause(sentence: Sentence, stretch: range) -> bool:
    return any(_is_verb(sentence, index) and is_finite(sentence, index) for index in stretch)
