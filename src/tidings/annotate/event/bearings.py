"""Acts in a part of a state: "a military offensive into north-eastern Syria"."""

from __future__ import annotations

from dataclasses import replace

from tidings.lexicon.bearings import part_of
from tidings.lexicon.places import Gazetteer
from tidings.record import Analysis


def with_parts(analysis: Analysis, gazetteer: Gazetteer) -> Analysis:
    """The analysis with parts of states as the places of its toponyms, where the words before a name tell of one.

    Only events are placed so: the toponym itself names the state, and stays so in the record.
    """
    text = analysis.document.text
    toponyms = tuple(
        one
        if one.place is None
        else replace(one, place=part_of(one.place, text[: one.mention.span.start][-60:], gazetteer))
        for one in analysis.toponyms
    )
    return replace(analysis, toponyms=toponyms)
