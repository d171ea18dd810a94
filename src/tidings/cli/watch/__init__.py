"""`tidings watch`: what has changed since the last watch."""

from tidings.cli.watch.command import command

__all__ = ["command"]
