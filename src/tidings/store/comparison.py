"""Our events and an imported system's, by pairs of countries: what `tidings compare` sets side by side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tidings.ontology import load_ontology
from tidings.store.connection import Connection

#: One country of a code ("CHN GOV"), where it names one and not only a sector ("REB"): the nouns of a dyad.
_COUNTRIES = (
    "list_distinct([split_part(c, ' ', 1) for c in {codes} if c <> '' AND split_part(c, ' ', 1) NOT IN ({sectors})])"
)


@dataclass(frozen=True, slots=True)
class DyadEvent:
    """One event that took place between two countries, `one` before `other` in the alphabet; ours, or imported."""

    one: str
    other: str
    ours: bool
    id: str
    day: date
    latest: date | None
    quad: int
    score: float
    sentence: str


def dyad_events(connection: Connection, system: str) -> Iterator[DyadEvent]:
    """Every event with a day between two countries, ours and the system's, those of a dyad together.

    An event of several countries is one of each of their dyads; those who act together, with nobody on the other side,
    are dyads too.
    """
    cursor = connection.cursor().execute(_query(), [system])
    while rows := cursor.fetchmany(2_000):
        yield from (DyadEvent(*row) for row in rows)


def _query() -> str:
    sectors = ", ".join(f"'{sector}'" for sector in load_ontology().sectors)
    sides = ", ".join(
        f"{_COUNTRIES.format(codes=f'e.{side}_codes', sectors=sectors)} AS {side}s" for side in ("actor", "recipient")
    )
    shared = "e.id, coalesce(e.earliest, e.latest) AS day, e.latest, e.quad, e.score, e.recipient_names"
    where = "WHERE e.counts AND coalesce(e.earliest, e.latest) IS NOT NULL"
    return f"""
        WITH told AS (
            SELECT {shared}, TRUE AS ours, coalesce(e.sentence, '') AS sentence, {sides}
            FROM events e {where}
            UNION ALL
            SELECT {shared}, FALSE AS ours, coalesce(e.sentence, '') AS sentence, {sides}
            FROM imported_events e {where} AND e.system = ?
        ),
        sided AS (
            SELECT *, unnest(actors) AS x,
                CASE WHEN len(recipient_names) = 0 THEN actors ELSE recipients END AS others
            FROM told
        )
        SELECT DISTINCT least(x, y) AS one, greatest(x, y) AS other, ours, id, day, latest, quad, score, sentence
        FROM (SELECT *, unnest(others) AS y FROM sided) WHERE x <> y
        ORDER BY one, other, ours, day, id
    """
