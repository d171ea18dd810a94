"""A small bottom-up parser: rules over kinds of words, every reading of a stretch of text at once.

Rules are held in a trie, so that at each word only those that can begin there are tried (left-corner chart parsing,
Kay 1980). Positions are worked from right to left: what starts later is complete when it is needed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Any

from tidings.annotate.timex.lexemes import Lexeme

Production = Callable[..., Any]


@dataclass(slots=True)
class Branch:
    """What may follow in some rule, and the rules that end here."""

    following: dict[str, Branch] = field(default_factory=dict)
    endings: list[tuple[str, Production]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Node:
    """A stretch of lexemes, half-open, read as some kind of thing."""

    start: int
    end: int
    kind: str
    value: Any


@dataclass(frozen=True, slots=True)
class Grammar:
    """Rules, added by the decorator `rule`, as a trie over kinds and quoted words."""

    root: Branch = field(default_factory=Branch)
    literals: set[str] = field(default_factory=set)

    def rule(self, kind: str, *patterns: str) -> Callable[[Production], Production]:
        """Adds a rule: `production` makes a `kind` from the values of the kinds in a pattern, or None if it cannot.

        A pattern is words apart by blanks: a kind ("month"), or words in quotes of which one must stand there
        ("'of'|'in'"); a quoted item that ends in ? may be missing. Quoted words give no value.
        """

        def add(production: Production) -> Production:
            for pattern in patterns:
                for items in product(*map(_choices, pattern.split())):
                    self.insert([item for item in items if item], kind, production)
            return production

        return add

    def insert(self, items: Sequence[str], kind: str, production: Production) -> None:
        """Adds one plain sequence of kinds and quoted words."""
        branch = self.root
        for item in items:
            if item[0] == "'":
                self.literals.add(item[1:-1])
            branch = branch.following.setdefault(item, Branch())
        branch.endings.append((kind, production))

    def parse(self, lexemes: Sequence[Lexeme]) -> list[list[Node]]:
        """For each lexeme, every node that starts there."""
        chart: list[list[Node]] = [[] for _ in range(len(lexemes) + 1)]
        for start in range(len(lexemes) - 1, -1, -1):
            if lexemes[start].kinds or lexemes[start].word in self.literals:
                self._fill(start, lexemes, chart)
        return chart[:-1]

    def _fill(self, start: int, lexemes: Sequence[Lexeme], chart: list[list[Node]]) -> None:
        here = chart[start]
        known: set[tuple[int, str]] = set()
        if lexemes[start].word in self.literals:
            here.append(Node(start, start + 1, f"'{lexemes[start].word}'", None))
        here.extend(Node(start, start + 1, kind, value) for kind, value in lexemes[start].kinds)
        for node in here:  # grows while it is walked
            branch = self.root.following.get(node.kind)
            if branch:
                values = () if node.kind[0] == "'" else (node.value,)
                self._walk(branch, start, node.end, values, chart, known)

    def _walk(
        self, branch: Branch, start: int, at: int, values: tuple[Any, ...], chart: list[list[Node]],
        known: set[tuple[int, str]],
    ) -> None:  # fmt: skip
        for kind, production in branch.endings:
            if (at, kind) not in known:
                value = production(*values)
                if value is not None:
                    known.add((at, kind))
                    chart[start].append(Node(start, at, kind, value))
        if branch.following:
            for node in chart[at]:
                below = branch.following.get(node.kind)
                if below:
                    more = values if node.kind[0] == "'" else (*values, node.value)
                    self._walk(below, start, node.end, more, chart, known)


def _choices(item: str) -> list[str]:
    """The words or kinds of which one must stand in this place; an empty one where it may be missing."""
    optional = item.endswith("?")
    return item.removesuffix("?").split("|") + ([""] if optional else [])
