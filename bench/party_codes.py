"""The codes of the parties of events in real reports, judged by hand: `python -m bench.party_codes`.

With `dev` or `test` one half only, with `--errors` what was misread in dev.
Parties of events that count were drawn at random from 80 reports of `training/reports/train.tsv` and each given the
code that a PLOVER coder would, before the program's own was looked at. `docs/party_codes.tsv` names report and offsets,
never the text. Half of the reports, by hash, are for mending (dev), the other half is only counted (test); errors are
shown of dev alone. Scored is what the reader makes of those words: the shares right in country, in sectors, in both.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from training.table import read_rows

from bench.phrases import HALVES, half_of
from tidings.record import Analysis, Document, Span

CODES = Path(__file__).resolve().parents[1] / "docs/party_codes.tsv"


@dataclass(frozen=True, slots=True)
class Party:
    """Words of a report that an event was read of, and the codes of which a coder may give any."""

    report: str
    span: Span
    countries: tuple[frozenset[str], ...]
    sectors: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was read for a party, and what of it is right."""

    party: Party
    found: tuple[str, ...]
    country: bool
    sectors: bool


def parties(path: Path = CODES) -> list[Party]:
    """Every judged party, in the order of the file."""
    return [
        Party(
            row["report"], Span(int(row["start"]), int(row["end"])), _sets(row["country"], ";"), _sets(row["sectors"])
        )
        for row in read_rows(path)
    ]


def _sets(field: str, parted: str | None = None) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(each.replace("-", "").split(parted)) - {""} for each in field.split("|"))


def outcomes(items: Iterable[Party], analyses: Mapping[str, Analysis]) -> Iterator[Outcome]:
    """What the reader makes of each party, for the reports that are there."""
    for item in items:
        if item.report in analyses:
            yield _outcome(item, analyses[item.report])


def _outcome(item: Party, analysis: Analysis) -> Outcome:
    actors = {actor.id: actor for actor in analysis.actors}
    known = [actors[id] for id in dict.fromkeys(_ids(item.span, analysis)) if id in actors]
    countries = frozenset(actor.country for actor in known if actor.country)
    sectors = {frozenset(actor.sectors) for actor in known} or {frozenset[str]()}
    return Outcome(
        item, tuple(actor.code for actor in known), countries in item.countries, sectors <= set(item.sectors)
    )


def _ids(span: Span, analysis: Analysis) -> Iterator[str]:
    """The actors of these words: as parties of an event, else of the mention that shares most with them."""
    sides = [p for event in analysis.events for p in (*event.actors, *event.recipients) if p.span == span and p.actor]
    if sides:
        yield from (one.actor for one in sides if one.actor)
        return
    most = max((_shared(m.mention.span, span) for m in analysis.actor_mentions), default=0.0)
    yield from (m.actor for m in analysis.actor_mentions if most and _shared(m.mention.span, span) == most)


def _shared(one: Span, other: Span) -> float:
    """How much of both stretches together is common to them."""
    common = min(one.end, other.end) - max(one.start, other.start)
    return max(common, 0) / (max(one.end, other.end) - min(one.start, other.start))


def shares(results: Iterable[Outcome]) -> tuple[int, float, float, float]:
    """How many, and the shares with the right country, the right sectors, and both."""
    results = list(results)
    n = len(results) or 1
    both = sum(r.country and r.sectors for r in results)
    return len(results), sum(r.country for r in results) / n, sum(r.sectors for r in results) / n, both / n


def main(halves: tuple[str, ...], *, errors: bool) -> None:
    """Print the shares of each half and, where wanted, what was misread in dev."""
    from training.real import real_reports

    from tidings.engine import Reader

    items, reports = parties(), real_reports()
    wanted: list[Document] = [reports[id] for id in dict.fromkeys(p.report for p in items) if id in reports]
    read = {a.document.id: a for a in Reader().read(wanted) if isinstance(a, Analysis)}
    results = list(outcomes(items, read))
    for half in halves:
        mine = [r for r in results if half_of(r.party.report) == half]
        n, country, sectors, both = shares(mine)
        print(f"{half:5} {n:4} country {country:.3f}  sectors {sectors:.3f}  both {both:.3f}")
        for r in mine if errors and half == "dev" else ():
            if not (r.country and r.sectors):
                print(f"  {read[r.party.report].text(r.party.span)[:60]:60} {_wanted(r.party):24} read {r.found}")


def _wanted(party: Party) -> str:
    countries = "|".join(";".join(sorted(each)) or "-" for each in party.countries)
    return f"{countries} {'|'.join(' '.join(sorted(each)) or '-' for each in party.sectors)}"


if __name__ == "__main__":
    chosen = tuple(word for word in sys.argv[1:] if word in HALVES)
    main(chosen or HALVES, errors="--errors" in sys.argv)
