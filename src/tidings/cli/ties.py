"""`tidings ties`: how the ties of two actors have moved."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from io import BytesIO
from pathlib import Path

import click

from tidings.cli.console import out
from tidings.cli.options import check_period, from_option, period_options, store_option
from tidings.cli.quotes import quotes_of
from tidings.cli.ties_json import ties_json
from tidings.cli.ties_page import print_ties as print_ties
from tidings.errors import UsageError
from tidings.lexicon.states import state_names
from tidings.store import EventQuery, EventRow, Meant, Store
from tidings.ties import Coverage, Quote, Series, TieEvent, Trend, choose, page, series, trend
from tidings.ties.picture import draw_dyad

NOBODY = Meant()


@click.command(
    epilog="""\b
Examples:
  tidings ties CHN "AFG REB" --store record.duckdb
  tidings ties "Saudi Arabia" Iran --store record.duckdb --by week --since 2022-01-01
  tidings ties CHN USA --store record.duckdb --directed --said --source "USA GOV"
  tidings ties AUS CHN --store record.duckdb --format png --out ties.png
  tidings ties CHN USA --store record.duckdb --from icews
"""
)
@click.argument("actor", metavar="A")
@click.argument("other", metavar="B")
@store_option
@period_options
@from_option
@click.option("--by", type=click.Choice(["day", "week", "month"]), default="month", show_default=True)
@click.option("--said/--happened", default=None, help="Only what was done in words alone, or only what was done.")
@click.option("--source", help='Only what was told on this word: a code, a name, or "reporter".')
@click.option("--directed/--undirected", help="Leave out what B does to A.  [default: undirected]")
@click.option("--all", "everything", is_flag=True, help="Also what was planned, hoped for or denied.")
@click.option("--format", "form", type=click.Choice(["table", "json", "png", "svg", "html"]), default="table")
@click.option("--out", "target", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file.")
def command(
    actor: str,
    other: str,
    store: Path,
    since: date | None,
    until: date | None,
    system: str | None,
    by: str,
    said: bool | None,
    source: str | None,
    directed: bool,
    everything: bool,
    form: str,
    target: Path | None,
) -> None:
    """Show how the ties of two actors have moved, and which events say so.

    A and B are codes ("CHN", "AFG REB"), ids or names. Only events that took place count, each once, however many
    reports told of it. Scores are PLOVER's, from -10 (violence) to 10 (material help). The verdict compares the last
    third of the time with the time before.
    """
    check_period(since, until)
    if form == "table" and target:
        raise click.UsageError(f"a table is for reading here; to write {target} give --format json, png, svg or html")
    with Store(store, read_only=True) as open_store:
        events, read = dyad_events(open_store, actor, other, system)
        chosen = choose(events, said=said, source=source, directed=directed)
        if source and events and not chosen:
            raise UsageError(_no_such_source(source, events))
        dyad = series(chosen, by, since, until, coverage=read, everything=everything)
        found = trend(dyad)
        quotes = quotes_of(open_store, (event.event_id for event in dyad.events)) if form == "html" else {}
    if form == "table":
        print_ties(out(), actor, other, dyad, found)
        return
    _write(_rendered(form, actor, other, dyad, found, quotes), form, target)


def dyad_events(
    store: Store, actor: str, other: str, system: str | None = None
) -> tuple[list[TieEvent], list[Coverage]]:
    """Every event between two actors, the first of them named first, and what the record could know day by day.

    Raises `UsageError` where both names mean one actor, or a name is nobody's.
    """
    one, two = two_actors(store, actor, other, system)
    rows = store.events(EventQuery(between=(actor, other), system=system))
    events = [tie_event(row, one, two) for row in rows]
    return events, coverage_of(store, one | two) if system is None else []


def two_actors(store: Store, actor: str, other: str, system: str | None = None) -> tuple[Meant, Meant]:
    """Whom the two names mean; some may be meant by both, as by "Taliban" and "AFG GOV", but not all of either.

    Raises `UsageError` where all are, or a name is nobody's.
    """
    one, two = store.actors(actor, system), store.actors(other, system)
    if one.within(two) or two.within(one):
        raise UsageError(f"{actor!r} and {other!r} mean the same actor; ties are between two")
    return one, two


def coverage_of(store: Store, actors: Meant = NOBODY) -> list[Coverage]:
    """How many reports were read each day, how many of them name these actors, and how many events there were."""
    reports = {day: (read, naming) for day, read, naming in store.reports_by_day(actors)}
    events = dict(store.events_by_day())
    return [Coverage(day, *reports.get(day, (0, 0)), events.get(day, 0)) for day in sorted({*reports, *events})]


def tie_event(row: EventRow, one: Meant = NOBODY, two: Meant = NOBODY) -> TieEvent:
    """An event of the store as ties sees it; `one` and `two` are whom the first name means, and the second."""
    sides = (", ".join(names[:2]) for names in (row.actor_names, row.recipient_names))
    label = " ".join(filter(None, (next(sides), row.event_type.lower(), next(sides))))
    return TieEvent(
        event_id=row.id,
        date=row.earliest or row.latest,
        latest=row.latest,
        quad=row.quad,
        score=row.score,
        goldstein=row.goldstein,
        text=row.sentence,
        label=label,
        counts=row.counts,
        reports=row.reports,
        event_type=row.event_type,
        direction=_direction(row, one, two),
        sources=row.sources,
    )


def _direction(row: EventRow, one: Meant, two: Meant) -> int:
    """1 from the first actor to the second, -1 back; a meeting, if not a visit, goes no way."""
    if row.event_type == "CONSULT" and row.mode != "visit":
        return 0

    def goes(actors: Meant, recipients: Meant) -> bool:
        acts = actors.any_of(row.actor_ids, row.actor_codes)
        return acts and recipients.any_of(row.recipient_ids, row.recipient_codes)

    return goes(one, two) - goes(two, one)


def _no_such_source(source: str, events: list[TieEvent]) -> str:
    known = sorted({one or "reporter" for event in events for one in event.sources})
    return f"nothing between them is told on the word of {source!r}; sources are {'; '.join(known[:5])}"


def _rendered(
    form: str, actor: str, other: str, dyad: Series, found: Trend, quotes: Mapping[str, Sequence[Quote]]
) -> bytes:
    if form == "json":
        return json.dumps(ties_json(actor, other, dyad, found), ensure_ascii=False).encode() + b"\n"
    one, two = (state_names().get(said, said) for said in (actor, other))
    if form == "html":
        return page(dyad, one, two, found, quotes)
    picture = BytesIO()
    draw_dyad(dyad, one, two, picture, found, form)
    return picture.getvalue()


def _write(content: bytes, form: str, target: Path | None) -> None:
    if target:
        target.write_bytes(content)
    elif form in ("png", "svg", "html") and sys.stdout.isatty():
        raise click.UsageError(f"that is not for the terminal; give --out ties.{form}")
    else:
        sys.stdout.buffer.write(content)
