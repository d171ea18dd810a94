"""The standing of every report among the others: its story, and what it is a copy of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, pairwise

import numpy as np

from tidings.merge.copies import find_copies
from tidings.merge.report import Report, Standing
from tidings.merge.stories import ALIKE, Matrix, Terms, cluster_terms, likeness_of, terms
from tidings.record import content_id

#: A story goes on into the next week where reports of its last days are like reports of the next week's first ones.
PAUSE = 3
#: Comparing takes time and memory with the square: a week of more reports is left without stories.
MOST = 5_000

Words = Mapping[str, Terms]
Story = list[Report]


def place_reports(reports: Sequence[Report]) -> dict[str, Standing]:
    """The standing of each report, by its id. The order of `reports` does not matter.

    Copies are found first; one of each is looked at for stories, week by week, and a story of one week is one with
    the story of the next that is most like it. Reports without a day are compared with each other only.

    >>> place_reports([])
    {}
    """
    copies = find_copies(reports)
    heads = sorted((report for report in reports if report.id not in copies), key=lambda report: report.id)
    words = {report.id: terms(report.text) for report in heads}
    names = {report.id: _name(story) for story in _stories(heads, words) for report in story}
    standings = {id: Standing(name) for id, name in names.items()}
    return standings | {id: Standing(names.get(of), of, likeness) for id, (of, likeness) in copies.items()}


def _name(story: Story) -> str:
    return content_id("sto", sorted(report.id for report in story))


def _stories(heads: Sequence[Report], words: Words) -> Iterator[Story]:
    weeks: defaultdict[int | None, Story] = defaultdict(list)
    for report in heads:
        weeks[report.published.toordinal() // 7 if report.published else None].append(report)
    yield from _of_week(weeks.pop(None, []), words)
    going: list[Story] = []
    for week in sorted(number for number in weeks if number is not None):
        fresh = list(_of_week(weeks[week], words))
        joined = _joined(going, fresh, words) if week - 1 in weeks else {}
        yield from (story for at, story in enumerate(going) if at not in joined.values())
        going = [going[joined[at]] + story if at in joined else story for at, story in enumerate(fresh)]
    yield from going


def _of_week(reports: Story, words: Words) -> Iterator[Story]:
    if len(reports) > MOST:
        return
    found: defaultdict[int, Story] = defaultdict(list)
    for number, report in zip(cluster_terms([words[report.id] for report in reports]), reports, strict=True):
        found[number].append(report)
    yield from found.values()


def _joined(going: Sequence[Story], fresh: Sequence[Story], words: Words) -> dict[int, int]:
    """For each fresh story that goes on from one of the week before: which, the most alike first."""
    ends = [[report for report in story if _weekday(report) >= 7 - PAUSE] for story in going]
    starts = [[report for report in story if _weekday(report) < PAUSE] for story in fresh]
    before, after = list(chain(*ends)), list(chain(*starts))
    if not before or not after:
        return {}
    alike = likeness_of([words[report.id] for report in (*before, *after)])[: len(before), len(before) :]
    pairs = sorted(_alike(alike, ends, starts), reverse=True)
    joined: dict[int, int] = {}
    for _, start, end in pairs:
        if start not in joined and end not in joined.values():
            joined[start] = end
    return joined


def _weekday(report: Report) -> int:
    return report.published.toordinal() % 7 if report.published else 0


def _alike(alike: Matrix, ends: Sequence[Story], starts: Sequence[Story]) -> Iterator[tuple[float, int, int]]:
    """The likeness of each pair of stories that is alike enough, with their numbers: start, end."""
    rows, columns = _ranges(ends), _ranges(starts)
    for end, (top, bottom) in enumerate(rows):
        for start, (left, right) in enumerate(columns):
            if bottom > top and right > left and (mean := float(alike[top:bottom, left:right].mean())) >= ALIKE:
                yield mean, start, end


def _ranges(stories: Sequence[Story]) -> list[tuple[int, int]]:
    edges = np.cumsum([0, *map(len, stories)]).tolist()
    return list(pairwise(edges))
