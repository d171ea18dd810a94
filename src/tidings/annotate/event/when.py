"""The days an event may have fallen on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from tidings.annotate.event.slots import Frame
from tidings.annotate.event.tree import Tree
from tidings.record import SPEECH_ACTS, Factuality, Timex, When

#: Relations that lead from a clause to the one it belongs to.
OUTWARD = frozenset({"xcomp", "ccomp", "conj", "advcl", "parataxis"})
#: Words before a date, or before a clause with one, that leave one side of it open.
_SINCE, _UNTIL = frozenset({"since"}), frozenset({"until", "till", "by"})
_AFTER, _BEFORE = frozenset({"after", "following"}), frozenset({"before"})
_DAY = timedelta(days=1)
#: Whole lengths of TIMEX3, and the days in each of their units.
_LENGTH, _DAYS = re.compile(r"P(\d{1,4})([DWMY])"), {"D": 1.0, "W": 7.0, "M": 30.44, "Y": 365.25}


def find_when(frame: Frame, event_type: str, factuality: Factuality, published: date | None) -> When | None:
    """The time expression of the event's own clause, else of the clause that tells it, else the date of the report.

    "Since", "until", "by", "before" and "after" leave one side open. An event that a dated clause of saying reports
    lies on or before its date, unless it is itself what was said. What is told as past or ongoing lies on or before
    the day the report was published, what is to come on or after it. What so many weeks are said to be "of" began so
    long before. None where nothing bounds it.
    """
    if factuality.time != "future" and (lasting := _lasting(frame, published)):
        return lasting
    for timex, outside, marks in _timexes(frame):
        if outside and event_type not in SPEECH_ACTS:
            return _bounded(factuality, timex.earliest, timex.latest, "the clause that reports it")
        return _marked(timex, marks, factuality, published)
    return _bounded(factuality, published, published, "published") if published else None


def _lasting(frame: Frame, published: date | None) -> When | None:
    """The days of "sixteen weeks of protests": up to the date of what else is told of them, else up to the report."""
    tree, above = frame.tree, frame.tree.head(frame.head)
    length = None if above is None else tree.times.get(above)
    known = _LENGTH.fullmatch(length.value or "") if length and length.type == "DURATION" else None
    if above is None or not length or not known or "of" not in tree.cases(frame.head):
        return None
    verb = tree.head(above)
    dates = [] if verb is None else [timex.latest for timex, _ in _at(tree, verb) if timex.latest]
    end = dates[0] if dates else published
    days = timedelta(days=round(int(known[1]) * _DAYS[known[2]]))
    if end is None or end - date.min <= days:
        return None
    return When(end - days, end, None, f"length up to its end: timex {length.mention.id}")


def _bounded(factuality: Factuality, earliest: date | None, latest: date | None, origin: str) -> When:
    if factuality.time == "future":
        return When(earliest, None, None, f"on or after: {origin}")
    return When(None, latest, None, f"on or before: {origin}")


def _marked(timex: Timex, marks: frozenset[str], factuality: Factuality, published: date | None) -> When:
    """The days a date allows with the preposition before it; what is over was over when the report came out."""
    origin = f"timex {timex.mention.id}"
    over = published if factuality.time == "past" else None
    ahead = published if factuality.time == "future" else None
    if marks & _SINCE:
        return _ordered(timex.earliest, over, timex, f"since: {origin}")
    if marks & _AFTER:
        return _ordered(timex.latest and timex.latest + _DAY, over, timex, f"after: {origin}")
    if marks & _UNTIL:
        return _ordered(ahead, timex.latest, timex, f"until: {origin}")
    if marks & _BEFORE:
        return _ordered(ahead, timex.earliest and timex.earliest - _DAY, timex, f"before: {origin}")
    return When(timex.earliest, timex.latest, timex.granularity, origin)


def _ordered(earliest: date | None, latest: date | None, timex: Timex, origin: str) -> When:
    """Bounds in their order; where the report's own date contradicts the expression's, the expression's alone."""
    if earliest and latest and earliest > latest:
        earliest, latest = (earliest, None) if earliest in (timex.earliest, timex.latest) else (None, latest)
    return When(earliest, latest, None, origin)


def _timexes(frame: Frame) -> Iterator[tuple[Timex, bool, frozenset[str]]]:
    """Dated expressions from the trigger outwards, with whether they date the telling and not the act, and with the
    words that mark them.
    """
    tree, outside = frame.tree, False
    for word in (*frame.words, *(() if frame.light is None else (frame.light,))):
        yield from ((timex, False, marks) for timex, marks in _at(tree, word))
        yield from ((timex, False, marks) for timex, marks in _beside(tree, word))
    node = frame.head if frame.light is None else frame.light
    while (above := tree.head(node)) is not None:
        relation = tree.relations[node]
        if relation not in OUTWARD:
            if not _belongs(tree, node, above, relation):
                return
            outside = outside or relation not in ("nsubj", "nmod")
        outside = outside or relation == "ccomp"
        yield from ((timex, outside, marks) for timex, marks in _at(tree, above))
        if relation == "nsubj":
            yield from ((timex, outside, marks) for timex, marks in _within(tree, above))
        node = above


def _belongs(tree: Tree, node: int, above: int, relation: str) -> bool:
    """Whether the date of the word above is that of a noun: its verb's, or the predicate's it completes ("was the
    target of raids until March").
    """
    if tree.is_verb(node):
        return False
    if tree.is_verb(above):
        return relation in ("nsubj", "obl", "obj")
    return relation in ("nmod", "nsubj") and bool(tree.children(above, "cop"))


def _within(tree: Tree, verb: int) -> Iterator[tuple[Timex, frozenset[str]]]:
    """The dates of what a verb says of its subject: "the meeting is set to open tomorrow"."""
    for clause in tree.children(verb, "xcomp"):
        yield from _at(tree, clause)


def _beside(tree: Tree, word: int) -> Iterator[tuple[Timex, frozenset[str]]]:
    """The dates of clauses that say when: "has banned exports since the harvest failed in May"."""
    for clause in tree.children(word, "advcl"):
        marks = {tree.lemmas[child] for child in tree.children(clause, "mark", "advmod")}
        sides = marks & (_SINCE | _UNTIL | _AFTER | _BEFORE)
        if sides or "when" in marks:
            yield from ((timex, frozenset(sides)) for timex, _ in _at(tree, clause))


def _host(tree: Tree, time: int) -> int | None:
    """The word that a date belongs to: the one it hangs on, or the verb right before it where the parser hung it on
    the clause that follows: "warned | on Wednesday | that they would".
    """
    above, first = tree.head(time), time
    while first and tree.tokens[first - 1].span.start >= tree.times[time].mention.span.start:
        first -= 1
    first = min([first, *(child for child in tree.children(time, "case") if child < first)])
    told = above is not None and above > time and first > 0 and tree.head(above) == first - 1
    told = told and tree.relations[time] in ("obl", "advmod")
    return first - 1 if told and tree.is_verb(first - 1) else above


def _at(tree: Tree, word: int) -> list[tuple[Timex, frozenset[str]]]:
    """The dated expressions that hang at a word, the ones it heads first, with the prepositions before them."""
    found = [(child, child) for child in tree.times if _host(tree, child) == word]
    for child in tree.children(word, "obl", "nmod"):
        if child not in tree.times:
            found += [(below, child) for below in tree.children(child, "nmod", "compound") if below in tree.times]
    known = [(tree.times[child], frozenset(tree.cases(marked))) for child, marked in found]
    return [(timex, marks) for timex, marks in known if timex.earliest or timex.latest]
