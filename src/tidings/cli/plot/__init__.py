"""`tidings plot`: pictures of the record, fit to print."""

from tidings.cli.plot.command import command

__all__ = ["command"]
