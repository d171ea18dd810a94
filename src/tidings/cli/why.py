"""`tidings why`: what an event was read from."""

from __future__ import annotations

from pathlib import Path

import click
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from tidings.cli.console import out, plain, safe
from tidings.cli.events import table_of
from tidings.cli.options import store_option
from tidings.cli.page import QUAD_STYLES, happened, plain_block
from tidings.merge import ENOUGH, USER, disputes
from tidings.record import Span
from tidings.store import Store, Telling, Words


@click.command(
    epilog="""\b
Examples:
  tidings why evt-3f2a --store record.duckdb
"""
)
@click.argument("event_id")
@store_option
def command(event_id: str, store: Path) -> None:
    """Show what an event was read from: the sentences, the spans, the rules, the reports.

    EVENT_ID is the id of an event, or as much of its beginning as tells it from the others.
    """
    with Store(store, read_only=True) as open_store:
        why = open_store.why(event_id)
    console = out()
    console.print(table_of([why.event], console.width))
    told = f"Told by {len(why.tellings)} {'sentence' if len(why.tellings) == 1 else 'sentences'}, the surest first:"
    console.print(f"\n{told}", style="bold")
    for telling in why.tellings:
        print_telling(console, telling, why.event.quad)
    print_disputes(console, why.tellings)


def print_telling(console: Console, telling: Telling, quad: int) -> None:
    """One mention: its report, its sentence with the evidence marked, and what read it."""
    report = ", ".join(filter(None, (telling.publisher, str(telling.published or "undated"), telling.title)))
    console.print()
    console.print(plain(report, "dim"))
    console.print(Padding(_marked(telling, quad), (0, 0, 0, 2)))
    on_word = telling.source.actor or telling.source.text if telling.source else "the reporter"
    facts = [
        ("trigger", f"“{telling.trigger.text}”, by {telling.origin}, confidence {telling.confidence:.2f}"),
        ("runner-up", _runner_up(telling)),
        ("who", _sides(telling.actors)),
        ("to whom", _sides(telling.recipients)),
        (
            "when",
            f"{telling.earliest or '…'} to {telling.latest or '…'}, by {telling.when_origin}"
            if telling.when_origin
            else "",
        ),
        ("where", telling.place or ""),
        ("happened?", str(happened(telling.factuality))),
        ("on whose word", f"{on_word}{f' (“{telling.cue.text}”)' if telling.cue else ''}"),
        ("report", _report(telling)),
        ("mention", telling.id),
        ("one event with", _joined(telling)),
    ]
    for name, value in facts:
        if value:
            console.print(Text.assemble(("    " + name.ljust(15), "dim"), safe(" ".join(value.split()))))


def _runner_up(telling: Telling) -> str:
    if telling.runner_up is None:
        return ""
    kind, share = telling.runner_up
    return f"{'no event' if kind == 'NONE' else kind}, {share:.2f} by the judge"


def print_disputes(console: Console, tellings: tuple[Telling, ...]) -> None:
    """What the tellings do not agree on, each value with who has it."""
    found = disputes(tellings)
    if not found:
        return
    console.print("\nTold in different ways:", style="bold")
    by_id = {telling.id: telling for telling in tellings}
    for dispute in found:
        for at, (value, ids) in enumerate(dispute.values):
            who = "; ".join(dict.fromkeys(_teller(by_id[id]) for id in ids))
            console.print(plain(f"    {'' if at else dispute.what:15}{value:12} {who}"))


def _teller(telling: Telling) -> str:
    source = telling.source.actor or telling.source.text if telling.source else None
    return ", ".join(filter(None, (source, telling.publisher or telling.document_id, str(telling.published or ""))))


def _joined(telling: Telling) -> str:
    if telling.joined_to is None:
        return ""
    if telling.likeness is None:
        return f"{telling.joined_to}, on {USER}"
    parts = ", ".join(f"{name} {points:+g}" for name, points in telling.reasons)
    return f"{telling.joined_to}: {parts}; {telling.likeness:g} points, {ENOUGH:g} are enough"


def _report(telling: Telling) -> str:
    span = telling.sentence.span
    copy = f"a copy of {telling.copy_of}" if telling.copy_of else None
    return ", ".join(filter(None, (telling.document_id, telling.url, f"characters {span.start}-{span.end}", copy)))


def _marked(telling: Telling, quad: int) -> Text:
    sentence = telling.sentence
    block = plain_block(sentence.text, Span(0, len(sentence.text)))
    start = sentence.span.start
    for side in (*telling.actors, *telling.recipients):
        block.stylize("underline", max(0, side.span.start - start), max(0, side.span.end - start))
    block.stylize(f"{QUAD_STYLES[quad]} reverse", telling.trigger.span.start - start, telling.trigger.span.end - start)
    return block


def _sides(side: tuple[Words, ...]) -> str:
    return "; ".join(f"“{words.text}”{f' = {words.actor}' if words.actor else ''}" for words in side)
