"""Whole readings of short reports: who says what, to whom, through what, on whose word, in several phrasings."""

from __future__ import annotations

import pytest

from tidings.engine import Reader
from tidings.record import Analysis, Attribution


def words(analysis: Analysis, said: Attribution) -> str:
    """The source's words, "-" for nobody's."""
    return analysis.text(said.source.span) if said.source else "-"


def statement(analysis: Analysis, content: str) -> Attribution:
    """The innermost attribution whose content begins so."""
    fits = [said for said in analysis.attributions if analysis.text(said.content).startswith(content)]
    assert fits, [(words(analysis, said), analysis.text(said.content)) for said in analysis.attributions]
    return min(fits, key=lambda said: (len(said.content), said.parent is None))


def code(analysis: Analysis, said: Attribution) -> str | None:
    """The code of the actor behind a source."""
    return next((actor.code for actor in analysis.actors if said.source and actor.id == said.source.actor), None)


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        ("A senior US official, speaking on condition of anonymity, said Iran had attacked the tanker.", "Iran", "USA"),
        (
            "A senior US official told the newspaper, on condition of anonymity, that Iran had fired.",
            "that Iran",
            "USA",
        ),
        ('"The strikes will continue," said a US official who asked not to be named.', "The strikes", "USA"),
        ("A US official who was not authorised to speak publicly said Iran had attacked the port.", "Iran", "USA"),
        ("Sources close to the Kremlin say Russia will withdraw its troops.", "Russia will", "RUS"),
        ("Israeli security sources told Reuters that the army had withdrawn from Gaza.", "that the army", "ISR"),
    ],
)
def test_unnamed_sources_keep_their_country(reader: Reader, text: str, content: str, source: str) -> None:
    analysis = reader.read_text(text)
    found = code(analysis, statement(analysis, content))
    assert found is not None
    assert found.split()[0] == source


@pytest.mark.parametrize(
    "text",
    [
        "Two officials, who asked not to be named, told reporters that Egypt would reopen the crossing.",
        "According to a diplomat who declined to be identified, Iran fired the missile.",
    ],
)
def test_how_a_source_wants_to_be_named_is_no_statement(reader: Reader, text: str) -> None:
    assert len(reader.read_text(text).attributions) == 1


@pytest.mark.parametrize(
    ("text", "medium"),
    [
        ("Iran's foreign minister said in a televised interview that the offer was dead.", "interview"),
        ("Russia attacked the port, Ukraine's president wrote on Telegram.", "Telegram"),
        ("The two leaders met, according to a White House readout of the call.", "readout"),
        ("Speaking at a press conference in Cairo, the minister said Iran had armed the rebels.", "press conference"),
        ("Prosecutors allege in a court filing that Russia paid the hackers.", "court filing"),
        ("In a letter to the council, Ukraine said Russia had shelled the port.", "letter"),
        ("The president tweeted that the talks had failed.", "Twitter"),
    ],
)
def test_medium(reader: Reader, text: str, medium: str) -> None:
    assert medium in {said.medium for said in reader.read_text(text).attributions}


@pytest.mark.parametrize(
    ("text", "listener"),
    [
        ("The minister told lawmakers on Monday that Turkey had expelled the consul.", "lawmakers"),
        ("Officials told reporters that Egypt would reopen the crossing.", "reporters"),
        ('"We will not leave," the Turkish defence minister told parliament on Monday.', "parliament"),
        ("In a letter to the council, Ukraine said Russia had shelled the port.", "the council"),
        ("Addressing the assembly, Turkey's president said Israel had bombed a school.", "the assembly"),
    ],
)
def test_addressee_ends_where_the_content_begins(reader: Reader, text: str, listener: str) -> None:
    analysis = reader.read_text(text)
    assert listener in {analysis.text(said.addressee) for said in analysis.attributions if said.addressee}


@pytest.mark.parametrize(
    ("text", "content", "chain"),
    [
        ("The envoy said China had promised that it would send aid.", "that it", ("China", "The envoy")),
        (
            "Reuters reported, citing two officials, that Turkey had expelled the consul.",
            "that Turkey",
            ("two officials", "Reuters"),
        ),
        (
            "Turkey has expelled the Greek consul, Reuters reported, quoting Turkish officials.",
            "Turkey has",
            ("Turkish officials", "Reuters"),
        ),
        (
            "The agency, citing the Iranian defence ministry, said that Israel had bombed the plant.",
            "that Israel",
            ("the Iranian defence ministry", "The agency"),
        ),
        (
            "Citing unnamed officials, the newspaper said that Israel had bombed the plant.",
            "that Israel",
            ("unnamed officials", "the newspaper"),
        ),
        (
            "State television quoted the Iranian foreign minister as saying that Israel had bombed the plant.",
            "that Israel",
            ("the Iranian foreign minister", "State television"),
        ),
        (
            "According to the newspaper, the Ukrainian army said Russia had shelled the town.",
            "Russia had",
            ("the Ukrainian army", "the newspaper"),
        ),
    ],
)
def test_chains(reader: Reader, text: str, content: str, chain: tuple[str, str]) -> None:
    analysis = reader.read_text(text)
    inner = statement(analysis, content)
    outer = next(said for said in analysis.attributions if said.id == inner.parent)
    assert (words(analysis, inner), words(analysis, outer)) == chain


def test_an_event_is_told_by_the_nearest_of_a_chain(reader: Reader) -> None:
    analysis = reader.read_text("Reuters reported, citing a Turkish diplomat, that Israel had bombed the plant.")
    said = next(one for one in analysis.attributions if one.id == analysis.events[0].attribution)
    assert words(analysis, said) == "a Turkish diplomat"


def test_a_reason_that_is_cited_speaks_for_nobody(reader: Reader) -> None:
    analysis = reader.read_text("The minister said Turkey would leave the talks, citing the cost of the war.")
    assert {words(analysis, said) for said in analysis.attributions} == {"The minister"}


@pytest.mark.parametrize(
    ("headline", "source"),
    [
        ("Iran behind attack on tanker: US", "US"),
        ("US: Iran attacked the tanker", "US"),
        ("'We are ready', says Turkey's president", "Turkey's president"),
        ("Kenya's president: 'Uganda shelled our post'", "Kenya's president"),
        ("Iran attacked tanker, US says", "US"),
        ("Army denies bombing market", "Army"),
        ("Sudan army bombed market, says UN envoy", "UN envoy"),
    ],
)
def test_headlines(reader: Reader, headline: str, source: str) -> None:
    analysis = reader.read_text(f"{headline}\n\nThe news broke on Monday.")
    assert [words(analysis, said) for said in analysis.attributions] == [source]


@pytest.mark.parametrize(
    "quote",
    [
        '"Israel will not leave," the minister said.',
        "“Israel will not leave,” the minister said.",
        "‘Israel will not leave,’ the minister said.",
        "'Israel will not leave,' the minister said.",
        "«Israel will not leave», the minister said.",
        "“Israel will not leave!” the minister said.",
        "“Will Israel not leave?” the minister asked.",
        '"Israel will not leave, the minister said.',
        "The minister said: “Israel will not leave.”",
        "“Israel will not leave.” — The Minister",
    ],
)
def test_quotes_of_every_style(reader: Reader, quote: str) -> None:
    analysis = reader.read_text(quote)
    assert [words(analysis, said).lower() for said in analysis.attributions] == ["the minister"]


@pytest.mark.parametrize(
    "text",
    [
        'The so-called "peace council" met the rebels.',
        "The army took the town of “Old Bridge” on Monday.",
        "Did Iran attack the tanker?",
    ],
)
def test_scare_quotes_and_questions_are_nobodys_word(reader: Reader, text: str) -> None:
    assert reader.read_text(text).attributions == ()


def test_quotes_that_float(reader: Reader) -> None:
    text = (
        "The Ethiopian prime minister condemned the attack.\n\n“The rebels burned the village.”\n\n"
        "“They will be punished.”"
    )
    analysis = reader.read_text(text)
    quoted = [said for said in analysis.attributions if said.manner == "direct"]
    assert [words(analysis, said) for said in quoted] == ["The Ethiopian prime minister"] * 2
    assert [said.cue for said in quoted] == [None, None]


def test_turns_of_a_conversation(reader: Reader) -> None:
    text = (
        "The two spoke on the radio.\n\nHOST: Will the army leave the town?\n\n"
        "EXAMPLE: It will. We said so last week.\n\nHOST: And the rebels?"
    )
    analysis = reader.read_text(text)
    turns = [said for said in analysis.attributions if said.parent is None]
    assert [words(analysis, said) for said in turns] == ["HOST", "EXAMPLE", "HOST"]


def test_labels_of_a_list_are_no_turns(reader: Reader) -> None:
    text = "The results are in.\n\nNorth: 12 seats\n\nSouth: 14 seats\n\nEast: 3 seats"
    assert reader.read_text(text).attributions == ()


def test_both_of_a_contradiction_are_kept(reader: Reader) -> None:
    analysis = reader.read_text(
        "France denied it had sold arms to Sudan, while Sudan's army claimed that France had armed the rebels."
    )
    assert {words(analysis, said) for said in analysis.attributions} == {"France", "Sudan's army"}
