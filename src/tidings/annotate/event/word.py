"""On whose word an event is told."""

from __future__ import annotations

from collections.abc import Sequence

from tidings.record import Attribution, Span


def find_word(trigger: Span, attributions: Sequence[Attribution]) -> Attribution | None:
    """The innermost attribution whose content holds the trigger; None is the reporter's own word.

    The cue itself ("urged", "accused") stands outside its content, so that an act of speech is told by whoever
    reports it. Of two with one content ("reported, citing officials, that ...") the nested one is the nearest.
    """
    holding = [said for said in attributions if said.content.contains(trigger) and said.cue != trigger]
    return min(holding, key=lambda said: (len(said.content), said.parent is None), default=None)
