"""Which of its bearers a place name means: one sense a report, chosen in the light of all the others.

The weights follow the usual evidence of geoparsing (Leidner 2007): renown, the country and division that the report
is about, containment ("Homs, Syria"), and nearness to what is already known.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import exp

from tidings.annotate.toponym.candidates import Candidate, candidates, kilometres
from tidings.lexicon.places import DIVISIONS, Gazetteer
from tidings.record import Span

_COUNTRY, _DIVISION, _NEAR, _HOLDS, _KIND = 4.0, 3.0, 2.0, 4.0, 3.0
_NEAR_KM = 150.0
_ROUNDS = 3
#: What stands between a place and the larger one that holds it.
_HELD = re.compile(
    r"\s*(?:,|\(|,? in|,? of|, in the [a-z]+ of|, capital of)\s*(?:the |northern |southern |eastern |western )?"
)
_HOLDS_NEXT = re.compile(r"(?:'s|’s)\s+(?:[a-z-]+ ){0,3}(?:of )?")
_DIVISION_WORD = re.compile(r"\s+(?:province|state|region|governorate|oblast|prefecture|county|district)\b", re.I)
_DIVISION_BEFORE = re.compile(r"\b(?:province|state|region|governorate|prefecture) of (?:the )?$")
_TOWN_BEFORE = re.compile(r"\b(?:city|town|village|port|suburb|capital) of $|\bcapital,? $")
_PEOPLE = re.compile(r"[A-Z][\w-]+")

Votes = defaultdict[tuple[str, str], float]


@dataclass(slots=True)
class Sense:
    """One name of a report: where it stands, what it may mean, and what it is taken to mean."""

    options: tuple[Candidate, ...]
    spans: list[Span] = field(default_factory=list)
    bonus: dict[int, float] = field(default_factory=lambda: defaultdict(float))
    chosen: Candidate | None = None


def resolve_names(text: str, spans: Sequence[Span], gazetteer: Gazetteer) -> list[int | None]:
    """For each span of a text that names a place, the number of that place in the gazetteer; None where unknown."""
    senses: dict[str, Sense] = {}
    order: list[Sense] = []
    for span in spans:
        name = span.slice(text)
        sense = senses.setdefault(name, Sense(candidates(gazetteer, name)))
        sense.spans.append(span)
        order.append(sense)
    _weigh_company(text, spans, order)
    known = [sense for sense in senses.values() if sense.options]
    peoples = _peoples(text, gazetteer)
    for sense in known:
        sense.chosen = max(sense.options, key=lambda c: c.prior + sense.bonus[c.index])
    for _ in range(_ROUNDS):
        _choose(known, peoples)
    return [sense.chosen.index if sense.chosen else None for sense in order]


def _peoples(text: str, gazetteer: Gazetteer) -> Counter[str]:
    """How often each state is spoken of by its adjective or its people."""
    words = gazetteer.demonyms
    return Counter(words[word] for word in _PEOPLE.findall(text) if word in words)


def _weigh_company(text: str, spans: Sequence[Span], order: Sequence[Sense]) -> None:
    """Adds what the words beside each name say: a larger place that holds it, or what kind of place it is."""
    for position, (span, sense) in enumerate(zip(spans, order, strict=True)):
        before, after = text[max(0, span.start - 30) : span.start], text[span.end : span.end + 20]
        if _DIVISION_WORD.match(after) or _DIVISION_BEFORE.search(before):
            _favour(sense, lambda c: c.feature in DIVISIONS)
        elif _TOWN_BEFORE.search(before):
            _favour(sense, lambda c: c.feature.startswith("PPL"))
        if position + 1 < len(spans):
            gap, larger = text[span.end : spans[position + 1].start], order[position + 1]
            if len(gap) <= 30 and _HELD.fullmatch(gap):
                _hold(sense, larger)
            elif len(gap) <= 30 and _HOLDS_NEXT.fullmatch(gap):
                _hold(larger, sense)


def _favour(sense: Sense, fits: object) -> None:
    for option in sense.options:
        if callable(fits) and fits(option):
            sense.bonus[option.index] = max(sense.bonus[option.index], _KIND)


def _hold(inner: Sense, outer: Sense) -> None:
    """Favours the readings of both names in which the outer holds the inner."""
    for larger in outer.options:
        if not larger.container or larger.country is None:
            continue
        for smaller in inner.options:
            inside = smaller.index != larger.index and smaller.country == larger.country
            if inside and (larger.feature == "PCLI" or smaller.admin1 == larger.admin1):
                inner.bonus[smaller.index] = _HOLDS
                outer.bonus[larger.index] = max(outer.bonus[larger.index], _HOLDS / 4 * min(1.0, smaller.prior / 5))


def _choose(senses: Sequence[Sense], peoples: Counter[str]) -> None:
    """One round: each name anew, in the light of what the others are taken to mean."""
    countries = defaultdict(float, {country: count**0.5 / 2 for country, count in peoples.items()})
    divisions: Votes = defaultdict(float)
    for sense in senses:
        chosen, weight = sense.chosen, len(sense.spans) ** 0.5
        if chosen and chosen.country:
            countries[chosen.country] += weight
            if chosen.admin1:
                divisions[chosen.country, chosen.admin1] += weight
    for sense in senses:
        if len(sense.options) > 1:
            sense.chosen = _best(sense, senses, countries, divisions)


def _best(sense: Sense, senses: Sequence[Sense], countries: Mapping[str, float], divisions: Votes) -> Candidate:
    """The reading of one name that fits the others best; what it says itself is left out of the count."""
    own, weight = sense.chosen, len(sense.spans) ** 0.5
    others = [s.chosen.point for s in senses if s is not sense and s.chosen and s.chosen.point and not s.chosen.wide]
    all_countries = sum(countries.values()) - (weight if own and own.country else 0)
    all_divisions = sum(divisions.values()) - (weight if own and own.admin1 else 0)

    def value(option: Candidate) -> float:
        score = option.prior + sense.bonus[option.index]
        if option.country and all_countries > 0:
            votes = countries.get(option.country, 0.0) - (weight if own and own.country == option.country else 0)
            score += _COUNTRY * votes / (all_countries + 0.5)
        if option.country and option.admin1 and all_divisions > 0:
            same = own is not None and own.country == option.country and own.admin1 == option.admin1
            votes = divisions[option.country, option.admin1] - (weight if same else 0)
            score += _DIVISION * votes / (all_divisions + 0.5)
        if option.point and others and not option.wide:
            score += _NEAR * exp(-min(kilometres(option.point, other) for other in others) / _NEAR_KM)
        return score

    return max(sense.options, key=value)
