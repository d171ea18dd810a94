"""`--actors FILE`: the user's dictionaries of actors, for the commands that read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from tidings.cli.console import err, safe
from tidings.engine import Reader
from tidings.settings import Settings

Command = TypeVar("Command", bound=Callable[..., Any])
#: Complaints about one dictionary that are shown; old ones may have hundreds.
MOST_COMPLAINTS = 20
HELP = (
    "Your dictionary of actors: CSV, TSV or YAML by the ending of its name, else PETRARCH's format. It beats Tidings' "
    "registry for the same name on the same day. May be given several times: the later file beats the earlier."
)


def actors_option(command: Command) -> Command:
    """`--actors FILE`, as often as there are files."""
    file = click.Path(path_type=Path)
    return click.option("--actors", metavar="FILE", multiple=True, type=file, help=HELP)(command)


def reader_with(actors: tuple[Path, ...]) -> Reader:
    """A reader with the user's dictionaries; what was passed over in them is told on stderr.

    Raises `DataError` naming file, line and field where a dictionary is broken.
    """
    reader = Reader(Settings(actors=actors))
    for dictionary in reader.lexicon.dictionaries:
        for complaint in dictionary.complaints[:MOST_COMPLAINTS]:
            err().print(safe(complaint), markup=False)
        more = len(dictionary.complaints) - MOST_COMPLAINTS
        if more > 0:
            err().print(f"{dictionary.file}: {more} more lines passed over", markup=False)
    return reader
