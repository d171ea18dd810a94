"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

from tidings.cli.console import Day
from tidings.errors import UsageError
from tidings.store.imports import IMPORTS

Command = TypeVar("Command", bound=Callable[..., Any])


def store_option(command: Command) -> Command:
    """`--store S`: the file that keeps the record."""
    help = "The file that keeps the record, e.g. record.duckdb."
    return click.option("--store", required=True, type=click.Path(dir_okay=False, path_type=Path), help=help)(command)


def period_options(command: Command) -> Command:
    """`--since` and `--until`: days, both included."""
    until = click.option("--until", type=Day(), help="The last day, e.g. 2021-12-31.")(command)
    return click.option("--since", type=Day(), help="The first day, e.g. 2021-01-01.")(until)


def from_option(command: Command) -> Command:
    """`--from SYSTEM`: whose events, None for our own."""
    help = "Ask the events imported from this system instead of our own record."
    return click.option("--from", "system", type=click.Choice([known.name for known in IMPORTS]), help=help)(command)


def check_period(since: date | None, until: date | None) -> None:
    """Raises `UsageError` where a period ends before it begins."""
    if since and until and since > until:
        raise UsageError(f"--since {since} is after --until {until}; give the earlier day to --since")
