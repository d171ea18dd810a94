"""The table of words of time, checked entry by entry where it is loaded."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from importlib.resources import files
from typing import Any

import yaml

from tidings.errors import DataError

#: Plain lists of words beside `kinds` and `holidays`.
LISTS = ("ambiguous", "prepositions", "forward", "backward", "fillers", "joints")
_MONTH_DAY = re.compile(r"(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])")


def load_table(table: str) -> dict[str, Any]:
    """The table at a path inside the package. Raises `DataError` where it breaks its schema."""
    try:
        text = files("tidings").joinpath(table).read_text("utf-8")
        data = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.YAMLError as error:
        raise DataError(f"{table}: {error}") from error
    check(table, data)
    return dict(data)


def check(table: str, data: Any) -> None:
    """Raises `DataError` naming the first entry that is wrong, and what would be right.

    >>> empty = dict.fromkeys((*LISTS, "hints"), [])
    >>> check("time.yaml", {"kinds": {}, "holidays": {"mayday": {"day": "May 1"}}, **empty})
    Traceback (most recent call last):
        ...
    tidings.errors.DataError: time.yaml: holidays.mayday.day: a month and a day as 05-01 would be right
    """
    for part in ("kinds", "holidays"):
        if not isinstance(data, dict) or not isinstance(data.get(part), dict):
            raise DataError(f"{table}: {part}: a mapping would be right")
    for part in (*LISTS, "hints"):
        words = data.get(part)
        if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
            raise DataError(f"{table}: {part}: a list of words would be right (quote on, no, yes)")
    for name, law in data["holidays"].items():
        _check_law(f"{table}: holidays.{name}", law)


def entries(table: str, kind: str, words: Any) -> Iterator[tuple[str, Any]]:
    """Words and values of one kind: a mapping value -> words, or a list of words that are their own value."""
    if isinstance(words, list):
        yield from ((str(word), str(word)) for word in words)
    elif isinstance(words, dict):
        for value, forms in words.items():
            for form in forms if isinstance(forms, list) else [forms]:
                yield str(form), value
    else:
        raise DataError(f"{table}: kinds.{kind}: a list of words, or a mapping of value to words, would be right")


def _check_law(where: str, law: Any) -> None:
    if not isinstance(law, dict) or len(_LAWS.keys() & law.keys()) != 1:
        raise DataError(f"{where}: one of {', '.join(_LAWS)} would be right")
    (base,) = _LAWS.keys() & law.keys()
    fields = _LAWS[base] | {"days": _count}
    for field, value in law.items():
        if field not in fields:
            raise DataError(f"{where}: {field}: only {', '.join(fields)} go with {base}")
        wrong = fields[field](value)
        if wrong:
            raise DataError(f"{where}.{field}: {wrong} would be right")
    missing = [field for field in _LAWS[base] if field not in law and field != "plus"]
    if missing:
        raise DataError(f"{where}: {missing[0]} is missing")


def _within(low: int, high: int) -> Callable[[Any], str]:
    def wrong(value: Any) -> str:
        return "" if type(value) is int and low <= value <= high else f"a whole number from {low} to {high}"

    return wrong


def _month_day(value: Any) -> str:
    return "" if isinstance(value, str) and _MONTH_DAY.fullmatch(value) else "a month and a day as 05-01"


def _lunar(value: Any) -> str:
    known = isinstance(value, list) and len(value) == 2 and not _month(value[0]) and not _within(1, 30)(value[1])
    return "" if known else "[month, day] of the Islamic calendar"


_count, _month = _within(1, 60), _within(1, 12)
#: What each law of a holiday needs, by the field that names it, with what says what is wrong with a value.
_LAWS: Mapping[str, dict[str, Callable[[Any], str]]] = {
    "day": {"day": _month_day},
    "month": {"month": _month, "weekday": _within(0, 6), "nth": _within(-1, 5), "plus": _within(0, 30)},
    "easter": {"easter": _within(-100, 100)},
    "orthodox": {"orthodox": _within(-100, 100)},
    "lunar": {"lunar": _lunar},
    "hebrew": {"hebrew": _within(-250, 120)},
    "persian": {"persian": _within(0, 365)},
    "moon": {"moon": _month_day, "east": _within(-12, 14), "plus": _within(-15, 30)},
}
