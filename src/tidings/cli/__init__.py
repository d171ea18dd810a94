"""The command line, one file a command. A command's module is imported only when it is called."""

from __future__ import annotations

import sys
from importlib import import_module
from keyword import iskeyword

import click

from tidings.errors import TidingsError
from tidings.stopping import remember_interrupts

#: command -> what it does, in the order of the help page. The module of the same name holds `command`.
COMMANDS = {
    "demo": "Read the bundled reports; show the events and one dyad's ties.",
    "read": "Read one report, or a file of many, and show what it says.",
    "ingest": "Read reports into a store.",
    "feeds": "Keep the list of feeds that a store is fed from.",
    "poll": "Read what is new in the feeds into the store.",
    "events": "List the events of a store.",
    "import": "Put events of other systems beside our own.",
    "compare": "Say how far our events and an imported system's agree.",
    "statements": "List who said what about whom.",
    "why": "Show what an event was read from.",
    "merge": "Say that events are one and the same.",
    "split": "Say that mentions are not of an event.",
    "ties": "Show how the ties of two actors have moved.",
    "brief": "Write a note on two actors in plain words, with its sources.",
    "plot": "Draw a picture of the record: a dyad, many dyads, a network, a calendar, a map.",
    "watch": "Show what has changed since the last watch.",
    "relation": "Say what one actor does to another in a sentence.",
    "check": "Check that a store is whole.",
    "reread": "Read again what an earlier version has read, and show what changes.",
    "evaluate": "Score one of the measures.",
    "serve": "Answer questions to a store over HTTP.",
}

EXAMPLES = """\b
Examples:
  tidings demo
  tidings read report.html --published 2021-07-28
  tidings ingest reports/ --store record.duckdb
  tidings events --store record.duckdb --actor CHN --type CONSULT
  tidings why evt-3f2a --store record.duckdb
  tidings ties CHN "AFG REB" --store record.duckdb --by month
  tidings brief CHN "AFG REB" --store record.duckdb
"""


class _Commands(click.Group):
    """A group that imports a command when it is named, so that `tidings events` never loads the encoder."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        # `import` is no name for a module: such a command's file ends in a line below.
        command = import_module(f"tidings.cli.{cmd_name}{'_' * iskeyword(cmd_name)}").command
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def invoke(self, ctx: click.Context) -> object:
        """Runs a command; whatever goes wrong in using it is one line on stderr, and status 2."""
        remember_interrupts()
        try:
            return super().invoke(ctx)
        except (BrokenPipeError, click.exceptions.NoArgsIsHelpError):
            raise
        except KeyboardInterrupt:
            sys.exit(_complain("stopped; what was written stays", 130))
        except (click.ClickException, TidingsError, OSError) as error:
            sys.exit(_complain(_told(error), 2))


def _complain(line: str, status: int) -> int:
    click.echo(f"tidings: {' '.join(line.split())}", err=True)
    return status


def _told(error: click.ClickException | TidingsError | OSError) -> str:
    if isinstance(error, OSError):
        return f"{error.filename}: {error.strerror}" if error.filename else str(error)
    if not isinstance(error, click.ClickException):
        return str(error)
    context = error.ctx if isinstance(error, click.UsageError) else None
    return f"{error.format_message()}{f' (see `{context.command_path} --help`)' if context else ''}"


@click.group(cls=_Commands, epilog=EXAMPLES, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="tidings")
def main() -> None:
    """Tidings reads news reports and keeps the record: who did what to whom, when, where, and on whose word."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
