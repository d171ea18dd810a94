"""`tidings compare`: our events beside an imported system's."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.table import Table

from tidings.cli.console import out, plain
from tidings.cli.options import store_option
from tidings.cli.ties import tie_event
from tidings.errors import UsageError
from tidings.store import DyadEvent, EventQuery, Store
from tidings.store.imports import IMPORTS
from tidings.ties import QUADS, Agreement, Period, TieEvent, agreement

#: Dyads and events shown in a table; --format json has them all.
MOST_DYADS, MOST_EVENTS = 40, 8


@click.command(
    epilog="""\b
Examples:
  tidings compare CHN USA --store record.duckdb --with icews
  tidings compare --store record.duckdb --format json --out agreement.json
"""
)
@click.argument("dyad", metavar="[A B]", nargs=-1)
@store_option
@click.option("--with", "system", type=click.Choice([known.name for known in IMPORTS]), help="The imported system.")
@click.option("--by", type=click.Choice(["week", "month"]), default="month", show_default=True)
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@click.option("--out", "target", type=click.Path(dir_okay=False, path_type=Path), help="Write JSON to this file.")
def command(dyad: tuple[str, ...], store: Path, system: str | None, by: str, form: str, target: Path | None) -> None:
    """Say how far our events and an imported system's agree, for two actors or for every two countries.

    Events of one kind (quad) up to three days apart are taken for the same, one to one. Only events that took place
    and have a day are compared; scores are PLOVER's.
    """
    if len(dyad) not in (0, 2):
        raise click.UsageError("give two actors, A and B, or none for every two countries")
    if form == "table" and target:
        raise click.UsageError(f"a table is for reading here; to write {target} give --format json")
    with Store(store, read_only=True) as open_store:
        system = _system(open_store, system)
        if dyad:
            found = {f"{dyad[0]} - {dyad[1]}": _of_two(open_store, (dyad[0], dyad[1]), system, by)}
        else:
            found = dict(_of_all(open_store, system, by))
    if form == "json":
        _write(json.dumps({"with": system, "by": by, "dyads": _objects(found)}, ensure_ascii=False) + "\n", target)
    elif dyad:
        for name, one in found.items():
            _show_two(out(), name, system, one)
    else:
        _show_all(out(), system, found)


def _system(store: Store, said: str | None) -> str:
    held = store.imported()
    if said in held or (said is None and len(held) == 1):
        return said or next(iter(held))
    if not held:
        raise UsageError("nothing to compare with: `tidings import FILE --store S` puts another system's events in")
    reason = f"no events of {said} were imported" if said else "events of several systems were imported"
    raise UsageError(f"give --with {' or '.join(held)}: {reason}")


def _of_two(store: Store, dyad: tuple[str, str], system: str, by: str) -> Agreement:
    ours, theirs = (
        [tie_event(row) for row in store.events(EventQuery(between=dyad, system=whose))] for whose in (None, system)
    )
    return agreement(ours, theirs, by)


def _of_all(store: Store, system: str, by: str) -> Iterator[tuple[str, Agreement]]:
    for (one, other), events in groupby(store.dyad_events(system), key=lambda event: (event.one, event.other)):
        sides: dict[bool, list[TieEvent]] = {True: [], False: []}
        for event in events:
            sides[event.ours].append(_tie(event))
        yield f"{one} - {other}", agreement(sides[True], sides[False], by)


def _tie(event: DyadEvent) -> TieEvent:
    return TieEvent(event.id, event.day, event.quad, event.score, text=event.sentence, latest=event.latest)


def _objects(found: dict[str, Agreement]) -> list[dict[str, Any]]:
    return [
        {
            "dyad": name,
            "ours": one.ours,
            "theirs": one.theirs,
            "matched": one.matched,
            "shared": one.shared,
            "correlation_of_scores": one.of_scores,
            "correlation_of_counts": one.of_counts,
            "periods": [_period(*pair) for pair in one.periods],
            "only_ours": [event.event_id for event in one.only_ours],
            "only_theirs": [event.event_id for event in one.only_theirs],
        }
        for name, one in found.items()
    ]


def _period(ours: Period, theirs: Period) -> dict[str, Any]:
    return {"start": str(ours.start), "ours": _sums(ours), "theirs": _sums(theirs)}


def _sums(period: Period) -> dict[str, Any]:
    mean = None if period.net_mean is None else round(period.net_mean, 3)
    return {"counts": dict(zip(QUADS, period.counts, strict=True)), "mean_score": mean}


def _show_all(console: Console, system: str, found: dict[str, Agreement]) -> None:
    both = {name: one for name, one in found.items() if one.ours and one.theirs}
    most = sorted(both.items(), key=lambda item: (-min(item[1].ours, item[1].theirs), item[0]))
    table = Table(box=None, header_style="bold", pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column("dyad")
    for column in ("ours", system, "same", "share", "r of scores", "r of counts"):
        table.add_column(column, justify="right")
    for name, one in most[:MOST_DYADS]:
        table.add_row(
            *(name, str(one.ours), str(one.theirs), str(one.matched)),
            *map(_figure, (one.shared, one.of_scores, one.of_counts)),
        )
    if most:
        console.print(table)
    only_ours = sum(one.theirs == 0 for one in found.values())
    only_theirs = sum(one.ours == 0 for one in found.values())
    more = f"; {len(most) - MOST_DYADS} more with --format json" if len(most) > MOST_DYADS else ""
    counted = f"{len(both)} dyads in both; {only_ours} only in ours, {only_theirs} only in {system}{more}"
    console.print(counted, style="dim", markup=False)


def _figure(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}"


def _show_two(console: Console, name: str, system: str, one: Agreement) -> None:
    console.print(plain(f"{name}: events ours / in {system}, {one.by} by {one.by}", "bold"))
    table = Table(box=None, header_style="bold", pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(one.by)
    for quad in ("verb. coop.", "mat. coop.", "verb. confl.", "mat. confl.", "mean score"):
        table.add_column(quad, justify="right")
    for ours, theirs in one.periods:
        if ours.events or theirs.events:
            counts = [f"{mine} / {other}" for mine, other in zip(ours.counts, theirs.counts, strict=True)]
            means = " / ".join(_figure(mean) or "-" for mean in (ours.net_mean, theirs.net_mean))
            table.add_row(str(ours.start)[: 7 if one.by == "month" else 10], *counts, means)
    console.print(table)
    console.print(_summed_up(system, one), markup=False)
    _show_alone(console, "only ours", one.only_ours)
    _show_alone(console, f"only {system}", one.only_theirs)


def _summed_up(system: str, one: Agreement) -> str:
    shared = "" if one.shared is None else f", {one.shared:.0%} of all"
    parts = [f"{one.ours} events ours, {one.theirs} in {system}, {one.matched} in both{shared}"]
    for what, value in (("scores", one.of_scores), ("counts", one.of_counts)):
        parts += [] if value is None else [f"r of {what} {value:.2f}"]
    return "; ".join(parts)


def _show_alone(console: Console, title: str, events: tuple[TieEvent, ...]) -> None:
    for event in events[:MOST_EVENTS]:
        line = f"  {title}: {event.date} quad {event.quad} {event.event_id} {event.text}"
        console.print(plain(line), no_wrap=True, overflow="ellipsis")
    if len(events) > MOST_EVENTS:
        console.print(f"  {title}: {len(events) - MOST_EVENTS} more", style="dim", markup=False)


def _write(text: str, target: Path | None) -> None:
    if target:
        target.write_text(text, "utf-8")
    else:
        sys.stdout.write(text)
