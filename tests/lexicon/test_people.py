"""The table of people does not contradict itself, and the checker finds it where it does."""

from __future__ import annotations

import pytest

from tidings.lexicon.actors import PERSON_COLUMNS
from tidings.lexicon.check import EXCEPTION_COLUMNS, OFFICES, check_people
from tidings.lexicon.tables import Row, data_folder, read_table

FOLDER = data_folder() / "actors"
PEOPLE = list(read_table(FOLDER / "people.tsv", PERSON_COLUMNS))
OVERLAPS = list(read_table(FOLDER / "overlaps.tsv", EXCEPTION_COLUMNS))


def test_people_are_many_and_of_all_the_world() -> None:
    assert len({row["id"] for row in PEOPLE}) >= 2500
    assert len({row["country"] for row in PEOPLE}) >= 190


def test_people_do_not_contradict_themselves() -> None:
    assert [str(finding) for finding in check_people(PEOPLE, OVERLAPS)] == []


def test_every_overlap_is_needed_and_has_a_reason() -> None:
    for row in OVERLAPS:
        assert row["reason"]
        assert row["office"] in OFFICES.values()
        others = [other for other in OVERLAPS if other is not row]
        assert check_people(PEOPLE, others), f"{row.file}:{row.line} is not needed"


def rows(*lines: str) -> list[Row]:
    """Rows of `id name role from to`, all of one country."""
    made = []
    for number, line in enumerate(lines, 2):
        id, name, role, start, end = line.split(",")
        fields = dict.fromkeys(PERSON_COLUMNS, "")
        fields.update({"id": id, "name": name, "country": "XXX", "role": role, "from": start, "to": end})
        made.append(Row("people.tsv", number, fields))
    return made


@pytest.mark.parametrize(
    ("lines", "kinds"),
    [
        (["a,A,president,2001-02-30,"], ["impossible date"]),
        (["a,A,president,2001-02,2000-01"], ["ends before it begins"]),
        (["a,A,mayor,2001,2002", "b,B,mayor,2003,", "a,A,mayor,2004,"], ["id stands in two places"]),
        (["a,A,mayor,2001,2002", "a,A,mayor,2004,"], ["id used twice, each time with a name"]),
        (["a,,mayor,2001,2002"], ["first row without a name"]),
        (["a,A,mayor,2004,2005", "a,,judge,2001,2002"], ["periods out of order"]),
        (["a,A,mayor,2001,2005", "a,,mayor,2003,"], ["overlaps another period in the same role"]),
        (["a,A,mayor,2001,2005", "a,,judge,2003,"], []),
        (["a,A,president,2001-01-01,2005-01-01", "b,B,president,2005-01-01,"], []),
        (["a,A,president,2001-01-01,2005-01-20", "b,B,president,2005-01-01,"], []),
        (
            ["a,A,president,2001-01-01,2005-03-01", "b,B,president,2005-01-01,"],
            ["two at once as head of state of XXX"],
        ),
        (["a,A,king,2001-01-01,", "b,B,president,2005-01,"], ["two at once as head of state of XXX"]),
        (["a,A,president,2001,2005", "b,B,president,2005,"], []),
        (["a,A,defence minister,2001-01-01,", "b,B,defence minister,2005-01-01,"], []),
    ],
)
def test_checker_finds(lines: list[str], kinds: list[str]) -> None:
    assert [finding.kind for finding in check_people(rows(*lines))] == kinds


@pytest.mark.parametrize(("first", "second", "found"), [("a", "b", 0), ("b", "a", 0), ("*", "*", 0), ("a", "c", 1)])
def test_checker_knows_true_overlaps(first: str, second: str, found: int) -> None:
    fields = dict(zip(EXCEPTION_COLUMNS, ("XXX", "head of state", first, second, "two rivals"), strict=True))
    two = rows("a,A,president,2001-01-01,", "b,B,president,2005-01-01,")
    assert len(check_people(two, [Row("overlaps.tsv", 2, fields)])) == found
