"""Many mentions, one thing in the world."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from tidings.merge.told import Told
from tidings.record import Event, When, content_id

#: Types whose sides may be told in either order: "A met B" is "B met A".
RECIPROCAL = frozenset({"CONSULT"})
#: Reports of one event may date it a day early or late (time zones, day of the act or of its announcement).
SLACK = timedelta(days=2)
#: News told in the past tense without a day ("has signed") is of the last days before its report.
FRESH = timedelta(days=2)
#: A date vaguer than a week joins only mentions dated by the very same words of the calendar.
NARROW = timedelta(days=7)

Key = tuple[object, ...]


def merge_events(told: Sequence[Told]) -> tuple[Event, ...]:
    """The events behind the mentions, in order of day and id; every mention is in exactly one of them.

    Mentions are of one event where type, factuality and both sides are the same and the days they may have fallen
    on overlap or lie within two days of the first of them. A mention without a date, or without two known sides,
    joins only its own report. The result does not depend on the order of `told`; ids are hashes of the mentions, so
    a merge can be undone and made again.

    >>> merge_events([])
    ()
    """
    groups: defaultdict[Key, list[Told]] = defaultdict(list)
    for one in {one.mention.id: one for one in told}.values():
        groups[_key(one)].append(one)
    events = [_event(cluster) for group in groups.values() for cluster in _clusters(group)]
    return tuple(sorted(events, key=_order))


def _order(event: Event) -> tuple[date, str]:
    return (event.when.earliest if event.when and event.when.earliest else date.max, event.id)


def _key(one: Told) -> Key:
    """What two mentions of one event must share, apart from the exact day."""
    sides = [tuple(sorted(set(one.actors))), tuple(sorted(set(one.recipients)))]
    both = bool(sides[0] and sides[1])
    if one.mention.event_type in RECIPROCAL:
        # "A met B" and "A and B met" are told of one meeting.
        sides = [tuple(sorted({*one.actors, *one.recipients}))]
        both = len(sides[0]) > 1
    days = _days(one)
    if days is None or not both:
        home: object = (one.document_id, days)
    elif days[1] - days[0] > NARROW:
        home = days
    else:
        home = None
    return (one.mention.event_type, one.mention.counts, *sides, home)


def _days(one: Told) -> tuple[date, date] | None:
    when = one.mention.when
    if when is None or when.latest is None:
        return None
    return when.earliest or max(when.latest, date.min + FRESH) - FRESH, when.latest


def _clusters(group: Iterable[Told]) -> Iterator[list[Told]]:
    """The mentions of a group parted by day: each cluster reaches as far as its first mention does, and the slack.

    Reaching from the first only, a war with an attack every day does not become one attack.
    """
    cluster: list[Told] = []
    reach = date.min
    for one in sorted(group, key=lambda one: (_days(one) or (date.min, date.min), one.mention.id)):
        earliest, latest = _days(one) or (date.min, date.min)
        if cluster and earliest > reach:
            yield cluster
            cluster = []
        if not cluster:
            reach = min(latest, date.max - SLACK) + SLACK
        cluster.append(one)
    yield cluster


def _event(cluster: Sequence[Told]) -> Event:
    """The event with the values of its best told mention; day and place are the most exact ones told."""
    ranked = sorted(cluster, key=lambda one: (-one.mention.evidence.score, one.document_id, one.mention.id))
    best = ranked[0]
    ids = tuple(sorted(one.mention.id for one in cluster))
    return Event(
        id=content_id("evt", ids),
        event_type=best.mention.event_type,
        mode=next((one.mention.mode for one in ranked if one.mention.mode), None),
        cameo=best.mention.cameo,
        actors=best.actors,
        recipients=best.recipients,
        when=min((one.mention.when for one in ranked), key=_width),
        place=next((one.mention.place for one in ranked if one.mention.place), None),
        counts=best.mention.counts,
        mentions=ids,
    )


def _width(when: When | None) -> int:
    if when is None or when.earliest is None or when.latest is None:
        return date.max.toordinal()
    return (when.latest - when.earliest).days
