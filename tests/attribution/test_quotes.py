from __future__ import annotations

import pytest

from tidings.annotate.attribution.quotes import find_quotations
from tidings.record import Document, Span, Zone, ZoneKind

CASES = [
    ("“We are ready,” the envoy said.", ["We are ready"]),
    ('"We are ready," the envoy said. "We leave today."', ["We are ready", "We leave today."]),
    ("‘We won’t go,’ the envoy said.", ["We won’t go"]),
    ("'We won't go,' the envoy said.", ["We won't go"]),
    ("The ministers' plan and China's view don't differ.", []),
    ("The workers’ party said it was China’s.", []),
    ("‘the workers’ rights come first,’ she said", ["the workers’ rights come first"]),
    ("«Nous sommes prêts», said the envoy.", ["Nous sommes prêts"]),
    ("„Wir sind bereit“, said the envoy.", ["Wir sind bereit"]),
    ("''We are ready,'' the envoy said.", ["We are ready"]),
    ("The envoy said: “We are ready.", ["We are ready."]),
    ("We are ready,” the envoy said.", ["We are ready"]),
    ("He called it a “gift” and a “boon”.", ["gift", "boon"]),
    ("“He told me ‘go’ and I went,” she said.", ["He told me ‘go’ and I went"]),
    ("The '90s were quiet.", []),
    ("It was called “Mostly false.“ Then they left.", ["Mostly false."]),
    ("“This is “very” odd,” he said.", ["This is “very” odd"]),
    ("A 5' 6\" man left.", []),
    ("“”", []),
]


def of(*paragraphs: str) -> Document:
    text, zones = "", []
    for paragraph in paragraphs:
        zones.append(Zone(ZoneKind.BODY, Span(len(text), len(text) + len(paragraph))))
        text += paragraph + "\n\n"
    return Document.of(text, tuple(zones))


@pytest.mark.parametrize(("text", "quotations"), CASES)
def test_quotations(text: str, quotations: list[str]) -> None:
    document = of(text)
    assert [q.inner.slice(document.text) for q in find_quotations(document)] == quotations


def test_a_quotation_over_several_paragraphs_runs_on() -> None:
    document = of("“We are ready, he said.", "“We leave today.”", "They left.")
    first, second = find_quotations(document)
    assert (first.runs_on, first.zone, second.runs_on, second.zone) == (True, 0, False, 1)
    assert second.inner.slice(document.text) == "We leave today."


def test_a_silent_zone_is_not_read() -> None:
    assert not find_quotations(Document.of("“By A. B.”", (Zone(ZoneKind.BYLINE, Span(0, 10)),)))


def test_hostile_marks_cost_little() -> None:
    for mark in "'\"“”‘’«":
        find_quotations(of(f" {mark}a" * 20_000))
