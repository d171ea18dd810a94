"""What the numbers say, in sentences of ours; each names the events it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tidings.brief.telling import Reading
from tidings.brief.words import day_in_words, listed, number_of, points, prose
from tidings.ties import QUADS, Series, Trend, strongest
from tidings.ties.series import day_of

#: A sentence, and the ids of the events it rests on.
Part = tuple[str, Sequence[str]]
_CITED = 3


def in_short(series: Series, found: Sequence[Reading]) -> Iterator[Part]:
    """How much the record holds, and what the last of it is."""
    if not series.events:
        yield "The record holds no event between the two that took place on a known day.", ()
        return
    days = [day for event in series.events if (day := day_of(event, series.by))]
    counts = [sum(period.counts[quad] for period in series.periods) for quad in range(4)]
    kinds = [f"{number} of {name}" for number, name in zip(counts, QUADS, strict=True) if number]
    reports = {telling.document_id for reading in found if reading.counts for telling in reading.tellings}
    yield (
        f"From {day_in_words(days[0])} to {day_in_words(days[-1])} the record has "
        f"{number_of(len(series.events), 'event')} between the two that took place, in "
        f"{number_of(len(reports), 'report')}: {listed(kinds)}.",
        [event.event_id for event in strongest(series.events, _CITED)],
    )
    latest = next((reading for reading in reversed(found) if reading.counts), None)
    if latest:
        yield f"The latest, {latest.days[:1].lower()}{latest.days[1:]}: {latest.text}", [latest.events[0].id]


def standing(verdict: Trend) -> Iterator[Part]:
    """The verdict with its reason, the turning points, the alerts, and what is expected."""
    evidence = [event.event_id for event in verdict.evidence[:_CITED]]
    if verdict.verdict == "too little news":
        yield f"There is too little news to say whether the ties warm or cool. {prose(verdict.reason)}", evidence
    else:
        chance = "" if verdict.probability is None else f", with a probability of {100 * verdict.probability:.0f}%"
        word = {"steady": "are steady"}.get(verdict.verdict, f"are {verdict.verdict}")
        yield f"The ties {word}{chance}. {prose(verdict.reason)}", evidence
    for turn in verdict.turning_points[-_CITED:]:
        way = "rose" if turn.after > turn.before else "fell"
        yield (
            f"In the week of {day_in_words(turn.day)} the mean score of an event {way} from {points(turn.before)} to "
            f"{points(turn.after)} (on PLOVER’s scale from −10 to +10).",
            [event.event_id for event in turn.events],
        )
    for alert in verdict.alerts[-_CITED:]:
        yield (
            f"{day_in_words(alert.day)}, {alert.kind}: {prose(alert.reason)}",
            [event.event_id for event in alert.events],
        )
    if expected := verdict.expectation:
        low, high = expected.interval.inner
        yield (
            f"For the month from {day_in_words(expected.start)} a mean score of {points(expected.interval.mean)} is "
            f"expected (four times in five between {points(low)} and {points(high)}).",
            evidence,
        )
