"""Stretches of a sentence by way of its tree."""

from __future__ import annotations

from collections.abc import Collection

from tidings.record import Sentence, Span

#: First and last word, both included.
Run = tuple[int, int]

#: Below a noun but not part of its phrase.
_OUTSIDE = frozenset({"case", "cc", "mark", "cc:preconj", "discourse", "cop", "nsubj"})
_OPENING = frozenset("([{“‘\"'«„")
_CLOSING = frozenset(")]}")
#: Lemmas of marks, where typographic ones are plain (decision 023): a long dash is told from a hyphen by its form.
_JOINS = frozenset({",", "?", "!", "..."})
_CLOSING_MARKS = frozenset({'"', "''", "'"})
_HYPHENS = frozenset({"-", "–", "‐", "‑"})
_DASHES = frozenset({"—", "―", "--", "---"})
_WH = frozenset({"which", "who", "that", "whom", "what", "where", "when", "and", "or", "but"})


def children(sentence: Sentence, index: int, *relations: str) -> list[int]:
    """The words right below, in one of these relations."""
    return [child for child in sentence.children[index] if sentence.tokens[child].relation in relations]


def word(sentence: Sentence, index: int, text: str) -> str:
    """The word as written, in lower case."""
    return sentence.tokens[index].span.slice(text).lower()


def cases(sentence: Sentence, index: int) -> frozenset[str]:
    """The prepositions or conjunctions that mark a phrase or clause."""
    return frozenset(sentence.tokens[child].lemma.lower() for child in children(sentence, index, "case", "mark"))


def runs(sentence: Sentence, indices: Collection[int]) -> list[Run]:
    """Contiguous stretches of the words; marks of punctuation between two of them do not part them."""
    found: list[Run] = []
    for index in sorted(indices):
        if found and all(sentence.tokens[gap].pos == "PUNCT" for gap in range(found[-1][1] + 1, index)):
            found[-1] = (found[-1][0], index)
        else:
            found.append((index, index))
    return found


def trimmed(sentence: Sentence, run: Run, text: str) -> Span | None:
    """The span of a stretch without punctuation at its edges, except brackets; None where nothing is left."""
    first, last = run
    while first <= last and _loose(sentence, first, text, _OPENING - {'"', "'", "“", "‘", "«", "„"}):
        first += 1
    while last >= first and _loose(sentence, last, text, _CLOSING):
        last -= 1
    if first > last:
        return None
    return Span(sentence.tokens[first].span.start, sentence.tokens[last].span.end)


def _loose(sentence: Sentence, index: int, text: str, kept: Collection[str]) -> bool:
    token = sentence.tokens[index]
    return token.pos == "PUNCT" and token.span.slice(text) not in kept


def content_spans(sentence: Sentence, indices: Collection[int], text: str) -> list[Span]:
    """The stretches of a content worth keeping: a lone relative pronoun or conjunction is none."""
    spans = []
    for run in runs(sentence, indices):
        span = trimmed(sentence, run, text)
        if span is not None and not (span.slice(text).lower() in _WH and len(indices) > 1):
            spans.append(span)
    return spans


def noun_phrase(sentence: Sentence, head: int, text: str) -> Span:
    """The phrase of a noun with its titles, appositions and relative clauses, without prepositions before it.

    Where a parser parted title and name ("White House spokesman" + "Josh Earnest"), both are taken.
    """
    left_out: set[int] = set()
    kept: set[int] = set()
    for part in (head, *_siblings(sentence, head, text)):
        kept.update(sentence.subtree(part))
        for child in sentence.children[part]:
            if sentence.tokens[child].relation in _OUTSIDE:
                left_out.update(sentence.subtree(child))
    first, last = _run_around(sentence, head, kept - left_out)
    return trimmed(sentence, (_with_title(sentence, first), _with_name(sentence, last)), text) or (
        sentence.tokens[head].span
    )


def _run_around(sentence: Sentence, head: int, kept: Collection[int]) -> Run:
    """The stretch of kept words around one of them; a comma that is not kept parts it, other punctuation does not."""
    first = last = head
    while first - 1 in kept or (first - 2 in kept and _bridges(sentence, first - 1)):
        first -= 1
    while last + 1 in kept or (last + 2 in kept and _bridges(sentence, last + 1)):
        last += 1
    return first, last


def _bridges(sentence: Sentence, index: int) -> bool:
    token = sentence.tokens[index]
    return token.pos == "PUNCT" and len(token.span) == 1 and token.lemma not in (",", ";", ":", '"')


def _siblings(sentence: Sentence, head: int, text: str) -> list[int]:
    """Other subjects of the same verb: one phrase, parted by the parser."""
    token = sentence.tokens[head]
    if not token.relation.startswith("nsubj") or token.head < 0:
        return []
    others = [child for child in children(sentence, token.head, "nsubj", "nsubj:pass") if child != head]
    return [child for child in others if not parted_by_dash(sentence, min(child, head), max(child, head), text)]


def follows_quotation(sentence: Sentence, index: int) -> bool:
    """Whether a word comes right after a quotation that ends in a comma: "“We leave,” | quipped the envoy"."""
    marks = [sentence.tokens[at].lemma for at in range(max(0, index - 2), index)]
    return len(marks) == 2 and marks[0] in _JOINS and marks[1] in _CLOSING_MARKS


def parted_by_dash(sentence: Sentence, first: int, last: int, text: str) -> bool:
    """Whether a dash stands between two words."""
    return any(is_dash(sentence, place, text) for place in range(first + 1, last))


def is_dash(sentence: Sentence, place: int, text: str) -> bool:
    """Whether a mark parts what stands on its sides: a long dash, or a short one with blanks around it."""
    mark = sentence.tokens[place].span
    form = mark.slice(text)
    apart = text[mark.start - 1 : mark.start].isspace() and text[mark.end : mark.end + 1].isspace()
    return form in _DASHES or (form in _HYPHENS and apart)


def _with_title(sentence: Sentence, first: int) -> int:
    """Names right before a name belong to it."""
    tokens = sentence.tokens
    while first and tokens[first].pos == tokens[first - 1].pos == "PROPN" and _titles(sentence, first - 1):
        first -= 1
    return first


def _with_name(sentence: Sentence, last: int) -> int:
    """A name right after a title belongs to it: "union president" + "Ann Example"."""
    tokens = sentence.tokens
    while last + 1 < len(tokens) and tokens[last].pos in ("NOUN", "PROPN") and tokens[last + 1].pos == "PROPN":
        if not _titles(sentence, last + 1):
            break
        last += 1
    return last


def _titles(sentence: Sentence, index: int) -> bool:
    """Whether a name may begin a longer one: no date, and no name with a preposition of its own."""
    return sentence.tokens[index].relation != "obl:unmarked" and not children(sentence, index, "case")
