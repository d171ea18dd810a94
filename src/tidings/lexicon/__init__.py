"""Words and names: what the stages of reading look things up in."""

from __future__ import annotations


class Lexicon:
    """Every resource of one language, each loaded when it is first asked for and then kept.

    One property a file of this room. A property raises `DataError` where its data file breaks its schema.
    """
