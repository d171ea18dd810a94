"""Agent nouns: what a head noun says of the sector of an actor that no registry names."""

from __future__ import annotations

from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass, replace
from importlib.resources.abc import Traversable

from tidings.lexicon.phrases import PhraseTable
from tidings.lexicon.tables import Row, data_folder, read_table

_COLUMNS = ("noun", "plural", "kind", "country", "sectors", "inherits", "gender")
#: What a row may be: a person, a body of people, a word for a country; a word before a noun that gives it a sector,
#: sets it outside every country ("foreign"), or into the past ("former").
KINDS = frozenset({"person", "body", "country", "modifier", "foreign", "former"})

#: Letters a word must have before an ending, and the most that an ending has.
_STEM, _LONGEST_ENDING = 3, 12


@dataclass(frozen=True, slots=True)
class Agent:
    """A noun for those who act.

    `inherits`: a spokesman has the sector of those he speaks for; `needs_master`: a member or a branch is nobody where
    nothing says whose.
    """

    noun: str
    kind: str
    country: str | None
    sectors: tuple[str, ...]
    inherits: bool
    gender: str | None
    plural: bool
    needs_master: bool = False


class Agents:
    """The agent nouns and the words that go before them, each in singular and plural; "-worker" is an ending.

    >>> load_agents().nouns.get("foreign ministers")[0].sectors
    ('GOV',)
    """

    __slots__ = ("_endings", "given_names", "modifiers", "nouns")

    def __init__(self, rows: list[Row], given_names: dict[str, str]) -> None:
        self.given_names = given_names
        nouns: list[tuple[str, Agent]] = []
        self._endings: dict[str, Agent] = {}
        modifiers: list[tuple[str, Agent]] = []
        for row in rows:
            if row["kind"] not in KINDS:
                raise row.broken("kind", f"one of {', '.join(sorted(KINDS))}")
            if row["kind"] in ("modifier", "foreign", "former"):
                modifiers.append((row["noun"], _agent(row, plural=False)))
                continue
            if row["noun"].startswith("-"):
                self._endings[row["noun"][1:]] = _agent(row, plural=False)
                self._endings[row["plural"][1:]] = _agent(row, plural=True)
                continue
            if row["plural"] != row["noun"]:
                nouns.append((row["noun"], _agent(row, plural=False)))
            if row["plural"]:
                nouns.append((row["plural"], _agent(row, plural=True)))
        self.nouns: PhraseTable[Agent] = PhraseTable(nouns)
        self.modifiers = PhraseTable(modifiers)

    def by_ending(self, word: str) -> Agent | None:
        """What the end of a word says of those it names, for words that no row has: "dockworkers", "novelist".

        >>> load_agents().by_ending("dockworkers").sectors
        ('LAB',)
        """
        for size in range(min(len(word) - _STEM, _LONGEST_ENDING), 2, -1):
            agent = self._endings.get(word[-size:])
            if agent is not None:
                return replace(agent, noun=word)
        return None

    def with_own(self, own: Iterable[tuple[str, Agent]]) -> Agents:
        """The same with the user's nouns before ours."""
        whole = copy(self)
        whole.nouns = self.nouns.under(own)
        return whole


def _agent(row: Row, *, plural: bool) -> Agent:
    return Agent(
        row["noun"],
        row["kind"],
        row["country"] or None,
        row.many("sectors"),
        row["inherits"] in ("yes", "only"),
        row["gender"] or None,
        plural,
        row["inherits"] == "only",
    )


def load_agents(folder: Traversable | None = None) -> Agents:
    """The agent nouns of English and the genders of given names. Raises `DataError` where a line is broken."""
    folder = folder or data_folder() / "languages" / "en"
    names = read_table(folder / "given_names.tsv", ("name", "gender"))
    genders = {row["name"]: row["gender"] for row in names}
    return Agents(list(read_table(folder / "agents.tsv", _COLUMNS)), genders)
