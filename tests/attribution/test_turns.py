from __future__ import annotations

from tidings.annotate.attribution.turns import find_turns
from tidings.record import Document, Span, Zone, ZoneKind


def turns(*paragraphs: str) -> list[tuple[str, str]]:
    text, zones = "", []
    for paragraph in paragraphs:
        zones.append(Zone(ZoneKind.BODY, Span(len(text), len(text) + len(paragraph))))
        text += paragraph + "\n\n"
    document = Document.of(text, tuple(zones))
    return [(turn.speaker.slice(document.text), turn.words.slice(document.text)) for turn in find_turns(document)]


def test_an_answer_may_take_several_paragraphs() -> None:
    assert turns("HOST: Why now?", "ENVOY: We had to.", "Nobody else would.", "HOST: Thank you.", "They left.") == [
        ("HOST", "Why now?"),
        ("ENVOY", "We had to."),
        ("ENVOY", "Nobody else would."),
        ("HOST", "Thank you."),
    ]


def test_after_a_question_somebody_else_may_speak_unnamed() -> None:
    found = turns("HOST: Why now?", "We had to.", "HOST: Who else?", "Nobody.", "HOST: Thank you.")
    assert {speaker for speaker, _ in found} == {"HOST"}
    assert "We had to." not in {words for _, words in found}


def test_a_note_in_brackets_is_nobodys() -> None:
    found = turns("HOST: Why now?", "ENVOY: We had to.", "(CROSSTALK.)", "HOST: Thank you.")
    assert "(CROSSTALK.)" not in {words for _, words in found}


def test_names_in_two_brackets_are_labels() -> None:
    found = turns("((Wikinews)) Why now?", "((Ann Example)) We had to.", "((Wikinews)) Thank you.")
    assert found[1] == ("Ann Example", "We had to.")


def test_a_signed_quotation_may_open_with_a_mark_turned_round() -> None:
    assert turns("”We are no longer asked.” ― Ann Example") == [("Ann Example", "We are no longer asked.")]
