"""Text -> the spans of its paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tidings.record import Span

_BLOCK = re.compile(r"(?:[^\n]*\S[^\n]*(?:\n|\Z))+")
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_SENTENCE_END = re.compile(r"""[.!?:;…]["'”’)\]]{0,3}\Z""")
_WIDEST_COLUMN = 120
_NARROWEST_COLUMN = 40


def paragraphs(text: str) -> list[Span]:
    """Where the paragraphs of a normalised text stand, without the white space around them.

    Blank lines part paragraphs, and so does every newline, unless the lines between two blank lines are those of
    one paragraph wrapped to a column.

    >>> text = "A headline\\n\\nOne paragraph.\\nAnother."
    >>> [span.slice(text) for span in paragraphs(text)]
    ['A headline', 'One paragraph.', 'Another.']
    """
    found: list[Span] = []
    for block in _BLOCK.finditer(text):
        lines = [_strip(text, *line.span()) for line in _LINE.finditer(text, *block.span())]
        for run in _runs([line.slice(text) for line in lines]):
            found.append(Span(lines[run.start].start, lines[run.stop - 1].end))
    return found


def _strip(text: str, start: int, end: int) -> Span:
    line = text[start:end]
    left = len(line) - len(line.lstrip())
    return Span(start + left, start + left + len(line.strip()))


def _runs(lines: list[str]) -> Iterator[range]:
    if len(lines) > 1 and _wrapped(lines):
        yield range(len(lines))
    else:
        yield from (range(i, i + 1) for i in range(len(lines)))


def _wrapped(lines: list[str]) -> bool:
    """Whether lines fill a column: all but the last nearly as long as the longest, and seldom a sentence's end."""
    longest = max(map(len, lines))
    if not _NARROWEST_COLUMN <= longest <= _WIDEST_COLUMN:
        return False
    inner = lines[:-1]
    ended = sum(bool(_SENTENCE_END.search(line)) for line in inner)
    full = all(len(line) + len(lines[i + 1].split(None, 1)[0]) + 12 > longest for i, line in enumerate(inner))
    return full and ended <= 0.4 * len(inner)
