"""The kinds of picture, each from the rows of a store. To add one: a function, and its line in `KINDS`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import BinaryIO

from tidings.cli.plot.groups import dyads_of, spots_of, ties_among
from tidings.cli.ties import dyad_events, tie_event, two_actors
from tidings.lexicon.states import state_names
from tidings.store import EventQuery, EventRow, Store
from tidings.ties import Series, series, trend
from tidings.ties.picture import draw_calendar, draw_dyad, draw_heatmap, draw_map, draw_network, draw_quads


@dataclass(frozen=True, slots=True)
class Asked:
    """What a picture is asked of: the record, the actors, the days, and the length of a period."""

    store: Store
    actors: tuple[str, ...]
    since: date | None
    until: date | None
    by: str

    def rows(self) -> list[EventRow]:
        """The events that took place: of all, of one actor on either side, or between two."""
        every = EventQuery(since=self.since, until=self.until, counts_only=True)
        if len(self.actors) == 2:
            one, other = self.actors
            two_actors(self.store, one, other)
            return self.store.events(replace(every, between=(one, other)))
        if not self.actors:
            return self.store.events(every)
        (actor,) = self.actors
        sides = (replace(every, actor=actor), replace(every, recipient=actor))
        return list({row.id: row for side in sides for row in self.store.events(side)}.values())

    def series(self) -> Series:
        """The series of the dyad."""
        events, read = dyad_events(self.store, *self.actors)
        return series(events, self.by, self.since, self.until, coverage=read)

    @property
    def named(self) -> str:
        """Whose events they are, for a title."""
        return " and ".join(self.names) or "All events of the record"

    @property
    def names(self) -> tuple[str, ...]:
        """What the actors are called: a state's code gives way to its name."""
        return tuple(state_names().get(actor, actor) for actor in self.actors)


Draw = Callable[[Asked, BinaryIO, str], None]


@dataclass(frozen=True, slots=True)
class Kind:
    """How a picture is drawn, and how many actors it takes."""

    draw: Draw
    fewest: int
    most: int

    @property
    def takes(self) -> str:
        """
        >>> Kind(_calendar, 0, 2).takes
        'no actor, one or two'
        """
        numbers = {(2, 2): "two actors", (1, 1): "one actor", (0, 1): "one actor, or none"}
        return numbers.get((self.fewest, self.most), "no actor, one or two")


def _dyad(asked: Asked, out: BinaryIO, form: str) -> None:
    found, (one, other) = asked.series(), asked.names
    draw_dyad(found, one, other, out, trend(found), form)


def _quads(asked: Asked, out: BinaryIO, form: str) -> None:
    draw_quads(asked.series(), asked.named, out, form)


def _heatmap(asked: Asked, out: BinaryIO, form: str) -> None:
    rows = asked.rows()
    own = asked.store.actors(asked.actors[0]) if asked.actors else None
    dyads = {
        name: series(map(tie_event, some), asked.by, asked.since, asked.until)
        for name, some in dyads_of(rows, own, *asked.names).items()
    }
    title = f"Ties of {asked.named}" if asked.actors else "Ties of the record"
    draw_heatmap(dyads, title, out, form)


def _network(asked: Asked, out: BinaryIO, form: str) -> None:
    (actor,), (ego,) = asked.actors, asked.names
    everything = Asked(asked.store, (), asked.since, asked.until, asked.by).rows()
    draw_network(ego, ties_among(everything, asked.store.actors(actor), ego), out, form)


def _calendar(asked: Asked, out: BinaryIO, form: str) -> None:
    draw_calendar(map(tie_event, asked.rows()), asked.named, out, form)


def _map(asked: Asked, out: BinaryIO, form: str) -> None:
    rows = asked.rows()
    spots = spots_of(rows)
    placed = sum(spot.events for spot in spots)
    reason = (
        f"{placed} of {len(rows)} events that took place, each once, at {len(spots)} places; the rest name no place"
    )
    draw_map(spots, asked.named, reason, out, form)


KINDS: dict[str, Kind] = {
    "dyad": Kind(_dyad, 2, 2),
    "quads": Kind(_quads, 2, 2),
    "heatmap": Kind(_heatmap, 0, 1),
    "network": Kind(_network, 1, 1),
    "calendar": Kind(_calendar, 0, 2),
    "map": Kind(_map, 0, 2),
}
