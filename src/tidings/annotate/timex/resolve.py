"""From words to times: the longest readings of a text, left to right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from functools import cache

from tidings.annotate.timex.absolute import add_absolute
from tidings.annotate.timex.chart import Grammar, Node
from tidings.annotate.timex.clock import add_clock
from tidings.annotate.timex.dayparts import add_dayparts
from tidings.annotate.timex.holidays import add_holidays
from tidings.annotate.timex.lengths import add_lengths
from tidings.annotate.timex.lexemes import Lexeme, words
from tidings.annotate.timex.limits import add_limits
from tidings.annotate.timex.members import add_members
from tidings.annotate.timex.names import add_names
from tidings.annotate.timex.numbers import add_numbers
from tidings.annotate.timex.offsets import add_offsets
from tidings.annotate.timex.period import Context, Expression, Period
from tidings.annotate.timex.ranges import add_ranges, add_sets
from tidings.annotate.timex.relative import add_relative
from tidings.annotate.timex.stretch_ends import add_stretch_ends
from tidings.annotate.timex.stretches import add_stretches
from tidings.annotate.timex.years import add_years

_WHOLE = frozenset({"date", "time", "duration", "set", "range"})
_EDGES = frozenset({"in", "on", "at", "by", "around", "about", "before", "after", ",", ".", "-", "from", "for", "of",
                    "since", "until", "till", "during", "throughout"})  # fmt: skip
_CLOSERS = frozenset({".", ",", ";", "!", "?", ")", "at", "between"})
_MONEY = frozenset({"$", "£", "€"})
#: Two days that tell expressions counted from publication from those that are not.
_PROBES = (date(2001, 5, 16), date(2014, 10, 23))


@dataclass(frozen=True, slots=True)
class Found:
    """A time expression in a text: its lexemes (half-open), its span, and how to read it."""

    first: int
    last: int
    start: int
    end: int
    read: Expression

    @property
    def relative(self) -> bool:
        """Whether it means something only against a day of publication."""
        return any(period and period.anchor for period in (self.read(Context(day, day)) for day in _PROBES))


@dataclass(frozen=True, slots=True)
class Resolved:
    """A time expression of a plain text and what it stands for."""

    start: int
    end: int
    text: str
    period: Period


@cache
def grammar() -> Grammar:
    """The rules of English news time."""
    made = Grammar()
    add_numbers(made)
    add_absolute(made)
    add_years(made)
    add_holidays(made, words())
    add_relative(made)
    add_stretch_ends(made)
    add_names(made)
    add_dayparts(made)
    add_members(made)
    add_clock(made)
    add_lengths(made)
    add_offsets(made)
    add_limits(made)
    add_stretches(made)
    add_sets(made)
    add_ranges(made)
    return made


def expressions(text: str) -> Iterator[tuple[list[Lexeme], Found]]:
    """Every time expression of a text with the lexemes it was found in, longest first from the left."""
    lexemes = words().lex(text)
    for first, last in _clusters(lexemes):
        cluster = lexemes[first:last]
        chart, at = grammar().parse(cluster), 0
        while at < len(cluster):
            node = _best(lexemes, first + at, chart[at : at + 2], cluster[at].word)
            if node:
                node = _apart(lexemes, first + node.end, node, chart[at])
                start, end = _trimmed(cluster, node)
                yield lexemes, Found(first + start, first + end, cluster[start].start, cluster[end - 1].end, node.value)
            at = node.end if node else at + 1


def resolve(text: str, reference: date, tense: str = "past", clock: time | None = None) -> list[Resolved]:
    """What the time expressions of a text stand for when it is published on a day, without trees.

    `tense` (past, present, future or unknown) is that of the verbs around them; `clock` the hour of publication,
    where it is known. What has no meaning (February 30) is left out.

    >>> [(r.text, r.period.value) for r in resolve("from early March until last week", date(2021, 7, 28))]
    [('early March until last week', '2021-03/2021-W29')]
    """
    context = Context(reference, reference, tense, clock=clock)
    found = []
    for lexemes, one in expressions(text):
        period = one.read(context) if plausible(lexemes, one) else None
        if period:
            found.append(Resolved(one.start, one.end, text[one.start : one.end], period))
    return found


def plausible(lexemes: Sequence[Lexeme], found: Found) -> bool:
    """Whether an expression can be a time by its own words and those beside it, without parts of speech."""
    before = lexemes[found.first - 1].word if found.first else ""
    after = lexemes[found.last].word if found.last < len(lexemes) else ""
    if before == "#" or after == "%":
        return False
    if before == "at" and [one.word for one in lexemes[found.last - 2 : found.last]] == ["the", "day"]:
        return False  # "at the end of the day" is "after all"
    if lexemes[found.first].word in words().soon and after in ("before", "after"):
        return False  # "shortly before midnight" does not look ahead
    if lexemes[found.last - 1].word in ("st", "nd", "rd", "th") and not _dated(lexemes[found.first : found.last]):
        return not after.isalpha() or after in words().prepositions or after in ("and", "or", "at")
    if found.last - found.first > 1:
        return True
    only = lexemes[found.first]
    if only.form[0].isdecimal():
        if len(only.form) == 8:
            return not after.isalpha()
        return 1500 <= int(only.word) <= 2100 or before in words().prepositions or _alone(lexemes, found)
    if only.word in words().ambiguous:
        return only.word != "second" and (before in words().prepositions or _alone(lexemes, found))
    return True


def _alone(lexemes: Sequence[Lexeme], found: Found) -> bool:
    """Whether the text has no other words."""
    return not any(one.word.isalnum() for one in (*lexemes[: found.first], *lexemes[found.last :]))


def _dated(stretch: Sequence[Lexeme]) -> bool:
    """Whether a month or a day of the week is named."""
    return any(kind in ("month", "weekday") for lexeme in stretch for kind, _ in lexeme.kinds)


def numbered(stretch: Sequence[Lexeme]) -> bool:
    """Whether a day, a month or a year is told by number or name."""
    return any(kind in ("n", "nth", "month", "far", "ymd") for lexeme in stretch for kind, _ in lexeme.kinds)


def _clusters(lexemes: Sequence[Lexeme]) -> Iterator[tuple[int, int]]:
    """Runs of lexemes that the grammar knows and of which one can make a time."""
    literals, hints = grammar().literals, words().hints
    first, hinted = 0, False
    for index, lexeme in enumerate(lexemes):
        if lexeme.kinds or lexeme.word in literals:
            hinted = hinted or lexeme.word in hints or _numeric_hint(lexeme)
            continue
        if hinted:
            yield first, index
        first, hinted = index + 1, False
    if hinted:
        yield first, len(lexemes)


def _numeric_hint(lexeme: Lexeme) -> bool:
    return lexeme.word in ("/", ":", "’", "'") or any(kind in ("year", "ymd", "holiday") for kind, _ in lexeme.kinds)


def _best(lexemes: Sequence[Lexeme], place: int, charts: Sequence[Sequence[Node]], word: str) -> Node | None:
    """The longest reading that starts here; none for a sum of money, and none where the one after a preposition
    reaches further ("on" + "1/1/2016").
    """
    if place and lexemes[place - 1].word in _MONEY and lexemes[place].form[0].isdecimal():
        return None
    leads = word in _EDGES or word == "within"
    here = _longest([node for node in charts[0] if not _counts(lexemes, place, place + node.end - node.start)])
    after = _longest(charts[1]) if len(charts) > 1 and leads else None
    return None if here and after and after.end > here.end else here


def _counts(lexemes: Sequence[Lexeme], first: int, last: int) -> bool:
    """Whether a reading ends in a number that counts what follows: "Monday 21 people", "May 35 people", "at 12 sites".

    After a weekday a number must be the end of the clause, or a time of the clock must follow.
    """
    number, before = lexemes[last - 1], lexemes[last - 2]
    after = lexemes[last].word if last < len(lexemes) else "."
    kinds = dict(number.kinds)
    if last - first < 2 or "n" not in kinds or "year" in kinds:
        return False
    if "far" in kinds:
        return after.isalpha()
    if any(kind == "weekday" for kind, _ in before.kinds):
        return after not in _CLOSERS or _fraction(lexemes, last)
    figures = before.word in (".", "-") and lexemes[last - 3].form.isdecimal()
    named = figures or (any(kind == "month" for kind, _ in before.kinds) and kinds["n"] > 31)
    return (named or before.word in ("at", "around")) and after.isalpha() and after not in words().joints


def _fraction(lexemes: Sequence[Lexeme], at: int) -> bool:
    """Whether a number goes on behind a point: "4.2"."""
    return (
        at + 1 < len(lexemes)
        and lexemes[at].word == "."
        and lexemes[at + 1].start == lexemes[at].end
        and lexemes[at + 1].form.isdecimal()
    )


def _apart(lexemes: Sequence[Lexeme], after: int, node: Node, nodes: Sequence[Node]) -> Node:
    """The same words counted from an event that follows ("two weeks before the vote"), which has no date here."""
    follows = after < len(lexemes) and lexemes[after].word.isalpha() and lexemes[after].word not in words().joints
    return next((n for n in nodes if follows and n.kind == "apart" and n.end == node.end), node)


def _longest(nodes: Sequence[Node]) -> Node | None:
    whole = [node for node in nodes if node.kind in _WHOLE]
    return max(whole, key=lambda node: (node.end, node.kind != "range"), default=None)


def _trimmed(cluster: Sequence[Lexeme], node: Node) -> tuple[int, int]:
    """The node without the preposition it begins with and the mark it ends with: TIMEX3 leaves them out."""
    start, end = node.start, node.end
    while end - start > 1 and cluster[start].word in _EDGES and cluster[start + 1].word not in ("least", "most"):
        start += 1
    while end - start > 1 and cluster[end - 1].word in (",", "-"):
        end -= 1
    if end - start > 1 and cluster[end - 1].word == "." and cluster[end - 2].word != "m":
        end -= 1
    return start, end


def unresolved(period: Period) -> Period:
    """The same expression with nothing known of it but its type: for a report without a date."""
    return replace(period, value=None, earliest=None, latest=None, granularity=None, anchor=None)
