"""The days an event may have fallen on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tidings.annotate.event.slots import Frame
from tidings.annotate.event.tree import Tree
from tidings.record import SPEECH_ACTS, Factuality, Timex, When

#: Relations that lead from a clause to the one it belongs to.
OUTWARD = frozenset({"xcomp", "ccomp", "conj", "advcl", "parataxis"})


def find_when(frame: Frame, event_type: str, factuality: Factuality, published: date | None) -> When | None:
    """The time expression of the event's own clause, else of the clause that tells it, else the date of the report.

    An event that a dated clause of saying reports lies on or before its date, unless it is itself what was said. What
    is told as past or ongoing lies on or before the day the report was published, what is to come on or after it.
    None where nothing bounds it.
    """
    for timex, outside in _timexes(frame):
        if outside and event_type not in SPEECH_ACTS:
            return _bounded(factuality, timex.earliest, timex.latest, "the clause that reports it")
        return When(timex.earliest, timex.latest, timex.granularity, f"timex {timex.mention.id}")
    return _bounded(factuality, published, published, "published") if published else None


def _bounded(factuality: Factuality, earliest: date | None, latest: date | None, origin: str) -> When:
    if factuality.time == "future":
        return When(earliest, None, None, f"on or after: {origin}")
    return When(None, latest, None, f"on or before: {origin}")


def _timexes(frame: Frame) -> Iterator[tuple[Timex, bool]]:
    """Dated expressions from the trigger outwards, with whether they date the telling and not the act."""
    tree, outside = frame.tree, False
    for word in (*frame.words, *(() if frame.light is None else (frame.light,))):
        yield from ((timex, False) for timex in _at(tree, word))
    node = frame.head if frame.light is None else frame.light
    while (above := tree.head(node)) is not None:
        relation = tree.relations[node]
        if relation not in OUTWARD:
            if tree.is_verb(node) or not tree.is_verb(above) or relation not in ("nsubj", "obl", "obj"):
                return
            outside = outside or relation != "nsubj"
        outside = outside or relation == "ccomp"
        node = above
        yield from ((timex, outside) for timex in _at(tree, node))


def _at(tree: Tree, word: int) -> list[Timex]:
    """The dated expressions that hang at a word, the ones it heads first."""
    found = [child for child in (word, *tree.below[word]) if child in tree.times and child != word]
    for child in tree.children(word, "obl", "nmod"):
        if child not in tree.times:
            found += [below for below in tree.children(child, "nmod", "compound") if below in tree.times]
    return [tree.times[child] for child in found if tree.times[child].earliest or tree.times[child].latest]
