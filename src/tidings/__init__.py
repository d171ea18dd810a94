"""Tidings reads news reports and keeps the record of who did what to whom, when, where, and on whose word.

>>> import tidings
>>> sentence = "Egypt's president met his Sudanese counterpart in Khartoum on Sunday."
>>> analysis = tidings.read(sentence, published="2021-03-07")
>>> [(event.event_type, str(event.when.earliest)) for event in analysis.events]
[('CONSULT', '2021-03-07')]
"""

from __future__ import annotations

from datetime import date
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

# The room `tidings.read` is loaded before the function of the same name is defined: loading it later would put the
# module in the function's place. `from tidings.read import ...` finds the room either way.
import tidings.read  # noqa: F401

if TYPE_CHECKING:
    from tidings.engine import Reader
    from tidings.record import Analysis, EventMention

__all__ = ["Reader", "Settings", "Store", "read", "relation", "ties"]
__version__ = "0.1.0"


def read(text: str, *, published: date | str | None = None, publisher: str | None = None) -> Analysis:
    """All that is read in one report: sentences, times, places, actors, statements and events.

    `published` is a date or an ISO string; without it, expressions such as "Wednesday" stay unresolved.
    Raises `ReadError` where the text is empty, `ValueError` where the date is not an ISO date.
    """
    day = date.fromisoformat(published) if isinstance(published, str) else published
    return _reader().read_text(text, published=day, publisher=publisher)


def relation(sentence: str, actor: str, recipient: str) -> EventMention | None:
    """What the first does to the second in a sentence, or None where nothing political is told of them.

    >>> relation("France expelled two Russian diplomats.", "France", "Russian diplomats").event_type
    'SANCTION'
    """
    return _reader().relation(sentence, actor, recipient)


@cache
def _reader() -> Reader:
    from tidings.engine import Reader

    return Reader()


def __getattr__(name: str) -> Any:
    # The rooms are opened when asked for: importing tidings must not load a model or a database.
    if name == "Reader":
        from tidings.engine import Reader

        return Reader
    if name == "Settings":
        from tidings.settings import Settings

        return Settings
    if name == "Store":
        from tidings.store import Store

        return Store
    if name == "ties":
        return import_module("tidings.ties")
    raise AttributeError(f"module 'tidings' has no attribute {name!r}")
