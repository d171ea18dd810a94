"""A reading as a page for the terminal: the text with its evidence marked, then the record."""

from __future__ import annotations

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from tidings.cli.console import plain, safe
from tidings.lexicon.cues import load_cues
from tidings.record import Analysis, Attribution, EventMention, Factuality, Participant, Span, ZoneKind

#: PLOVER's quads, and a colour for each that the colour-blind can tell apart.
QUAD_STYLES = {1: "cyan", 2: "bold blue", 3: "yellow", 4: "bold red"}
QUAD_NAMES = {1: "verbal cooperation", 2: "material cooperation", 3: "verbal conflict", 4: "material conflict"}
ZONE_STYLES = {ZoneKind.HEADLINE: "bold", ZoneKind.CAPTION: "italic", ZoneKind.CROSSHEAD: "bold"}


def print_page(console: Console, analysis: Analysis, quads: dict[str, int]) -> None:
    """The report with its triggers coloured by quad and its actors underlined, then events and statements."""
    document = analysis.document
    console.rule(plain(document.title or "Untitled report", "bold"), align="left", style="dim")
    origin = ", ".join(filter(None, (document.publisher, str(document.published or "undated"))))
    console.print(plain(f"{origin}   {document.id}", "dim"))
    console.print(_marked(analysis, quads))
    console.print()
    console.print(legend())
    console.print(event_table(analysis, quads))
    if analysis.attributions:
        console.print(statement_table(analysis))
    for note in analysis.notes:
        console.print(plain(f"note: {note}", "dim"))


def legend() -> Text:
    """What the colours of a page mean."""
    line = Text("event words: ", style="dim")
    for quad, name in QUAD_NAMES.items():
        line.append(name, QUAD_STYLES[quad]).append("  ")
    return line.append("underlined: ", "dim").append("actors and recipients", "underline")


def _marked(analysis: Analysis, quads: dict[str, int]) -> RenderableType:
    blocks: list[RenderableType] = []
    for zone in analysis.document.zones:
        block = plain_block(analysis.document.text, zone.span)
        if zone.kind is not ZoneKind.BODY:
            block.stylize(ZONE_STYLES.get(zone.kind, "dim"))
        for event in analysis.events:
            if zone.span.contains(event.trigger):
                _mark(block, zone.span, event, QUAD_STYLES[quads[event.event_type]])
        blocks.append(Padding(block, (1, 0, 0, 2)))
    return Group(*blocks)


def plain_block(text: str, span: Span) -> Text:
    """A stretch of a report that keeps its offsets: unsafe characters become blanks, not nothing."""
    return Text("".join(character if safe(character) else " " for character in span.slice(text)))


def _mark(block: Text, zone: Span, event: EventMention, style: str) -> None:
    block.stylize(f"{style} reverse", event.trigger.start - zone.start, event.trigger.end - zone.start)
    for side in (*event.actors, *event.recipients):
        if zone.contains(side.span):
            block.stylize("underline", side.span.start - zone.start, side.span.end - zone.start)


def event_table(analysis: Analysis, quads: dict[str, int]) -> Table:
    """Who did what to whom, when, where, whether it happened, and on whose word."""
    table = _table("who", "did what", "to whom", "when", "where", "happened?", "on whose word")
    for event in analysis.events:
        kind = f"{event.event_type}{'/' + event.mode if event.mode else ''} {event.cameo or ''}"
        what = Text.assemble(
            (kind.strip(), QUAD_STYLES[quads[event.event_type]]), f"\n“{_short(analysis, event.trigger)}”"
        )
        table.add_row(
            _sides(analysis, event.actors),
            what,
            _sides(analysis, event.recipients),
            _when(event),
            plain(event.place.name if event.place else ""),
            happened(event.factuality),
            _word(analysis, event),
        )
    return table


def statement_table(analysis: Analysis) -> Table:
    """Who said what, on whose word, and how far they stand by it."""
    table = _table("who said", "how", "what")
    by_id, strength = {said.id: said for said in analysis.attributions}, load_cues().strength
    for said in analysis.attributions:
        source = _speaker(analysis, said)
        if (outer := by_id.get(said.parent or "")) is not None:
            source = Text.assemble(source, "\n", ("as told by ", "dim"), (str(_speaker(analysis, outer)), "dim"))
        cue = analysis.text(said.cue) if said.cue else ""
        how = strength(said.evidence.origin.rpartition(":")[2], cue)
        aside = ", ".join(filter(None, (f"“{cue}”" if cue else "quoted", said.medium)))
        table.add_row(
            source, Text.assemble(how, "\n", (safe(aside), "dim")), plain(_short(analysis, said.content, 160))
        )
    return table


def _speaker(analysis: Analysis, said: Attribution) -> Text:
    if said.source is None:
        return Text("unnamed")
    return _sides(analysis, (Participant(said.source.span, said.source.actor),))


def _table(*columns: str) -> Table:
    table = Table(box=None, header_style="bold", pad_edge=False, padding=(1, 2, 0, 0))
    for column in columns:
        table.add_column(column, overflow="fold")
    return table


def _short(analysis: Analysis, span: Span, limit: int = 40) -> str:
    words = " ".join(safe(analysis.text(span)).split())
    return words if len(words) <= limit else words[: limit - 1].rsplit(" ", 1)[0] + "…"


def _sides(analysis: Analysis, side: tuple[Participant, ...]) -> Text:
    actors = {actor.id: actor for actor in analysis.actors}
    lines = []
    for participant in side:
        actor = actors.get(participant.actor or "")
        words = _short(analysis, participant.span)
        name = actor.name if actor else words
        lines.append(f"{safe(name)} ({actor.code})" if actor and actor.code else safe(name))
    return Text("\n".join(dict.fromkeys(lines)))


def _when(event: EventMention) -> Text:
    if event.when is None or (event.when.earliest is None and event.when.latest is None):
        return Text("")
    earliest, latest = event.when.earliest, event.when.latest
    if earliest == latest:
        return Text(str(earliest))
    if earliest is None:
        return Text(f"by {latest}")
    return Text(f"{earliest} to {latest}" if latest else f"since {earliest}")


def happened(factuality: Factuality) -> Text:
    """Whether it happened, in a word or two; green where it did."""
    return Text(factuality.in_words, style="green" if factuality.happened else "")


def _word(analysis: Analysis, event: EventMention) -> Text:
    said = next((said for said in analysis.attributions if said.id == event.attribution), None)
    return Text("the reporter", style="dim") if said is None else _speaker(analysis, said)
