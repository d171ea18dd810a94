"""The cue words of `data/languages/en/zones.yaml`, compiled once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from tidings.errors import DataError
from tidings.record import ZoneKind

#: The kinds told by cue words, in the order in which they are tried.
_CUED = (ZoneKind.BOILERPLATE, ZoneKind.SOURCE, ZoneKind.CAPTION, ZoneKind.BYLINE)
_NOTHING = "(?!)"


@dataclass(frozen=True, slots=True)
class KindCues:
    """What tells one kind of zone: `lowered` for the paragraph in lower case, `cased` for it as it is."""

    kind: ZoneKind
    most_words: int
    lowered: re.Pattern[str]
    cased: re.Pattern[str]

    def fit(self, paragraph: str, lowered: str, words: int) -> bool:
        """Whether a paragraph is of this kind."""
        return words <= self.most_words and bool(self.lowered.search(lowered) or self.cased.search(paragraph))


@dataclass(frozen=True, slots=True)
class Cues:
    """All that tells the zones of a report apart."""

    kinds: tuple[KindCues, ...]
    boilerplate_heads: frozenset[str]
    dateline: re.Pattern[str]
    abbreviations: tuple[str, ...]
    lead_words: frozenset[str]
    function_words: frozenset[str]


@cache
def load_cues() -> Cues:
    """The cues that ship with Tidings. Raises `DataError` naming the field that is wrong."""
    text = (files("tidings") / "data" / "languages" / "en" / "zones.yaml").read_text("utf-8")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return cues_of(yaml.load(text, loader))


def cues_of(data: Mapping[str, Any]) -> Cues:
    """Cues from the content of a zones.yaml."""
    try:
        return Cues(
            kinds=tuple(_kind(kind, data[kind.value]) for kind in _CUED),
            boilerplate_heads=frozenset(data["boilerplate_heads"]),
            dateline=re.compile(data["dateline"]),
            abbreviations=tuple(data["abbreviations"]),
            lead_words=frozenset(data["lead_words"]),
            function_words=frozenset(data["function_words"]),
        )
    except (KeyError, TypeError, re.error) as error:
        raise DataError(f"languages/en/zones.yaml: {type(error).__name__} {error}") from error


def _kind(kind: ZoneKind, entry: Mapping[str, Any]) -> KindCues:
    return KindCues(kind, int(entry["words"]), re.compile(_lowered(entry)), _any(entry.get("signs", ())))


def _lowered(entry: Mapping[str, Any]) -> str:
    """One pattern for all literal cues; a cue that ends in a letter ends at the end of a word."""
    parts = [
        rf"\A{_words(entry.get('starts', ()))}",
        rf"{_words(entry.get('ends', ()))}\Z",
        _words(entry.get("holds", ())),
        rf"\A{_words(entry.get('whole', ()))}[.:]?\Z",
        *(rf"\A(?:{pattern})" for pattern in entry.get("matches", ())),
    ]
    return "|".join(parts)


def _words(cues: tuple[str, ...]) -> str:
    if not cues:
        return _NOTHING
    return "(?:" + "|".join(_bounded(cue.lower()) for cue in cues) + ")"


def _bounded(cue: str) -> str:
    return (r"\b" if cue[0].isalnum() else "") + re.escape(cue) + (r"\b" if cue[-1].isalnum() else "")


def _any(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns) or _NOTHING)
