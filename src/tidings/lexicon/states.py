"""What a state or territory is called for short, by its code."""

from __future__ import annotations

from functools import cache

from tidings.lexicon.actors import STATE_COLUMNS
from tidings.lexicon.tables import data_folder, read_table


@cache
def state_names() -> dict[str, str]:
    """ISO 3166-1 alpha-3 -> the short name: that of the registry of actors, for territories that of the gazetteer.

    >>> state_names()["KEN"], state_names()["PSE"]
    ('Kenya', 'Palestine')
    """
    lines = (data_folder() / "places" / "countries.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    next(rows)  # the names of the columns
    territories = {code: name for code, name, *_ in rows if name}
    states = read_table(data_folder() / "actors" / "states.tsv", STATE_COLUMNS)
    return territories | {row["code"]: row["name"] for row in states}
