"""`tidings evaluate`: score one of the measures."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import click

from tidings.cli.console import err, out
from tidings.cli.dictionaries import actors_option, reader_with
from tidings.evaluate.measure import SETS, evaluate


@click.command(
    epilog="""\b
Examples:
  tidings evaluate tree shared/data/train/ud_ewt/en_ewt-ud-test.conllu
  tidings evaluate gold shared/gold --json
"""
)
@click.argument("name", metavar="SET", type=click.Choice(list(SETS)))
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path))
@actors_option
@click.option("--json", "as_json", is_flag=True, help="One JSON object a path.")
def command(name: str, paths: tuple[Path, ...], actors: tuple[Path, ...], as_json: bool) -> None:
    """Score one of the measures of docs/measures.md on data laid out like its set.

    SET is one of tree, names, coref, factuality, geo, time, plv, cameo_class, petrarch, attribution, stories, gold
    and speed.
    """
    reader = reader_with(actors)
    for path in paths:
        with err().status(f"scoring {name} on {path} ..."):
            result = evaluate(name, path, reader)
        if not result.n:
            raise click.UsageError(f"{path} holds nothing laid out like the set {name!r}")
        if as_json:
            click.echo(json.dumps(asdict(result)))
            continue
        out().print(f"{name}  {path}  n={result.n}  {result.seconds} s", markup=False)
        for metric, value in result.metrics.items():
            out().print(f"  {metric:24} {value:g}", markup=False)
