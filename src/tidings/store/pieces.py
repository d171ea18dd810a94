"""A sentence cut where its evidence begins and ends, for whoever marks it."""

from __future__ import annotations

from tidings.store.why import Telling

#: (a stretch of a sentence, what it is: "trigger", "side", or "" for the rest)
Piece = tuple[str, str]


def pieces(telling: Telling) -> tuple[Piece, ...]:
    """The sentence of a telling in pieces: trigger, sides, and the rest; together they are the whole sentence."""
    text, start = telling.sentence.text, telling.sentence.span.start
    marks = [""] * len(text)
    for words, kind in (
        *((side, "side") for side in (*telling.actors, *telling.recipients)),
        (telling.trigger, "trigger"),
    ):
        for at in range(max(0, words.span.start - start), min(len(text), words.span.end - start)):
            marks[at] = kind
    cut: list[Piece] = []
    for character, mark in zip(text, marks, strict=True):
        if cut and cut[-1][1] == mark:
            cut[-1] = (cut[-1][0] + character, mark)
        else:
            cut.append((character, mark))
    return tuple(cut)
