"""What the time stage gets wrong, by kind and by construction: `python -m bench.time_misses PATH [--show N]`.

PATH is one of the sets of `tidings evaluate time`. `--show N` prints N misses of each construction, with what was
wanted and what was read.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from pathlib import Path

from tidings.evaluate.time import RIGHT, Verdict, verdicts
from tidings.evaluate.time_cases import Want

_DAYS = "mon|tues?|wed|thu|fri|sat|sun"
_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
#: What an expression is made of, the first that fits.
_CONSTRUCTIONS = {
    "before the year 1000": r"\bb\.?c|\bce\b|\ba\.d|^\d{3}$|year \d{3}\b",
    "begin, middle, end of": r"\b(begin|start|middle|end|eod|eoy|eom|early|mid|late|rest|remain)",
    "last, next n units": r"\b(last|past|previous|next|(up)?coming)\b.*\b(day|week|month|quarter|year|decade)",
    "length from a time": r"\b(ago|later|earlier|hence|from now|after|before|in advance|back)\b|^in .*(min|hour|week)",
    "interval": r"\b(between|from|until|till|through|to)\b|\d ?[-–] ?\d",
    "season": r"\b(spring|summer|autumn|winter|seasons?)\b",
    "quarter": r"\bq\d|quarter",
    "relative weekday": rf"\b(last|next|this|previous|following|coming)\s+({_DAYS})",
    "weekday": rf"\b({_DAYS})",
    "clock": r"\b\d{1,2}:\d\d|\b[ap]\.?m\b|o'?clock|noon|midnight|\b\d{1,2}[ap]\b",
    "part of day": r"morning|afternoon|evening|night|noon",
    "month or day of it": rf"\b({_MONTHS})",
    "ordinal day": r"\b\d{1,2}(st|nd|rd|th)\b|\bthe \w+(st|nd|rd|th|ond|teen|ty)\b",
    "the day, the week": r"\b(the|my|our|a|an|opening|whole)\b.*\b(day|week|month|year|night|date)",
    "today and tomorrow": r"today|tomorrow|yesterday|tonight|now",
    "this week, this year": r"\b(this|that|these)\b",
    "length": r"\b(years?|months?|weeks?|days?|hours?|minutes?)\b",
    "figures": r"^[\d/.,\s-]+$",
}  # fmt: skip


def construction(verdict: Verdict) -> str:
    """What the words asked for are made of."""
    if verdict.case.holiday:
        return "holiday"
    words = verdict.case.text[verdict.case.start : verdict.case.end].lower()
    return next((name for name, pattern in _CONSTRUCTIONS.items() if re.search(pattern, words)), "other")


def shown(verdict: Verdict) -> str:
    """One miss in a line: the words, what was wanted, what was read."""
    case = verdict.case
    read = "; ".join(f"{a.text!r} {a.period.value} {a.period.earliest}..{a.period.latest}" for a in verdict.answers)
    words, wanted = case.text[case.start : case.end], " or ".join(map(_wanted, case.wanted))
    return f"  {verdict.kind}: {words!r} of {case.reference}: wanted {wanted}; read {read or 'nothing'}"


def _wanted(want: Want) -> str:
    first, last = ("/".join(map(str, sorted(days))) or "?" for days in (want.first, want.last))
    return want.minute or (f"an edge at {want.edge}" if want.edge else f"{first}..{last}")


def main() -> None:
    """Counts the misses, and shows some."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("path", type=Path)
    parser.add_argument("--show", type=int, default=0, metavar="N")
    options = parser.parse_args()
    judged = list(verdicts(options.path))
    print(dict(Counter(verdict.kind for verdict in judged)))
    groups: defaultdict[str, list[Verdict]] = defaultdict(list)
    for verdict in judged:
        if verdict.kind != RIGHT:
            groups[construction(verdict)].append(verdict)
    for name, misses in sorted(groups.items(), key=lambda group: -len(group[1])):
        kinds = ", ".join(f"{kind} {n}" for kind, n in Counter(verdict.kind for verdict in misses).most_common())
        print(f"{len(misses):4}  {name}: {kinds}")
        for verdict in misses[: options.show]:
            print(shown(verdict))


if __name__ == "__main__":
    main()
