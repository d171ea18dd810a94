"""Who "I" and "we" are inside a quotation."""

from __future__ import annotations

from dataclasses import replace

from readings import analyse, lexicon

from tidings.annotate.actor import find_speakers
from tidings.record import Analysis, Attribution, Evidence, Source, Span

TEXT = 'Kenya\'s president, Uhuru Kenyatta, said: "We will defend our country, and I will lead."'


def quoted(manner: str = "direct") -> Analysis:
    """The text with its one statement, laid to the president."""
    analysis = analyse(TEXT)
    speaker = next(actor for actor in analysis.actors if actor.name == "Uhuru Kenyatta")
    content = Span(TEXT.index("We"), len(TEXT) - 1)
    source = Source(Span(0, 5), speaker.id)
    evidence = Evidence(analysis.document.id, content, "test", 1.0)
    return replace(
        analysis,
        attributions=(Attribution("a", source, None, content, manner, None, None, None, evidence),),
    )


def named(analysis: Analysis, word: str) -> set[str]:
    start = TEXT.index(word)
    return {m.actor for m in analysis.actor_mentions if m.mention.head.start == start}


def test_we_is_the_state_and_i_the_speaker() -> None:
    spoken = find_speakers(quoted(), lexicon())
    assert named(spoken, "We") == {"state:KEN"}
    assert named(spoken, "country") == {"state:KEN"}
    assert named(spoken, "I will") == {"person:uhuru-kenyatta"}


def test_indirect_speech_has_no_first_person() -> None:
    assert find_speakers(quoted("indirect"), lexicon()) == quoted("indirect")


def test_mentions_stay_in_text_order() -> None:
    spans = [m.mention.span for m in find_speakers(quoted(), lexicon()).actor_mentions]
    assert spans == sorted(spans)
