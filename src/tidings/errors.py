"""Every exception Tidings raises. Each message says what would be right."""

from __future__ import annotations


class TidingsError(Exception):
    """The base of all of them."""


class RecordError(TidingsError, ValueError):
    """A noun of the record was given values that break its laws."""


class ReadError(TidingsError):
    """A report could not be read. The run goes on without it."""


class UnreachableError(ReadError):
    """A server did not answer; it may at another time."""


class DataError(TidingsError):
    """A data file of Tidings, or of the user, breaks its schema: names file, line and field."""


class EncoderError(TidingsError):
    """The model file is missing or is not the one this version was made for."""


class StoreError(TidingsError):
    """The store cannot be opened, written or understood."""


class UsageError(TidingsError):
    """An argument is wrong; the message is one line that says what would be right."""
