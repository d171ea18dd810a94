"""`tidings statements`: who said what about whom."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict, fields
from datetime import date
from pathlib import Path
from typing import TextIO

import click
from rich.table import Table
from rich.text import Text

from tidings.cli.console import out, plain, safe
from tidings.cli.options import check_period, period_options, store_option
from tidings.lexicon.cues import load_cues
from tidings.store import StatementQuery, StatementRow, Store, safe_cell

MOST_ROWS = 200
_LONGEST = 160
#: Towards the end of the scale that denies, and the end that vouches.
_STYLES = {"denied": "bold red", "doubted": "yellow", "alleged": "yellow", "shown": "green", "confirmed": "bold green"}


@click.command(
    epilog="""\b
Examples:
  tidings statements --store record.duckdb --source "USA GOV" --about Iran
  tidings statements --store record.duckdb --since 2024-01-01 --format csv > statements.csv
"""
)
@store_option
@click.option("--source", help='Who says it: a code ("CHN", "AFG REB"), an id, or a name ("Taliban").')
@click.option("--about", help="Whom it speaks of, named in the same ways.")
@period_options
@click.option("--format", "form", type=click.Choice(["table", "json", "csv"]), default="table", show_default=True)
def command(
    store: Path, source: str | None, about: str | None, since: date | None, until: date | None, form: str
) -> None:
    """List the statements of a store: who said what about whom, and how far the source stands by it.

    The days are those of publication. The scale runs from denied, doubted, alleged, wanted, believed and said to shown
    and confirmed.
    """
    check_period(since, until)
    with Store(store, read_only=True) as open_store:
        rows = open_store.statements(StatementQuery(source, about, since, until), load_cues().strength)
    if form == "table":
        _show(rows)
    else:
        (_write_json if form == "json" else _write_csv)(rows, sys.stdout)


def _show(rows: Sequence[StatementRow]) -> None:
    console = out()
    if not rows:
        console.print("no statement fits; leave out a filter, or see all with `tidings statements --store S`")
        return
    console.print(table_of(rows[:MOST_ROWS]))
    more = (
        f"; {len(rows) - MOST_ROWS} more are not shown: give filters, or --format csv" if len(rows) > MOST_ROWS else ""
    )
    console.print(f"{len(rows)} statement{'' if len(rows) == 1 else 's'}{more}", style="dim", markup=False)


def table_of(rows: Iterable[StatementRow]) -> Table:
    """Statements as a table for a terminal."""
    table = Table(box=None, header_style="bold", pad_edge=False, padding=(0, 2, 1, 0))
    table.add_column("day, report", overflow="fold", max_width=20)
    table.add_column("who said", overflow="fold", max_width=28)
    table.add_column("how", overflow="fold", max_width=18)
    table.add_column("what", overflow="fold")
    table.add_column("about", overflow="fold", max_width=26)
    for row in rows:
        report = row.publisher or row.document_id
        table.add_row(
            Text.assemble(str(row.published or "undated"), (f"\n{safe(report)}", "dim")),
            _speaker(row),
            _how(row),
            plain(_short(row.content)),
            plain("\n".join(row.about_names[:3])),
        )
    return table


def _speaker(row: StatementRow) -> Text:
    """The actor, else the words of the report; below it whose word that is."""
    name = f"{row.source_name} ({row.source_code})" if row.source_code else row.source_name
    text = Text(safe(name or row.source or "unnamed"))
    for source in row.chain:
        text.append(f"\nas told by {safe(source)}", "dim")
    return text


def _how(row: StatementRow) -> Text:
    text = Text(row.strength, _STYLES.get(row.strength, ""))
    aside = ", ".join(filter(None, (f"“{row.cue}”" if row.cue else "quoted", row.medium)))
    text.append(f"\n{safe(aside)}", "dim")
    return text.append(f"\nto {safe(row.addressee)}", "dim") if row.addressee else text


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rsplit(" ", 1)[0] + "…"


def _write_json(rows: Sequence[StatementRow], stream: TextIO) -> None:
    for number, row in enumerate(rows):
        stream.write(("," if number else "[") + "\n" + json.dumps(_object(row), ensure_ascii=False, default=str))
    stream.write("\n]\n" if rows else "[]\n")


def _object(row: StatementRow) -> dict[str, object]:
    """One statement as JSON knows it: actors as objects of actor (an id), code and name."""
    values = asdict(row)
    about = zip(*(values.pop(f"about_{part}") for part in ("ids", "codes", "names")), strict=True)
    words, id, code, name = (values.pop(part) for part in ("source", "source_id", "source_code", "source_name"))
    speaker = {"text": words or None, "actor": id or None, "code": code or None, "name": name or None}
    content = {"text": values.pop("content"), "start": values.pop("start"), "end": values.pop("end")}
    people = [{"actor": id, "code": code or None, "name": name} for id, code, name in about]
    return {**values, "source": speaker, "content": content, "about": people}


def _write_csv(rows: Sequence[StatementRow], stream: TextIO) -> None:
    writer = csv.writer(stream, lineterminator="\n")
    names = [field.name for field in fields(StatementRow)]
    writer.writerow(names)
    for row in rows:
        values = (getattr(row, name) for name in names)
        writer.writerow([safe_cell("; ".join(v) if isinstance(v, tuple) else v) for v in values])
