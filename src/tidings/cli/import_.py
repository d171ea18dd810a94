"""`tidings import`: events of other systems beside our own."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from tidings.cli.console import err, out, safe
from tidings.cli.options import store_option
from tidings.store import Store
from tidings.store.imports import IMPORTS, ImportTally, import_file

#: Complaints shown; the store keeps them all.
_SHOWN = 50


@click.command(
    epilog="""\b
Examples:
  tidings import events.2018.tab --store record.duckdb
  tidings import 20240301*.export.CSV.zip --store record.duckdb --from gdelt
"""
)
@click.argument("paths", metavar="FILE...", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@store_option
@click.option(
    "--from",
    "system",
    type=click.Choice([known.name for known in IMPORTS]),
    help="Whose events they are; found by the columns if not given.",
)
def command(paths: tuple[Path, ...], store: Path, system: str | None) -> None:
    """Put events of GDELT 2, ICEWS, POLECAT or PLOVER records beside our own, plain, gzipped or zipped.

    They stay apart from what Tidings read: `events`, `ties` and `compare` take them by name. Events that are there
    already are passed over, so a run that was stopped can simply be run again.

    Exit status: 0 done, 1 some lines set aside (each with file, line, field and reason on stderr), 2 wrong use.
    """
    forms = [form for form in IMPORTS if system in (None, form.name)]
    asides = 0
    with Store(store) as open_store, err().status("importing") as status:

        def tell(tally: ImportTally, complaint: str | None) -> None:
            nonlocal asides
            status.update(f"{tally.added} imported, {tally.known} known")
            if complaint:
                asides += 1
                if asides <= _SHOWN:
                    err().print(f"set aside: {safe(complaint)}", markup=False)

        for path in paths:
            _report(path, import_file(open_store, path, forms, tell))
        held = ", ".join(f"{count} {name}" for name, count in open_store.imported().items())
    if asides > _SHOWN:
        err().print(f"{asides - _SHOWN} more lines are set aside; the store's table set_aside has them all")
    out().print(f"{store} holds {held or 'no'} events of other systems", markup=False)
    sys.exit(1 if asides else 0)


def _report(path: Path, tally: ImportTally) -> None:
    counted = f"{tally.added} events of {tally.system} imported, {tally.known} known already, {tally.aside} set aside"
    out().print(f"{path}: {counted}", markup=False)
    if tally.dropped:
        named = ", ".join(safe(name[:40]) for name in tally.dropped[:5])
        err().print(f"{path}: columns that {tally.system} does not have are not kept: {named}", markup=False)
    if tally.unknown:
        named = ", ".join(f"{safe(name[:40])} ({count})" for name, count in tally.unknown.most_common(5))
        more = f" and {len(tally.unknown) - 5} more" if len(tally.unknown) > 5 else ""
        err().print(f"{path}: countries that Tidings does not know, left without a code: {named}{more}", markup=False)
