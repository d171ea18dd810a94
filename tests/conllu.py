"""Gold trees for tests: CoNLL-U into our sentences."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tidings.record import Sentence, Span, Token

SHARED = Path(__file__).resolve().parents[2] / "shared"


def read_conllu(path: Path) -> Iterator[tuple[str, Sentence]]:
    """Each sentence of the file with its text; offsets count from the start of that text."""
    for block in path.read_text("utf-8").strip().split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if line and not line.startswith("#")]
        text, at, tokens, word_end = "", 0, [], 0
        for row in rows:
            number, form = row[0], row[1]
            if "." in number:
                continue
            if "-" in number:
                at, word_end = len(text), int(number.split("-")[1])
                text += form + ("" if "SpaceAfter=No" in row[9] else " ")
                continue
            if int(number) <= word_end:
                start = min(at, len(text.rstrip()))
                at = min(start + len(form), len(text.rstrip()))
            else:
                start, at = len(text), len(text) + len(form)
                text += form + ("" if "SpaceAfter=No" in row[9] else " ")
            features = "" if row[5] == "_" else row[5]
            tokens.append(Token(Span(start, at), row[2], row[3], features, int(row[6]) - 1, row[7]))
        text = text.rstrip()
        yield text, Sentence.of(Span(0, len(text)), tuple(tokens))
