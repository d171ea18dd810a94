"""What the words beside each name say: a larger place that holds it, what kind of place it is, a list it stands in."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise

from tidings.annotate.toponym.candidates import Candidate
from tidings.lexicon.places import DIVISIONS
from tidings.record import Span

HOLDS, KIND = 4.0, 3.0
#: What stands between a place and the larger one that holds it.
_HELD = re.compile(
    r"\s*(?:,|\(|,? in|,? of|, in the [a-z]+ of|, capital of)\s*(?:the |northern |southern |eastern |western )?"
)
_PLACE_WORD = (
    r"(?:camp|district|village|town|city|area|region|province|suburb|slums?|neighbou?rhood|county|municipality|township|"
    r"island|port|base|prison|hospital|airport|quarter)"
)
#: What stands between a name and the place that holds it, told in any of the usual ways.
_INSIDE = re.compile(
    rf"(?:(?: [a-z]+)? {_PLACE_WORD})?\s*"
    rf"(?:,|\(|,? in|,? in the [a-z]+ of| of|, an?(?: [a-z]+)? {_PLACE_WORD} (?:in|of))"
    r"\s*(?:the |northern |southern |eastern |western )?"
)
_HOLDS_NEXT = re.compile(r"(?:'s|’s)\s+(?:[a-z-]+ ){0,3}(?:of )?")
_DIVISION_WORD = re.compile(r"\s+(?:province|state|region|governorate|oblast|prefecture|county|district)\b", re.I)
_DIVISION_BEFORE = re.compile(r"\b(?:province|state|region|governorate|prefecture) of (?:the )?$")
_DIVISIONS_AFTER = re.compile(r"\s+(?:provinces|states|regions|governorates|prefectures|counties|districts)\b", re.I)
_TOWN_BEFORE = re.compile(r"\b(?:city|town|village|port|suburb|capital) of $|\bcapital,? $")
#: What follows the name of a town or a county, never that of a state, which has an adjective: "a Lebanon woman".
_LOCAL_AFTER = re.compile(
    r"(?:[’']s?)?\s+(?:(?:City|Town|Village|County|Public|Police|Fire|Volunteer|Junior|Middle|High|Elementary|School|"
    r"Independent|Township|Area|Chamber of|Community|Memorial)\s+(?:Council|Hall|Library|School|High|Department|Fire|"
    r"District|Schools|Board|Jail|Fair|Commerce|Hospital|College|Court|Independent|Elementary|Manager|Attorney|"
    r"Center|Centre)|(?:city|town) (?:council|limits|hall|manager)|(?:man|woman|boy|girl|native|resident|residents|"
    r"teen|teenager|couple|firefighters|police officer|mayor|church|apartment|house|home|school board|attorney|"
    r"businessman|educator|suburb|(?:junior |middle |high |elementary )school)\b)"
)
_LISTED = re.compile(r"\s*(?:,|,? and|,? or|&)\s*(?:the )?")
_AND = re.compile(r"\s*(?:,|;|,? and|,? or|,? as well as|&)\s*(?:the )?")
#: From how many names on a list is one of like things, and how large a share of them must be able to be such.
_LIST, _LIKE = 3, 0.75
_GAP = 30


@dataclass(slots=True)
class Sense:
    """One name of a report: where it stands, what it may mean, and how likely each meaning is."""

    options: tuple[Candidate, ...]
    spans: list[Span] = field(default_factory=list)
    bonus: dict[int, float] = field(default_factory=lambda: defaultdict(float))
    scores: list[float] = field(default_factory=list)

    def favour(self, fits: Callable[[Candidate], bool], by: float = KIND) -> None:
        """Adds to the readings that fit, once."""
        for option in self.options:
            if fits(option):
                self.bonus[option.index] = max(self.bonus[option.index], by)


def weigh_company(text: str, spans: Sequence[Span], order: Sequence[Sense]) -> None:
    """Adds to the readings of each name what the words beside it say for them."""
    listed: set[int] = set()
    for first, last in _runs(text, spans):
        listed.update(_weigh_list(text, spans, order, first, last))
    for position, (span, sense) in enumerate(zip(spans, order, strict=True)):
        before, after = text[max(0, span.start - _GAP) : span.start], text[span.end : span.end + 20]
        if _DIVISION_WORD.match(after) or _DIVISION_BEFORE.search(before):
            sense.favour(lambda c: c.feature in DIVISIONS)
        elif _LOCAL_AFTER.match(text, span.end):
            sense.favour(lambda c: c.feature in ("PPL", "PPLC", "ADM2"))
        elif _TOWN_BEFORE.search(before):
            sense.favour(lambda c: c.feature.startswith("PPL"))
        if position + 1 < len(spans) and not {position, position + 1} <= listed:
            gap, larger = text[span.end : spans[position + 1].start], order[position + 1]
            if len(gap) <= _GAP and _HELD.fullmatch(gap):
                _hold(sense, larger)
            elif len(gap) <= _GAP and _HOLDS_NEXT.fullmatch(gap):
                _hold(larger, sense)


def _runs(text: str, spans: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """The stretches of names joined by commas and conjunctions, two names or more: first, and one past the last."""
    first = 0
    for position in range(1, len(spans) + 1):
        gap = text[spans[position - 1].end : spans[position].start][:_GAP] if position < len(spans) else "."
        if not _AND.fullmatch(gap):
            if position - first > 1:
                yield first, position
            first = position


def _weigh_list(
    text: str, spans: Sequence[Span], order: Sequence[Sense], first: int, last: int
) -> Iterator[int]:  # fmt: skip
    """Favours like readings on a list of states or of divisions; gives the positions that are on one."""
    senses = order[first:last]
    if _DIVISIONS_AFTER.match(text[spans[last - 1].end :][:20]):
        for sense in senses:
            sense.favour(lambda c: c.feature in DIVISIONS)
        yield from range(first, last)
    elif last - first >= _LIST:
        for feature in ("PCLI", "ADM1"):
            if sum(any(_is(feature, c) for c in s.options) for s in senses) >= max(_LIST, _LIKE * len(senses)):
                for sense in senses:
                    sense.favour(partial(_is, feature), by=KIND / 2)
                yield from range(first, last)


def held_by(text: str, spans: Sequence[Span], meant: Sequence[Candidate | None]) -> list[Candidate | None]:
    """The places meant, where a name that the gazetteer does not know, or knows in another state only, is followed by
    the place that holds it: that one. "Bradford, Ontario" is no town of England, and lies somewhere in Ontario.
    """
    found = list(meant)
    gaps = [text[one.end : two.start][: _GAP + 1] for one, two in pairwise(spans)]
    for position, gap in enumerate(gaps):
        inner, outer = meant[position], meant[position + 1]
        if outer is None or len(gap) > _GAP or not _INSIDE.fullmatch(gap):
            continue
        plain = gap.strip() == ","
        if plain and (_on_a_list(gaps, meant, position) or (inner is not None and inner.container)):
            continue
        elsewhere = inner is not None and outer.container and not outer.alternate and inner.country != outer.country
        if inner is None or (elsewhere and plain):
            found[position] = outer
    return found


def _on_a_list(gaps: Sequence[str], meant: Sequence[Candidate | None], position: int) -> bool:
    """Whether a name and the next are two of a list: a comma or "and" goes before or after them, and what follows does
    not hold the second ("Greenlane, Auckland, New Zealand").
    """
    outer, after = meant[position + 1], meant[position + 2] if position + 2 < len(meant) else None
    nested = outer is not None and after is not None and after.container and after.holds(outer)
    before = position > 0 and _LISTED.fullmatch(gaps[position - 1])
    follows = position + 1 < len(gaps) and _LISTED.fullmatch(gaps[position + 1])
    return bool(before or follows) and not nested


def _is(feature: str, option: Candidate) -> bool:
    return option.feature == feature and not option.alternate


def _hold(inner: Sense, outer: Sense) -> None:
    """Favours the readings of both names in which the outer holds the inner."""
    for larger in outer.options:
        if not larger.container:
            continue
        for smaller in inner.options:
            if larger.holds(smaller):
                inner.bonus[smaller.index] = HOLDS
                outer.bonus[larger.index] = max(outer.bonus[larger.index], HOLDS / 2 * min(1.0, smaller.prior / 5))
