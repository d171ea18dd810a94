"""The registry: states, peoples, organisations and people, and who they were on a given day."""

from __future__ import annotations

import atexit
import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from copy import copy
from dataclasses import dataclass
from datetime import date
from importlib.resources.abc import Traversable
from typing import NamedTuple

from tidings.lexicon.phrases import PhraseTable, keys
from tidings.lexicon.tables import Row, data_folder, read_table
from tidings.record import Actor

STATE_COLUMNS = (
    *("code", "name", "official", "others", "adjectives", "people", "capitals", "seats", "from", "to"),
    *("cow", "gw", "wikidata"),
)
PEOPLE_COLUMNS = ("id", "country", "adjectives", "people", "sectors", "names")
ORGANISATION_COLUMNS = ("id", "name", "country", "sectors", "from", "to", "aliases")
PERSON_COLUMNS = ("id", "name", "country", "sectors", "role", "from", "to", "aliases", "gender")


@dataclass(frozen=True, slots=True)
class Numbers:
    """What other data sets call a state: the Correlates of War, Gleditsch and Ward, Wikidata."""

    cow: int | None
    gw: int | None
    wikidata: str | None


class Form(NamedTuple):  # there are 18,000 at every start, and a frozen dataclass takes three times as long to make
    """One way to name an actor.

    `kind`: name, adjective ("Afghan"), people ("Afghans"), capital ("Kabul"), seat ("the Kremlin"), organisation, or
    person. `written`: as the registry writes it; `origin`: file and entry. `days` and `rank` are of the user's own
    dictionaries: when the name stands for the actor (all days where empty), and which entry beats which (0: ours).
    """

    actor: str
    kind: str
    written: str
    origin: str
    days: tuple[tuple[date | None, date | None], ...] = ()
    rank: int = 0

    def fits(self, text: str) -> bool:
        """Whether the words in the report may be this name: capitals as the registry has them.

        >>> Form("state:USA", "name", "US", "states.tsv:USA").fits("us")
        False
        """
        plain = _plain(self.written)
        text = _plain(text)
        if plain.isupper() or (len(plain) <= 4 and not plain.istitle() and not plain.islower()):
            return text == plain
        first = next((c for c in text if c.isalpha()), "")
        return not plain[:1].isupper() or first.isupper()

    def holds(self, day: date | None) -> bool:
        """Whether the name stands for the actor on that day; on an unknown day it may."""
        return not self.days or day is None or any(_within(days, day) for days in self.days)


def _plain(name: str) -> str:
    return name.removeprefix("the ").removeprefix("The ").replace(".", "")


class ActorRegistry:
    """Every known actor, by the ways it is named and by its id.

    >>> registry = load_actors()
    >>> registry.on("org:taliban", date(2021, 8, 14)).code, registry.on("org:taliban", date(2021, 8, 15)).code
    ('AFG REB', 'AFG GOV')
    """

    __slots__ = ("_genders", "_numbers", "_own", "_periods", "_roles", "_shared", "_surnames", "forms")

    def __init__(self, states: list[Row], peoples: list[Row], organisations: list[Row], people: list[Row]) -> None:
        self._periods: dict[str, list[Actor]] = {}
        self._own: Mapping[str, Sequence[Actor]] = {}
        self._genders: dict[str, str] = {}
        self._numbers: dict[str, Numbers] = {}
        self._roles: dict[str, list[str]] = {}
        self._surnames: dict[str, list[str]] = {}
        forms: list[Form] = []
        forms.extend(form for row in states for form in self._add_state(row))
        forms.extend(form for row in peoples for form in self._add_people(row))
        forms.extend(form for row in organisations for form in self._add_organisation(row))
        forms.extend(form for row in people for form in self._add_person(row))
        self.forms: PhraseTable[Form] = PhraseTable((form.written, form) for form in forms)
        self._shared = _shared(forms)

    def with_own(self, forms: Sequence[Form], periods: Mapping[str, Sequence[Actor]]) -> ActorRegistry:
        """The same registry with the user's dictionaries over it: names, and who is who on which days."""
        whole = copy(self)
        whole._own = periods
        whole._periods = {id: list(known) for id, known in periods.items()} | self._periods
        whole.forms = self.forms.under((form.written, form) for form in forms)
        return whole

    def in_force(self, forms: tuple[Form, ...], written: str, day: date | None) -> tuple[Form, ...]:
        """Of the forms of one name, those that count on that day: the user's before ours."""
        if not self._own:
            return forms
        fitting = [form for form in forms if form.holds(day) and form.fits(written)]
        best = max((form.rank for form in fitting), default=0)
        return tuple(form for form in fitting if form.rank == best)

    def on(self, id: str, day: date | None) -> Actor | None:
        """Who the actor was on that day; on an unknown day, who they were last.

        People out of office are coded ELI, as PLOVER codes former officials; before their first known office no
        sector is given.
        """
        own = [p for p in self._own.get(id, ()) if day is None or _within(p.valid, day)]
        if own:
            return own[-1]
        periods = self._periods.get(id)
        if not periods:
            return None
        if day is None:
            return periods[-1]
        holding = [p for p in periods if _within(p.valid, day)]
        if holding:
            return holding[-1]
        before = [p for p in periods if p.valid[1] and p.valid[1] < day]
        return _outside(before[-1], former=True) if before else _outside(periods[0], former=False)

    def bearer(self, form: Form, day: date | None) -> Actor:
        """Whom a form names on that day: of organisations that bear one name in turn, the one of the day.

        >>> registry = load_actors()
        >>> [form] = [form for form in registry.forms.get("UCK") if form.actor == "org:kla"]
        >>> registry.bearer(form, date(1999, 3, 1)).id, registry.bearer(form, date(2001, 3, 1)).id
        ('org:kla', 'org:nla-macedonia')
        """
        bearers = [period for id in self._shared.get(form.written, ()) for period in self._periods[id]]
        then = [period for period in bearers if day and _within(period.valid, day)]
        return then[0] if then else self.on(form.actor, day) or self.names(form.actor)

    def numbers(self, code: str) -> Numbers | None:
        """The numbers of a state in other data sets, by its ISO code.

        >>> load_actors().numbers("USA")
        Numbers(cow=2, gw=2, wikidata='Q30')
        """
        return self._numbers.get(code)

    def gender(self, id: str) -> str | None:
        """The gender of a person: "f" or "m"."""
        return self._genders.get(id)

    def role(self, id: str) -> str:
        """The offices a person is known for, in lower case, one after the other."""
        return "; ".join(self._roles.get(id, ()))

    def bearers(self, surname: str) -> list[str]:
        """The ids of all people whose name ends in this word."""
        return self._surnames.get(surname, [])

    def names(self, id: str) -> Actor:
        """The actor as it stands last in the registry. Raises `KeyError` for an unknown id."""
        return self._periods[id][-1]

    def __contains__(self, id: str) -> bool:
        return id in self._periods

    def ids(self) -> Iterator[str]:
        """The ids of all actors."""
        return iter(self._periods)

    def _period(self, id: str, name: str, country: str, sectors: tuple[str, ...], row: Row, dated: bool) -> None:
        valid = (row.day("from"), row.day("to", last=True)) if dated else (None, None)
        if valid[0] and valid[1] and valid[0] > valid[1]:
            raise row.broken("to", f"a day not before {valid[0]}")
        self._periods.setdefault(id, []).append(Actor(id, name, country or None, sectors, valid))

    def _add_state(self, row: Row) -> Iterator[Form]:
        id, origin = f"state:{row['code']}", f"states.tsv:{row['code']}"
        self._period(id, row["name"], row["code"], ("GOV",), row, dated=False)
        self._numbers[row["code"]] = Numbers(row.number("cow"), row.number("gw"), row["wikidata"] or None)
        for kind, written in (
            ("name", (row["name"], *row.many("official"), *row.many("others"))),
            ("adjective", row.many("adjectives")),
            ("people", row.many("people")),
            ("capital", row.many("capitals")),
            ("seat", row.many("seats")),
        ):
            yield from (Form(id, kind, each, origin) for each in written)

    def _add_people(self, row: Row) -> Iterator[Form]:
        id, origin = f"people:{row['id']}", f"peoples.tsv:{row['id']}"
        written = (*row.many("names"), *row.many("people"), *row.many("adjectives"))
        self._period(id, written[0], row["country"], row.many("sectors"), row, dated=False)
        yield from (Form(id, "adjective", each, origin) for each in row.many("adjectives"))
        yield from (Form(id, "people", each, origin) for each in row.many("people"))
        yield from (Form(id, "organisation", each, origin) for each in row.many("names"))

    def _add_organisation(self, row: Row) -> Iterator[Form]:
        id = f"org:{row['id']}"
        known = self._periods.get(id)
        name = row["name"] or (known[0].name if known else "")
        self._period(id, name, row["country"], row.many("sectors"), row, dated=True)
        for written in (row["name"], *row.many("aliases")):
            if written:
                yield Form(id, "organisation", written, f"organisations.tsv:{row['id']}")

    def _add_person(self, row: Row) -> Iterator[Form]:
        id = f"person:{row['id']}"
        known = self._periods.get(id)
        name = row["name"] or (known[0].name if known else "")
        self._period(id, name, row["country"], row.many("sectors"), row, dated=True)
        self._roles.setdefault(id, []).append(row["role"])
        if known:
            return
        self._genders[id] = row["gender"] or "m"
        parts = keys(name)
        for surname in {parts[-1], parts[0]} if row["country"] in _FAMILY_NAME_FIRST else (parts[-1],):
            self._surnames.setdefault(surname, []).append(id)
        for written in (row["name"], *row.many("aliases")):
            yield Form(id, "person", written, f"people.tsv:{row['id']}")


#: Where the family name stands first, both ends of a name are tried.
_FAMILY_NAME_FIRST = frozenset({"CHN", "HKG", "TWN", "KOR", "PRK", "VNM", "KHM", "SGP", "MAC"})


def _shared(forms: list[Form]) -> dict[str, list[str]]:
    """The names that several organisations bear, with their ids."""
    owners: dict[str, list[str]] = {}
    for form in forms:
        if form.kind == "organisation":
            owners.setdefault(form.written, []).append(form.actor)
    return {name: ids for name, ids in owners.items() if len(set(ids)) > 1}


def _within(days: tuple[date | None, date | None], day: date) -> bool:
    start, end = days
    return (start is None or start <= day) and (end is None or day <= end)


def _outside(period: Actor, *, former: bool) -> Actor:
    if not period.id.startswith("person:"):
        return period
    start, end = (period.valid[1], None) if former else (None, period.valid[0])
    sectors = ("ELI",) if former and "GOV" in period.sectors else period.sectors if former else ()
    return Actor(period.id, period.name, period.country, sectors, (start, end))


def load_actors(folder: Traversable | None = None) -> ActorRegistry:
    """The registry of Tidings, or of another folder of the same four files.

    Raises `DataError`, naming file, line and field, where a table is broken.
    """
    folder = folder or data_folder() / "actors"
    with _uncollected():
        return ActorRegistry(
            list(read_table(folder / "states.tsv", STATE_COLUMNS)),
            list(read_table(folder / "peoples.tsv", PEOPLE_COLUMNS)),
            list(read_table(folder / "organisations.tsv", ORGANISATION_COLUMNS)),
            list(read_table(folder / "people.tsv", PERSON_COLUMNS)),
        )


@contextmanager
def _uncollected() -> Iterator[None]:
    """No search for garbage meanwhile: among many small objects that all stay, it takes a third of the time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            # What was made stays: else it is all searched the moment the search is on again. What others made is frozen
            # along with it; let go at the end, or libraries that count their own things complain of those never freed.
            gc.freeze()
            atexit.unregister(gc.unfreeze)
            atexit.register(gc.unfreeze)
            gc.enable()
