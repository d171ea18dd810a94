"""The registry: states, peoples, organisations and people, and who they were on a given day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from importlib.resources.abc import Traversable

from tidings.lexicon.phrases import PhraseTable, keys
from tidings.lexicon.tables import Row, data_folder, read_table
from tidings.record import Actor

STATE_COLUMNS = ("code", "name", "official", "others", "adjectives", "people", "capitals", "seats", "from", "to")
PEOPLE_COLUMNS = ("id", "country", "adjectives", "people", "sectors", "names")
ORGANISATION_COLUMNS = ("id", "name", "country", "sectors", "from", "to", "aliases")
PERSON_COLUMNS = ("id", "name", "country", "sectors", "role", "from", "to", "aliases", "gender")


@dataclass(frozen=True, slots=True)
class Form:
    """One way to name an actor.

    `kind`: name, adjective ("Afghan"), people ("Afghans"), capital ("Kabul"), seat ("the Kremlin"), organisation, or
    person. `written`: as the registry writes it; `origin`: file and entry.
    """

    actor: str
    kind: str
    written: str
    origin: str

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


def _plain(name: str) -> str:
    return name.removeprefix("the ").removeprefix("The ").replace(".", "")


class ActorRegistry:
    """Every known actor, by the ways it is named and by its id.

    >>> registry = load_actors()
    >>> registry.on("org:taliban", date(2021, 8, 14)).code, registry.on("org:taliban", date(2021, 8, 15)).code
    ('AFG REB', 'AFG GOV')
    """

    __slots__ = ("_genders", "_periods", "_roles", "_surnames", "forms")

    def __init__(self, states: list[Row], peoples: list[Row], organisations: list[Row], people: list[Row]) -> None:
        self._periods: dict[str, list[Actor]] = {}
        self._genders: dict[str, str] = {}
        self._roles: dict[str, list[str]] = {}
        self._surnames: dict[str, list[str]] = {}
        forms: list[Form] = []
        forms.extend(form for row in states for form in self._add_state(row))
        forms.extend(form for row in peoples for form in self._add_people(row))
        forms.extend(form for row in organisations for form in self._add_organisation(row))
        forms.extend(form for row in people for form in self._add_person(row))
        self.forms: PhraseTable[Form] = PhraseTable((form.written, form) for form in forms)

    def on(self, id: str, day: date | None) -> Actor | None:
        """Who the actor was on that day; on an unknown day, who they were last.

        People out of office are coded ELI, as PLOVER codes former officials; before their first known office no
        sector is given.
        """
        periods = self._periods.get(id)
        if not periods:
            return None
        if day is None:
            return periods[-1]
        holding = [p for p in periods if _holds(p, day)]
        if holding:
            return holding[-1]
        before = [p for p in periods if p.valid[1] and p.valid[1] < day]
        return _outside(before[-1], former=True) if before else _outside(periods[0], former=False)

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
        for surname in {keys(name)[-1], keys(name)[0] if row["country"] in _FAMILY_NAME_FIRST else keys(name)[-1]}:
            self._surnames.setdefault(surname, []).append(id)
        for written in (row["name"], *row.many("aliases")):
            yield Form(id, "person", written, f"people.tsv:{row['id']}")


#: Where the family name stands first, both ends of a name are tried.
_FAMILY_NAME_FIRST = frozenset({"CHN", "HKG", "TWN", "KOR", "PRK", "VNM", "KHM", "SGP", "MAC"})


def _holds(period: Actor, day: date) -> bool:
    start, end = period.valid
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
    return ActorRegistry(
        list(read_table(folder / "states.tsv", STATE_COLUMNS)),
        list(read_table(folder / "peoples.tsv", PEOPLE_COLUMNS)),
        list(read_table(folder / "organisations.tsv", ORGANISATION_COLUMNS)),
        list(read_table(folder / "people.tsv", PERSON_COLUMNS)),
    )
