"""Many mentions, one thing in the world."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from tidings.merge.clusters import Clusters
from tidings.merge.features import features
from tidings.merge.pairs import alike
from tidings.merge.report import Standing
from tidings.merge.told import Told
from tidings.merge.user import UserWord
from tidings.record import Event, Link, When, content_id

#: The reason of a link that a user made.
USER = "the user's word"


def merge_events(
    told: Iterable[Told], standings: Mapping[str, Standing] | None = None, word: UserWord | None = None
) -> tuple[Event, ...]:
    """The events behind the mentions, in order of day and id; every mention is in exactly one of them.

    What the user said stands first. Then the pairs of mentions that are alike enough (`likeness.PARTS`) are joined,
    the most alike first, as long as all mentions of an event lie within two days and have somebody in common on each
    side; `Event.links` tell what spoke for each mention. `standings` are those of the reports. The result does not
    depend on the order of `told`; ids are hashes of the mentions, so a merge can be undone and made again.

    >>> merge_events([])
    ()
    """
    word = word or UserWord()
    by_id = {one.mention.id: one for one in told}
    found = [features(by_id[id], standings or {}) for id in sorted(by_id)]
    clusters = Clusters(found, word.apart)
    for group in word.groups:
        first, *others = sorted(group & by_id.keys()) or [""]
        for other in others:
            clusters.join(first, other, None, ((USER, 0.0),))
    for score, _, one, other, reasons in alike(found):
        clusters.join_if_fit(one, other, score, reasons)
    events = (_event([by_id[id] for id in cluster], clusters) for cluster in clusters.members())
    return tuple(sorted(events, key=_order))


def _order(event: Event) -> tuple[date, str]:
    return (event.when.earliest if event.when and event.when.earliest else date.max, event.id)


def _event(cluster: Sequence[Told], clusters: Clusters) -> Event:
    """The event with the values of its best told mention; day and place are the most exact ones told."""
    ranked = sorted(cluster, key=_rank)
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
        links=tuple(Link(*link) for link in clusters.links(best.mention.id)),
    )


def _rank(one: Told) -> tuple[bool, float, str, str]:
    """The best told first: what is told of as a fact before what is denied, then the surest, then by id."""
    return (not one.mention.counts, -one.mention.evidence.score, one.document_id, one.mention.id)


def _width(when: When | None) -> int:
    if when is None or when.earliest is None or when.latest is None:
        return date.max.toordinal()
    return (when.latest - when.earliest).days
