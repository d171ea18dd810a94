"""Wire copy is known again, with its edits; reports of one event in other words are not."""

from __future__ import annotations

import random
from datetime import date

from tidings.merge import Report, place_reports
from tidings.merge.copies import find_copies

WIRE = (
    "ministers from two river states met in the capital on wednesday to speak about the dam and the water it holds "
    "back while engineers on both sides said that talks had moved forward after months without a meeting and that a "
    "text could be signed before the rains if the last questions about the years of drought are settled between them "
    "although a spokesman warned that nothing had been agreed and that his government would not hurry its decision"
)
WORDS = WIRE.split()


def test_a_copy_with_another_headline_and_a_cut_end_is_known() -> None:
    printed = Report("doc-b", date(2021, 3, 11), "River states meet. " + " ".join(WORDS[:60]))
    edited = Report("doc-c", None, WIRE.replace("wednesday", "march 10").replace("warned", "cautioned"))
    wire = Report("doc-z", date(2021, 3, 10), WIRE)
    copies = find_copies([printed, edited, wire])
    assert {id: of for id, (of, _) in copies.items()} == {"doc-b": "doc-z", "doc-c": "doc-z"}
    assert all(0.6 <= share <= 1 for _, share in copies.values())


def test_the_same_words_in_another_order_are_no_copy() -> None:
    mixed = random.Random(3).sample(WORDS, len(WORDS))
    assert find_copies([Report("doc-a", None, WIRE), Report("doc-b", None, " ".join(mixed))]) == {}


def test_short_and_empty_reports_are_no_copies() -> None:
    assert find_copies([Report(f"doc-{n}", None, text) for n, text in enumerate(["", "", "No.", "No."])]) == {}


def test_copies_share_a_story_and_the_order_does_not_matter() -> None:
    reports = [
        Report("doc-a", date(2021, 3, 10), WIRE),
        Report("doc-b", date(2021, 3, 12), WIRE + " more follows"),
        Report("doc-c", date(2021, 3, 12), "A strong earthquake shook Ecuador; officials in Quito said dozens died."),
        Report("doc-d", date(2021, 3, 11), "Officials in Quito say dozens died as an earthquake shook Ecuador."),
        Report("doc-e", None, "The council passed its budget."),
    ]
    standings = place_reports(reports)
    assert standings["doc-b"].copy_of == "doc-a"
    assert standings["doc-a"].story == standings["doc-b"].story
    assert standings["doc-c"].story == standings["doc-d"].story != standings["doc-a"].story
    assert standings["doc-e"].story not in {standings["doc-a"].story, standings["doc-c"].story}
    for seed in range(5):
        random.Random(seed).shuffle(reports)
        assert place_reports(reports) == standings


def test_a_story_goes_on_into_the_next_week() -> None:
    friday, monday = date(2021, 3, 12), date(2021, 3, 15)
    quake = "A strong earthquake shook the coast of Ecuador near Muisne; {} said Quito {}."
    reports = [
        Report("doc-a", friday, quake.format("officials", "counts the dead")),
        Report("doc-b", friday, "The council passed its budget after a long night of talks about schools."),
        Report("doc-c", monday, quake.format("rescuers", "sent soldiers")),
        Report("doc-d", monday, "Farmers blocked the road with tractors over the price of milk."),
    ]
    standings = place_reports(reports)
    assert standings["doc-a"].story == standings["doc-c"].story
    assert len({standing.story for standing in standings.values()}) == 3
