"""`tidings read`: one report, or a file of many."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import click

from tidings.cli.console import Day, err, out, safe
from tidings.cli.dictionaries import actors_option, reader_with
from tidings.cli.page import print_page
from tidings.engine import Failure, Reader
from tidings.errors import ReadError
from tidings.read import FORMATS, ReadOptions, SetAside, read_bytes, read_path
from tidings.read.options import MAX_REPORT_BYTES
from tidings.read.web.client import Client
from tidings.record import Analysis, Document
from tidings.record.as_json import as_json


@click.command(
    epilog="""\b
Examples:
  tidings read report.txt --published 2021-07-28 --publisher "Sample Wire"
  tidings read page.html --json | jq '.events[] | .event_type'
  pbpaste | tidings read - --published 2024-02-01
  tidings read https://example.org/report.html
  tidings read report.txt --actors own.csv --actors newer.actors.txt
"""
)
@click.argument("source", metavar="FILE|-|URL")
@click.option("--published", type=Day(), help="The day the report was published, e.g. 2021-07-28.")
@click.option("--publisher", help="Who published it.")
@click.option(
    "--format", "form", type=click.Choice(["auto", *(f.name for f in FORMATS)]), default="auto", show_default=True
)
@actors_option
@click.option("--private", is_flag=True, help="Let a URL lead to this machine or its network.")
@click.option("--json", "as_jsonl", is_flag=True, help="One JSON object a report, a line each.")
def command(
    source: str,
    published: date | None,
    publisher: str | None,
    form: str,
    actors: tuple[Path, ...],
    private: bool,
    as_jsonl: bool,
) -> None:
    """Read a report and show who did what to whom, when, where, and on whose word.

    Exit status: 0 done, 1 some documents set aside (each with its reason on stderr), 2 wrong use.
    """
    options = ReadOptions(published=published, publisher=publisher, format=form)
    reader = reader_with(actors)
    aside = 0
    for read in _readings(reader, documents(source, options, private)):
        if isinstance(read, str):
            aside += 1
            err().print(f"set aside: {safe(read)}", markup=False)
        elif as_jsonl:
            click.echo(json.dumps(as_json(read, reader.grade), ensure_ascii=False))
        else:
            print_page(out(), read, reader.quads)
    sys.exit(1 if aside else 0)


def documents(source: str, options: ReadOptions, private: bool = False) -> Iterable[Document | SetAside]:
    """The documents of a file, a folder, a URL, or standard input ("-")."""
    if source == "-":
        return read_bytes(sys.stdin.buffer.read(), "standard input", options)
    if source.startswith(("http://", "https://")):
        return _from_web(source, options, private)
    path = Path(source)
    if not path.exists():
        raise click.UsageError(f"there is no file {source!r}; give a file, a folder, a URL, or - for standard input")
    return read_path(path, options)


def _from_web(url: str, options: ReadOptions, private: bool) -> Iterable[Document | SetAside]:
    try:
        answer = Client(private=private).get(url, MAX_REPORT_BYTES)
    except ReadError as error:
        return [SetAside(url, None, str(error))]
    if answer.status != 200:
        return [SetAside(url, None, f"the server answered with status {answer.status}")]
    return read_bytes(answer.body, url, options)


def _readings(reader: Reader, found: Iterable[Document | SetAside]) -> Iterator[Analysis | str]:
    """Readings in order; for what could not be read, a line that says why."""
    for item in found:
        if isinstance(item, SetAside):
            yield f"{item.origin}{f', line {item.line}' if item.line else ''}: {item.reason}"
            continue
        read = reader.read_batch([item])[0]
        yield f"{item.title or item.id}: {read.reason}" if isinstance(read, Failure) else read
