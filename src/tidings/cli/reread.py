"""`tidings reread`: what an earlier version has read, read again."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from tidings.cli.console import err, out, plain, safe
from tidings.cli.dictionaries import actors_option, reader_with
from tidings.cli.options import store_option
from tidings.record import Factuality
from tidings.store import Act, Change

_LISTED = 100


@click.command(
    epilog="""\b
Examples:
  tidings reread --store record.duckdb
  tidings reread --store record.duckdb --keep
  tidings reread --store record.duckdb --actors own.csv --keep
"""
)
@store_option
@click.option("--keep/--dry-run", default=False, help="Keep what was read, or only show it (the default).")
@actors_option
def command(store: Path, keep: bool, actors: tuple[Path, ...]) -> None:
    """Read again the reports that another version of Tidings, its model or its ontology has read.

    So are those that were read with other dictionaries (--actors) than are given now, or with none.

    Shows which acts are gone (-), new (+) and changed (~). The user's own merges stay.

    Exit status: 0 done, 1 some reports could not be read again and stay as they were, 2 wrong use.
    """
    from tidings.reread import reread

    console, complaints = out(), err()

    def tell(done: int, of: int) -> None:
        if complaints.is_terminal:
            complaints.print(f"{done} of {of} reports read", end="\r")

    found = reread(store, reader_with(actors), keep, tell)
    for change in found.changes[:_LISTED]:
        console.print(plain(_line(change)), soft_wrap=True)
    if len(found.changes) > _LISTED:
        console.print(f"... and {len(found.changes) - _LISTED} more")
    for failure in found.failed:
        complaints.print(plain(f"stays as it was: {failure.document.id}: {failure.reason}"))
    before, after = found.events
    gone, new = (sum(getattr(change, side) is None for change in found.changes) for side in ("after", "before"))
    changed = len(found.changes) - gone - new
    console.print(
        f"{found.reports} reports read again: {gone} acts gone, {new} new, {changed} changed; "
        f"{before} events before, {after} after; {'kept' if keep else 'nothing kept (--keep keeps it)'}",
        markup=False,
    )
    sys.exit(1 if found.failed else 0)


def _line(change: Change) -> str:
    """
    >>> act = Act("doc-1", 6, "met", "CONSULT", None, None, ("Egypt",), ("Sudan",), None, None, None, *_YES)
    >>> _line(Change(act, None))
    '- doc-1 at 6 “met”: Egypt | CONSULT | Sudan | yes'
    """
    act = change.after or change.before
    assert act
    where = f"{act.document_id} at {act.trigger_start} “{safe(act.trigger_text)}”"
    if change.before and change.after:
        return f"~ {where}: {_told(change.before)}  ->  {_told(change.after)}"
    return f"{'+' if change.after else '-'} {where}: {_told(act)}"


_YES = ("positive", "certain", "past", "asserted")


def _told(act: Act) -> str:
    day = str(act.earliest or "") if act.earliest == act.latest else f"{act.earliest or '...'} to {act.latest or '...'}"
    kind = f"{act.event_type}{'/' + act.mode if act.mode else ''} {act.cameo or ''}".strip()
    happened = Factuality(act.polarity, act.certainty, act.time, act.mood).in_words
    parts = (", ".join(act.actor_names), kind, ", ".join(act.recipient_names), day, act.place or "", happened)
    return safe(" | ".join(part for part in parts if part))
