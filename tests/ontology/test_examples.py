"""The examples of every event type, read with Tidings: the sentences are found, the look-alikes are not."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from tidings.ontology import Example, load_ontology
from tidings.record import Analysis, EventMention

if TYPE_CHECKING:
    from tidings.engine import Reader

#: The least share of the examples of a type that must come out right: sentences found, look-alikes left alone.
FOUND, QUIET = 0.8, 0.8
#: The least share over all types of found sentences whose named sides and mode are right too.
WHOLE = 0.8
TYPES = sorted(load_ontology().types)


@cache
def readings(event_type: str) -> tuple[tuple[Example, Analysis], ...]:
    """Each example of a type with its reading, all read at once."""
    engine = pytest.importorskip("tidings.engine", reason="the reader is not built yet", exc_type=ImportError)
    examples = load_ontology().examples(event_type)
    reader = _reader(engine.Reader)
    return tuple((example, reader.read_text(example.text)) for example in examples)


@cache
def _reader(kind: type[Reader]) -> Reader:
    return kind()


def hits(example: Example, analysis: Analysis, event_type: str) -> list[EventMention]:
    """The events of the type that stand at the trigger, or anywhere for a look-alike."""
    found = [event for event in analysis.events if event.event_type == event_type]
    if example.trigger is None:
        return found
    start = analysis.document.text.find(example.trigger)
    end = start + len(example.trigger)
    return [event for event in found if event.trigger.start < end and start < event.trigger.end]


def whole(example: Example, analysis: Analysis, event: EventMention) -> bool:
    """Whether the named sides and the mode of the example are those of the event."""
    sides = ((example.actor, event.actors), (example.recipient, event.recipients))
    return (example.mode is None or example.mode == event.mode) and all(
        words is None or any(analysis.text(one.span) in words or words in analysis.text(one.span) for one in side)
        for words, side in sides
    )


@pytest.mark.parametrize("event_type", TYPES)
def test_examples_are_found(event_type: str) -> None:
    told = [pair for pair in readings(event_type) if pair[0].trigger is not None]
    missed = [example.text for example, analysis in told if not hits(example, analysis, event_type)]
    assert len(told) - len(missed) >= FOUND * len(told), missed


@pytest.mark.parametrize("event_type", TYPES)
def test_lookalikes_are_left_alone(event_type: str) -> None:
    alike = [pair for pair in readings(event_type) if pair[0].trigger is None]
    wrong = [example.text for example, analysis in alike if hits(example, analysis, event_type)]
    assert len(alike) - len(wrong) >= QUIET * len(alike), wrong


def test_sides_and_modes_are_right() -> None:
    told = [(kind, *pair) for kind in TYPES for pair in readings(kind) if pair[0].trigger is not None]
    right = [
        example.text
        for kind, example, analysis in told
        if any(whole(example, analysis, event) for event in hits(example, analysis, kind))
    ]
    assert len(right) >= WHOLE * len(told), [example.text for _, example, _ in told if example.text not in right]


@pytest.mark.parametrize("event_type", TYPES)
def test_every_type_has_examples_and_lookalikes(event_type: str) -> None:
    examples = load_ontology().examples(event_type)
    assert sum(example.trigger is not None for example in examples) >= 12
    assert sum(example.trigger is None for example in examples) >= 5
    assert len({example.text for example in examples}) == len(examples)


def test_common_types_have_sixty_triggers() -> None:
    few = {
        kind.name: len({trigger.words for trigger in kind.triggers})
        for kind in load_ontology().types.values()
        if len({trigger.words for trigger in kind.triggers}) < 60
    }
    assert not few
