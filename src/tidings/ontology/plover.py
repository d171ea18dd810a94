"""One file an event type, checked and read into an `EventType`."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from tidings.ontology.check import Entry
from tidings.ontology.schema import EventType, Example, Mode
from tidings.ontology.source import parse_yaml, read_text
from tidings.ontology.triggers import Known, expand_group

FIELDS = (
    "event_type", "quad", "score", "cameo", "recipient_required", "definition", "exclusions", "modes", "triggers",
    "examples",
)  # fmt: skip
MODE_FIELDS = ("score", "cameo", "definition")
EXAMPLE_FIELDS = ("text", "trigger", "actor", "recipient", "mode", "none")
#: Examples stand last in a file, so that reading news does not have to parse them.
EXAMPLES = "\nexamples:"


def read_type(path: Path, codes: Collection[str], contexts: Collection[str]) -> EventType:
    """The event type of one file, without its examples. Raises `DataError` with file, entry and field."""
    entry = Entry.of(path.name, "top", parse_yaml(read_text(path).split(EXAMPLES)[0], path), FIELDS)
    name = entry.text("event_type")
    if name != path.stem:
        raise entry.wrong("event_type", f"{path.stem}, like the name of the file")
    if entry.values.get("quad") not in (1, 2, 3, 4):
        raise entry.wrong("quad", "1, 2, 3 or 4")
    cameo = entry.one_of("cameo", codes, "a CAMEO code as quoted text")
    if cameo is None:
        raise entry.wrong("cameo", "given")
    modes = _modes(entry, codes)
    known = Known(modes, codes, contexts)
    groups = enumerate(_items(entry, "triggers"), 1)
    return EventType(
        name=name,
        quad=entry.values["quad"],
        score=entry.number("score"),
        cameo=cameo,
        definition=entry.text("definition"),
        exclusions=entry.texts("exclusions"),
        recipient_required=entry.flag("recipient_required"),
        modes=modes,
        triggers=tuple(
            trigger
            for number, group in groups
            for trigger in expand_group(name, path.name, f"triggers {number}", group, known)
        ),
    )


def read_examples(path: Path, modes: Collection[str]) -> tuple[Example, ...]:
    """The examples of one file. Raises `DataError` with file, entry and field."""
    head, mark, tail = read_text(path).partition(EXAMPLES)
    # The lines before are kept empty, so that an error names the right line.
    values = parse_yaml("\n" * head.count("\n") + mark + tail, path) if mark else {}
    items = _items(Entry.of(path.name, "examples", values, ("examples",)), "examples")
    return tuple(_example(path.name, number, item, modes) for number, item in enumerate(items, 1))


def _modes(entry: Entry, codes: Collection[str]) -> Mapping[str, Mode]:
    modes = {}
    for name, values in entry.mapping("modes").items():
        mode = Entry.of(entry.file, f"mode {name}", values, MODE_FIELDS)
        score = mode.number("score") if mode.values.get("score") is not None else None
        cameo = mode.one_of("cameo", codes, "a CAMEO code as quoted text")
        modes[name] = Mode(name, score, mode.text("definition"), cameo)
    return modes


def _example(file: str, number: int, item: Any, modes: Collection[str]) -> Example:
    """An example either expects a trigger or says `none: true`; what it expects stands in its text."""
    entry = Entry.of(file, f"examples {number}", item, EXAMPLE_FIELDS)
    text, trigger, none = entry.text("text"), entry.text_or_none("trigger"), entry.flag("none")
    if none == (trigger is not None):
        raise entry.wrong("trigger", "given, or none: true in its place")
    sides = {field: entry.text_or_none(field) for field in ("trigger", "actor", "recipient")}
    for field, words in sides.items():
        if words is not None and words not in text:
            raise entry.wrong(field, "words of the text")
    return Example(text, trigger, sides["actor"], sides["recipient"], entry.one_of("mode", modes, "a mode of the type"))


def _items(entry: Entry, field: str) -> list[Any]:
    value = entry.values.get(field) or []
    if not isinstance(value, list):
        raise entry.wrong(field, "a list")
    return value
