"""Words and numbers of a text, each with the kinds the grammar knows it by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from tidings.annotate.timex.vocabulary import LISTS, entries, load_table

Kinds = tuple[tuple[str, Any], ...]

# Numbers with their thousands, numbers, runs of letters, single marks: no nesting, so no backtracking.
_LEXEME = re.compile(r"\d{1,3}(?:,\d{3})+(?!\d)|\d+|[^\W\d_]+|[^\w\s]")
_TABLE = "data/languages/en/time.yaml"


@dataclass(frozen=True, slots=True)
class Lexeme:
    """A word, number or mark of the text, in lower case too, and what it may be: `kinds` is empty for most."""

    start: int
    end: int
    form: str
    word: str
    kinds: Kinds


@dataclass(frozen=True, slots=True)
class Words:
    """The vocabulary of time: `kinds` by lower-case word, the words that can start a search, and plain settings."""

    kinds: dict[str, Kinds]
    hints: frozenset[str]
    holidays: dict[str, Any]
    ambiguous: frozenset[str]
    prepositions: frozenset[str]
    forward: frozenset[str]
    backward: frozenset[str]
    soon: frozenset[str]
    fillers: frozenset[str]
    joints: frozenset[str]

    def lex(self, text: str) -> list[Lexeme]:
        """The lexemes of a text, in order.

        >>> [x.word for x in words().lex("mid-1990s, 27th")]
        ['mid', '-', '1990', 's', ',', '27', 'th']
        """
        return list(self._lexemes(text))

    def _lexemes(self, text: str) -> Iterator[Lexeme]:
        kinds = self.kinds
        for match in _LEXEME.finditer(text):
            form = match.group()
            word = form.lower()
            if word in self.fillers:
                continue
            known = kinds.get(word)
            if known is None:
                known = number_kinds(form) if form[0].isdecimal() else ()
            yield Lexeme(match.start(), match.end(), form, word, known)


@cache
def number_kinds(form: str) -> Kinds:
    """What a run of digits may be: a plain number `n`, a `year` of four digits, two digits `dd`, a whole date
    `ymd`, or, where a year may stand, one that no report speaks of, `far`.
    """
    plain = form.replace(",", "")
    if len(form) == 8 and form[:2] in ("19", "20") and "01" <= form[4:6] <= "12" and "01" <= form[6:] <= "31":
        return (("ymd", (int(form[:4]), int(form[4:6]), int(form[6:]))),)
    if len(plain) > 6:
        return ()
    value = int(plain)
    found: list[tuple[str, Any]] = [("n", value)]
    if len(form) == 4 and 1000 <= value <= 2999:
        found.append(("year", value))
    elif len(plain) in (4, 5) and plain == form:
        found.append(("far", value))
    if len(form) == 2:
        found.append(("dd", value))
    return tuple(found)


@cache
def words(table: str = _TABLE) -> Words:
    """The vocabulary of `data/languages/en/time.yaml`. Raises `DataError` where the file breaks its schema."""
    data = load_table(table)
    kinds: dict[str, list[tuple[str, Any]]] = {}
    for kind, listed in data["kinds"].items():
        for word, value in entries(table, kind, listed):
            kinds.setdefault(word, []).append((kind, value))
    hints = {word for word, found in kinds.items() if any(kind in data["hints"] for kind, _ in found)}
    hints.update(name.split()[0] for name in data["holidays"])
    settings = {key: frozenset(data[key]) for key in LISTS}
    soon = frozenset(word for word, found in kinds.items() if any(kind == "soon" for kind, _ in found))
    return Words({w: tuple(k) for w, k in kinds.items()}, frozenset(hints), data["holidays"], soon=soon, **settings)
