"""Time expressions against the cases of three sets: see `time_cases` for what each of them asks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tidings.annotate.timex import Resolved, resolve
from tidings.errors import UsageError
from tidings.evaluate.time_cases import DAY, Case, Want, bounds, read_cases

RIGHT, MISSED, OPEN, COARSE, WRONG = "right", "not found", "not resolved", "wrong granularity", "wrong value"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A case, what was found at its place, and how that fares: one of the five words above.

    What has no bounds is not resolved; what meets the days wanted with other bounds is of the wrong granularity.
    """

    case: Case
    answers: tuple[Resolved, ...]
    kind: str


def score_time(path: Path) -> tuple[int, dict[str, float]]:
    """The share of cases found at all, and of those with the right value. Raises `UsageError` for another layout."""
    judged = list(verdicts(path))
    if not judged:
        raise UsageError(f"{path}: give time_recognizers, time_duckling, or dates.jsonl of GUM, or a file of them")
    plain, holidays = ([one for one in judged if one.case.holiday is kind] for kind in (False, True))
    metrics = {"value": _share(plain, RIGHT), "found": 1 - _share(plain, MISSED)}
    return len(plain), metrics | ({"holidays": _share(holidays, RIGHT)} if holidays else {})


def verdicts(path: Path) -> Iterator[Verdict]:
    """Every case of a file or folder, judged."""
    for case in read_cases(path):
        found = resolve(case.text, case.reference, case.tense, case.clock)
        answers = tuple(one for one in found if one.start < case.end and one.end > case.start)
        yield Verdict(case, answers, _kind(case, answers))


def _share(judged: list[Verdict], kind: str) -> float:
    return sum(one.kind == kind for one in judged) / max(1, len(judged))


def _kind(case: Case, answers: tuple[Resolved, ...]) -> str:
    dated = [answer.period for answer in answers if answer.period.earliest or answer.period.latest]
    if all(want.nothing for want in case.wanted):
        return WRONG if dated else RIGHT
    if any(_right(answer, want, case.loose) for answer in answers for want in case.wanted):
        return RIGHT
    if not dated:
        return OPEN if answers else MISSED
    meets = any(_meets(period.earliest, period.latest, want) for period in dated for want in case.wanted)
    return COARSE if meets else WRONG


def _meets(earliest: date | None, latest: date | None, want: Want) -> bool:
    """Whether two stretches share a day."""
    first, last = min(want.first, default=date.min), max(want.last, default=date.max)
    return (earliest or date.min) <= last and first <= (latest or date.max)


def _right(answer: Resolved, want: Want, loose: bool) -> bool:
    period = answer.period
    if want.value is not None and period.value == want.value:
        return True
    if want.minute and period.value != "PRESENT_REF":
        return (period.value or "")[:16] == want.minute
    if want.edge:
        return period.earliest == want.edge or period.latest in (want.edge, want.edge - DAY)
    if not want.first and not want.last:
        return False
    if loose and want.first and period.earliest and period.latest and period.granularity in ("week", "month", "year"):
        return all(period.earliest <= day <= period.latest for day in want.first)
    first = not want.first or period.earliest in want.first
    return first and (not want.last or period.latest in want.last or _last_part(period.value) == want.part)


_QUARTER = re.compile(r"-Q([1-4])$")


def _last_part(value: str | None) -> date | str:
    """The first day of the last part of a range."""
    last = (value or "").rpartition("/")[2]
    if "-W" in last and len(last) == 8:
        return date.fromisocalendar(int(last[:4]), int(last[6:]), 1)
    first = bounds(_QUARTER.sub(lambda found: f"-{int(found[1]) * 3 - 2:02}", last))
    return first[0] if first and "/" in (value or "") else ""
