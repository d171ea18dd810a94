"""A user's word on events survives whatever is merged anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from record_maker import ALL, ATTACK, numbered
from tidings.engine import merge_store
from tidings.errors import UsageError
from tidings.ontology import load_ontology
from tidings.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = Store(tmp_path / "a.duckdb")
    store.add(ALL, load_ontology())
    merge_store(store)
    return store


def event_of(store: Store, number: int) -> str:
    return store.why(ALL[number].events[0].id).event.id


def test_merged_by_the_user_and_split_again(store: Store) -> None:
    before = [event.id for event in store.events()]
    assert event_of(store, 0) == event_of(store, 1) != event_of(store, 2)
    store.say_together([event_of(store, 0), event_of(store, 2)])
    assert not store.merged()
    for _ in range(2):
        merge_store(store)
        assert event_of(store, 0) == event_of(store, 2)
    reasons = [telling.reasons for telling in store.why(event_of(store, 0)).tellings]
    assert (("the user's word", 0.0),) in reasons
    store.say_apart(event_of(store, 0), [ATTACK.events[0].id[:10]])
    merge_store(store)
    assert [event.id for event in store.events()] == before
    assert [word.together for word in store.user_words()] == [True, False]


def test_a_word_holds_for_reports_that_come_later(store: Store, tmp_path: Path) -> None:
    store.say_together([event_of(store, 0), event_of(store, 2)])
    path = store.path
    store.close()
    with Store(path) as later:
        later.add([numbered(7)], load_ontology())
        merge_store(later)
        assert event_of(later, 0) == event_of(later, 1) == event_of(later, 2)


@pytest.mark.parametrize(
    "events", [["evt-0"], [], ["same"], ["same", "same"]]
)  # fmt: skip
def test_too_few_events_are_refused(store: Store, events: list[str]) -> None:
    with pytest.raises(UsageError):
        store.say_together([event_of(store, 0) if event == "same" else event for event in events])
    assert store.user_words() == []


@pytest.mark.parametrize("mentions", [[], ["evm-"], ["evm-nobody"], [""]])
def test_unclear_mentions_are_refused(store: Store, mentions: list[str]) -> None:
    with pytest.raises(UsageError):
        store.say_apart(event_of(store, 0), mentions)
    assert store.user_words() == []
