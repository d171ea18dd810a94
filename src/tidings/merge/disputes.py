"""What the tellings of one event do not agree on: how many, which day, and whether it happened at all."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from tidings.record import Factuality


class Sentence(Protocol):
    """The words of a sentence."""

    @property
    def text(self) -> str: ...


class Telling(Protocol):
    """What is looked at of one telling."""

    @property
    def id(self) -> str: ...
    @property
    def sentence(self) -> Sentence: ...
    @property
    def earliest(self) -> date | None: ...
    @property
    def latest(self) -> date | None: ...
    @property
    def factuality(self) -> Factuality: ...


@dataclass(frozen=True, slots=True)
class Dispute:
    """A detail that is told in several ways: what it is, and each value with the mentions that have it."""

    what: str
    values: tuple[tuple[str, tuple[str, ...]], ...]


def disputes(tellings: Iterable[Telling]) -> list[Dispute]:
    """The details in which the tellings of one event differ, each side by side; none is taken for the right one."""
    told = list(tellings)
    found = [_sorted_out("day", told, _days)] if _days_disagree(told) else []
    found.append(_sorted_out("happened", told, lambda one: [_happened(one.factuality)]))
    counts = {one.id: toll(one.sentence.text) for one in told}
    for what in sorted({what for count in counts.values() for what in count}):
        found.append(_sorted_out(what, told, _counted(what, counts)))
    return [dispute for dispute in found if len(dispute.values) > 1]


def _counted(what: str, counts: Mapping[str, Mapping[str, int]]) -> Callable[[Telling], list[str]]:
    return lambda one: [f"{counts[one.id][what]:,}"] if what in counts[one.id] else []


def _sorted_out(what: str, told: Sequence[Telling], read: Callable[[Telling], list[str]]) -> Dispute:
    values: defaultdict[str, list[str]] = defaultdict(list)
    for one in told:
        for value in read(one):
            values[value].append(one.id)
    return Dispute(what, tuple((value, tuple(ids)) for value, ids in sorted(values.items())))


def _days(one: Telling) -> list[str]:
    if one.earliest is None or one.latest is None:
        return []
    return [str(one.earliest) if one.earliest == one.latest else f"{one.earliest} to {one.latest}"]


def _days_disagree(told: Sequence[Telling]) -> bool:
    """Whether some day is told of that lies outside another's: "on Monday" and "this week" agree."""
    begins = [one.earliest for one in told if one.earliest and one.latest]
    ends = [one.latest for one in told if one.earliest and one.latest]
    return bool(begins) and max(begins) > min(ends)


def _happened(factuality: Factuality) -> str:
    if factuality.polarity == "negative":
        return "denied"
    # A plan and a promise do not gainsay each other: neither says that it took place.
    return "claimed" if factuality.happened else "not yet"


_ONES = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
_ONES += " eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_NUMBERS = {
    **{word: value for value, word in enumerate(_ONES.split(), 1)},
    **{word: 10 * value for value, word in enumerate(_TENS.split(), 2)},
}
_NUMBER = rf"(?P<n>\d{{1,3}}(?:,\d{{3}})+|\d{{1,7}}|{'|'.join(_NUMBERS)})\b(?!,?\d)"
#: What is counted, by the words that say so.
_COUNTED = {
    "killed": "killed|dead|died|deaths?|slain",
    "hurt": "wounded|injured|hurt",
    "held": "arrested|detained",
    "taken": "abducted|kidnapped",
    "missing": "missing",
    "displaced": "displaced",
}
_ABOUT = r"(?:(?:at least|more than|as many as|up to|about|around|some|nearly|over|an estimated) )?"
_NO_TOLL = r" (?!years?|days?|hours?|months?|weeks?|per ?cent)"
_MOST = 2_000


def _pattern(cues: str) -> re.Pattern[str]:
    before = rf"\b{_NUMBER}(?: (?!and )[a-z'’-]+){{0,4}}? (?:{cues})\b"
    number = _NUMBER.replace("?P<n>", "?P<m>")
    after = rf"\b(?:{cues}) (?:toll )?(?:of |(?:rose|risen|climbed|stands|stood) (?:to|at) )?{_ABOUT}{number}"
    return re.compile(f"{before}|{after}{_NO_TOLL}", re.IGNORECASE)


_PATTERNS = {what: _pattern(cues) for what, cues in _COUNTED.items()}


def toll(sentence: str) -> dict[str, int]:
    """How many a sentence says were killed, hurt, held, taken, are missing or displaced; the first number of each.

    >>> toll("At least twelve people were killed and 1,300 wounded, police said; they arrested 3 men.")
    {'killed': 12, 'hurt': 1300, 'held': 3}
    >>> toll("The army killed nobody in 2019.")
    {}
    """
    return dict(_tolls(sentence[:_MOST] + " "))


def _tolls(sentence: str) -> Iterator[tuple[str, int]]:
    for what, pattern in _PATTERNS.items():
        if found := pattern.search(sentence):
            said = (found["n"] or found["m"]).lower()
            yield what, _NUMBERS.get(said) or int(said.replace(",", ""))
