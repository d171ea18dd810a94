"""The actor and agent dictionaries of PETRARCH and TABARI, read as those programs do.

    VALDORIA_GUARD  ; a comment          an actor, and what it is where no date says otherwise
    +TOWER_GUARD  # a comment          another name of the same
    \t[VLDMIL 900101-20041231]         who it was from one day to another
    \t[VLDELI >20050101]               and since
    BORDER_GUARD {} [~MIL]             an agent: the plural in braces, the code after a tilde

Codes without a date hold on all other days; of two codes for one day the first does. A year of two digits up to 30 is
of this century. A line that cannot be read is passed over, with a complaint, as old dictionaries have a few.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from tidings.errors import DataError
from tidings.lexicon.own.agents import Sets, is_agent, read_agent
from tidings.lexicon.own.cameo import is_country, read_code
from tidings.lexicon.own.entry import Coding, Dictionary, OwnActor, OwnAgent, timeline
from tidings.lexicon.own.names import read_name

#: Names of one actor, and codes of one actor.
MOST_NAMES, MOST_CODES = 2000, 200
_PIVOT = 30
_COMMENT = re.compile(r"<!?\s*--.*?-->|<!\s*--.*?-->", re.DOTALL)
_BLOCK = re.compile(r"\[([^\[\]]*)\]")
_CODE = re.compile(r"([A-Za-z]\w{0,30}(?:/\w{1,30})*|[-+]+)\s*(.*)")
_DATES = re.compile(r"(?:([<>])\s*(\d+)|(\d+)\s*-\s*(\d+))?")


class _Entry:
    """An actor while its lines are read; `coded` once a code was seen, even one that cannot be read."""

    __slots__ = ("blocks", "coded", "line", "names")

    def __init__(self, line: int) -> None:
        self.line = line
        self.names: list[str] = []
        self.blocks: list[Coding] = []
        self.coded = False


def read_petrarch(text: str, file: str) -> Dictionary:
    """The actors and agents of a dictionary, with a complaint for each line passed over.

    >>> read_petrarch("VALDORIA_GUARD\\n\\t[VLDMIL >20000101]", "valdoria.txt").actors[0].names
    ('Valdoria Guard',)
    """
    reader = _Lines(file)
    for number, line in _lines(text):
        reader.take(number, line)
    reader.close()
    if not reader.actors and not reader.agents:
        raise DataError(f"{file}, line 1: no actor found; an actor is a line such as VALDORIA_GUARD [VLDMIL]")
    return Dictionary(file, tuple(reader.actors), tuple(reader.agents), tuple(reader.complaints))


class _Lines:
    """Gathers actors and agents, line by line."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.actors: list[OwnActor] = []
        self.agents: list[OwnAgent] = []
        self.complaints: list[str] = []
        self._sets: Sets = {}
        self._entry: _Entry | None = None

    def take(self, number: int, line: str) -> None:
        """One line: a name with or without codes, another name, codes alone, an agent, or a set of endings."""
        if not line.strip():
            return
        if is_agent(line):
            self.close()
            try:
                self.agents.extend(read_agent(line, self._sets, f"{self.file}:{number}"))
            except ValueError as error:
                self._complain(number, "agent", str(error), line)
            return
        head = line.partition("[")[0].strip()
        if head and not head.startswith("+") and (self._entry is None or self._entry.coded):
            self.close()
            self._entry = _Entry(number)
        if self._entry is None:
            self._complain(number, "name", "must follow the name of an actor", line)
            return
        self._add(self._entry, number, head.lstrip("+ "), line)

    def close(self) -> None:
        """End the actor being read."""
        entry, self._entry = self._entry, None
        if entry is None:
            return
        if entry.coded and not entry.blocks:
            return  # told already, for each of its codes
        if not entry.blocks or not entry.names:
            self._complain(
                entry.line, "code", "an actor needs a name and a code such as [VLDMIL]", "; ".join(entry.names)
            )
            return
        self.actors.extend(_actors(entry, f"{self.file}:{entry.line}"))

    def _add(self, entry: _Entry, number: int, head: str, line: str) -> None:
        name = read_name(head)
        if name and len(entry.names) < MOST_NAMES:
            entry.names.append(name)
        elif head:
            self._complain(number, "name", f"words in letters or digits, at most {MOST_NAMES} names an actor", head)
        for block in _BLOCK.findall(line):
            entry.coded = True
            try:
                if len(entry.blocks) == MOST_CODES:
                    raise ValueError(f"at most {MOST_CODES} codes an actor")
                entry.blocks.append(_coding(block.strip()))
            except ValueError as error:
                self._complain(number, "code", str(error), f"[{block}]")

    def _complain(self, number: int, field: str, wanted: str, found: str) -> None:
        self.complaints.append(
            f"{self.file}, line {number}, field {field}: {wanted}, not {found.strip()[:60]!r}; passed over"
        )


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """The numbered lines without their comments."""
    text = _COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), text)
    for number, line in enumerate(text.split("\n"), 1):
        yield number, re.split("[#;]", re.sub(r"\[#+\]", "[---]", line), maxsplit=1)[0]


def _coding(block: str) -> Coding:
    """What stands between brackets: a code, and the days on which it holds, both ends included."""
    match = _CODE.fullmatch(block)
    dates = _DATES.fullmatch(match[2].strip()) if match else None
    if match is None or dates is None:
        raise ValueError("a code and days, such as VLDMIL 900101-20041231 or VLDMIL >20050101")
    coding, (side, bound, first, last) = read_code(match[1]), dates.groups()
    start = _day(first or bound) if first or side == ">" else None
    end = _day(last or bound) if last or side == "<" else None
    if start and end and start > end:
        raise ValueError(f"days in their order, not {start} to {end}")
    return replace(coding, start=start, end=end)


def _day(digits: str) -> date:
    """A day written as YYMMDD or YYYYMMDD; the last of the month where the month is shorter."""
    if len(digits) not in (6, 8):
        raise ValueError("a day of six or eight digits, such as 900131 or 19900131")
    year, month, day = int(digits[:-4]), int(digits[-4:-2]), int(digits[-2:])
    if len(digits) == 6:
        year += 2000 if year <= _PIVOT else 1900
    if not (1 <= month <= 12 and 1 <= day <= 31 and year):
        raise ValueError(f"a day of the calendar, such as 19900131, not {digits}")
    following = date(year + month // 12, month % 12 + 1, 1) if year < date.max.year else date.max
    return date(year, month, min(day, (following - timedelta(days=1)).day))


def _actors(entry: _Entry, origin: str) -> Iterator[OwnActor]:
    """The actor of an entry; where its codes are bare countries, those states on their days."""
    dated = [coding for coding in entry.blocks if coding.start or coding.end]
    codings = timeline([*dated, *(coding for coding in entry.blocks if not (coding.start or coding.end))])
    names = tuple(dict.fromkeys(entry.names))
    if not all(is_country(coding) for coding in codings):
        yield OwnActor(None, None, names, codings, origin)
        return
    for country in dict.fromkeys(coding.country for coding in codings):
        own = tuple(replace(c, sectors=("GOV",)) for c in codings if c.country == country)
        yield OwnActor(f"state:{country}", None, names, own, origin)
