"""The words of a content, as the readers of clauses and frames hand them on."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Content:
    """The words of a content, by index.

    `preposition` is the word that leads to it and belongs to the cue; `whole` says that it stands on both sides of
    the cue.
    """

    words: list[int] = field(default_factory=list)
    preposition: int | None = None
    whole: bool = False


#: Where a cue has no content in its sentence.
NOTHING = Content()
