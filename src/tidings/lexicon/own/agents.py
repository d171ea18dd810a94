"""Agents as PETRARCH writes them: "BORDER_GUARD {} [~MIL]", and the sets of endings they use."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tidings.lexicon.own.cameo import read_code, read_roles
from tidings.lexicon.own.entry import OwnAgent

#: What each mark such as !PERSON! stands for.
Sets = dict[str, list[str]]

_SET = re.compile(r"\s*(![A-Z]+!)\s*=\s*(.*)")
_AGENT = re.compile(r"([^\[\]{}~]+)(?:\{([^{}]*)\})?\s*\[\s*(~?)\s*([A-Za-z]{3,30})\s*(~?)\s*\]\s*")
_MARK = re.compile(r"![A-Z]+!")
_MOST = 50


def is_agent(line: str) -> bool:
    """Whether a line is of an agent dictionary: a code with a tilde, or a set of endings."""
    return "~" in line or _SET.match(line) is not None


def read_agent(line: str, sets: Sets, origin: str) -> Iterator[OwnAgent]:
    """The nouns of a line; the line of a set adds to the sets. Raises `ValueError` saying what would be right.

    >>> [(agent.noun, agent.plural) for agent in read_agent("BORDER_GUARD [~MIL]", {}, "x:1")]
    [('border guard', 'border guards')]
    """
    ending = _SET.match(line)
    if ending is not None:
        sets[ending[1]] = [part.strip() for part in ending[2].split(",") if part.strip()][:_MOST]
        return
    match = _AGENT.fullmatch(line)
    if match is None or bool(match[3]) == bool(match[5]):
        raise ValueError("a noun and a code, such as BORDER_GUARD [~MIL] or RELIEF_BODY [NGO~]")
    noun = _words(match[1])
    country = read_code(match[4]).country if match[5] else None
    sectors = read_code(match[4]).sectors if match[5] else read_roles(match[4])
    mark = _MARK.search(match[1])
    if mark is None:
        plural = _plural(noun) if match[2] is None else _words(match[2]) or noun
        yield OwnAgent(noun, plural, country, sectors, origin)
        return
    if mark[0] not in sets:
        raise ValueError(f"a set defined above, such as {mark[0]} = MAN, MEN")
    for part in sets[mark[0]]:
        whole = _words(match[1].replace(mark[0], part))
        yield OwnAgent(whole, whole, country, sectors, origin)


def _words(written: str) -> str:
    return " ".join(written.replace("_", " ").lower().split())


def _plural(noun: str) -> str:
    if noun.endswith("y"):
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith("ss") else "s")
