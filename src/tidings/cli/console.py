"""What is printed where: text for people on stdout, progress and complaints on stderr."""

from __future__ import annotations

import re
from datetime import date

import click
from rich.console import Console
from rich.text import Text

#: Control characters, and the marks that turn the direction of text: news text must not drive the terminal.
_UNSAFE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def out() -> Console:
    """The console for results: coloured on a terminal, plain in a pipe."""
    console = Console(highlight=False, soft_wrap=False)
    return console if console.is_terminal else Console(highlight=False, no_color=True, width=160)


def err() -> Console:
    """The console for progress and complaints: in a pipe or a file, a line each however long."""
    console = Console(stderr=True, highlight=False)
    return console if console.is_terminal else Console(stderr=True, highlight=False, no_color=True, soft_wrap=True)


def safe(text: str) -> str:
    """Text from a report, harmless to a terminal.

    >>> safe("Kyiv\\x1b[2J")
    'Kyiv[2J'
    """
    return _UNSAFE.sub("", text)


def plain(text: str, style: str = "") -> Text:
    """Text from a report as it stands: never read as markup."""
    return Text(safe(text), style=style)


class Day(click.ParamType[date]):
    """An ISO date."""

    name = "date"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """A date of "2021-07-28"; of anything else, a complaint that says what would be right."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value!r} is not a date; write it as 2021-07-28", param, ctx)
