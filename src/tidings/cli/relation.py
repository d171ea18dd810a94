"""`tidings relation`: what one actor does to another in a sentence."""

from __future__ import annotations

import json
from pathlib import Path

import click

from tidings.cli.console import out, plain
from tidings.cli.dictionaries import actors_option, reader_with
from tidings.cli.page import happened
from tidings.engine import Reader


@click.command(
    epilog="""\b
Examples:
  tidings relation "France expelled two Russian diplomats." --actor France --recipient "Russian diplomats"
"""
)
@click.argument("sentence")
@click.option("--actor", required=True, help="The words in the sentence for who acts.")
@click.option("--recipient", required=True, help="The words in the sentence for who is acted upon.")
@actors_option
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
def command(sentence: str, actor: str, recipient: str, actors: tuple[Path, ...], as_json: bool) -> None:
    """Say what the first does to the second: PLOVER type, mode, CAMEO code, and whether it happened."""
    for words in (actor, recipient):
        if words.casefold() not in sentence.casefold():
            raise click.UsageError(f"{words!r} does not stand in the sentence; give its very words")
    reader = reader_with(actors)
    found = reader.relation(sentence, actor, recipient)
    if as_json:
        click.echo(json.dumps(_object(reader, found), ensure_ascii=False))
    elif found is None:
        out().print("none: no political act of the first towards the second is told")
    else:
        kind = f"{found.event_type}{'/' + found.mode if found.mode else ''}, CAMEO {found.cameo}"
        out().print(plain(f"{kind}; happened: {happened(found.factuality)}; {found.evidence.origin}"))


def _object(reader: Reader, found: object) -> dict[str, object]:
    from tidings.record import EventMention

    if not isinstance(found, EventMention):
        return {"event_type": None}
    quad, score = reader.grade(found.event_type, found.mode)
    return {
        "event_type": found.event_type,
        "mode": found.mode,
        "cameo": found.cameo,
        "quad": quad,
        "score": score,
        "counts": found.counts,
        "confidence": round(found.evidence.score, 3),
        "origin": found.evidence.origin,
    }
