"""Places in words: which of its bearers a name means, and which capitalised words are no places."""

from __future__ import annotations

import re

import pytest

from tidings.annotate.toponym import find_toponyms, resolve_names
from tidings.lexicon import Lexicon
from tidings.record import Analysis, Document, Name, NameType, Sentence, Span, Token, Zone, ZoneKind

LEXICON = Lexicon()

#: Text with the asked name in brackets, the other given names in braces; country, and the division where it matters.
CASES = """
The talks in [Tianjin] ended. | CHN | Tianjin
Fighting went on in [Homs], {Syria}. | SYR | Homs
He was born in [Paris], {Texas}. | USA | Texas
The summit in [Paris] ended with a declaration. | FRA |
A court in [London] heard the case. | GBR |
A court in [London], {Ontario}, heard the case. | CAN | Ontario
A fire in [Birmingham], {Alabama}. | USA | Alabama
Police in [Birmingham] and {Manchester} said. | GBR |
The port of [Alexandria] in {Egypt} reopened. | EGY |
The mayor of [Alexandria], {Virginia}, spoke. | USA | Virginia
Troops left [Tripoli] for {Benghazi}. | LBY |
Protesters filled the squares of [Tripoli] and {Beirut} in {Lebanon}. | LBN |
A man from [Bradford], {Ontario}, was held. | CAN | Ontario
A court in [Xyzzytown], {Ontario}, heard the case. | CAN | Ontario
A swan died in the village of [Xyzzytown] in {Fife}, {Scotland}. | GBR | Scotland
It was sold in [Xyzzytown], {Auckland}, {New Zealand}. | NZL | Auckland
Aid reached the [Xyzzytown] refugee camp in {Khartoum}. | SDN |
Offices in [London], {Germany} and {Italy}. | GBR |
A [Texan] judge ruled. | USA | Texas
[South Ossetian] forces fired. | GEO |
Deaths in [Pottawatomie Co.] of {Kansas}. | USA | Kansas
Doctors in [Nyanza] province of {Kenya}. | KEN |
The president of [Georgia] met the Georgian prime minister in {Tbilisi}. | GEO |
Voters in [Georgia] and {Alabama} and {Florida} went to the polls. | USA | Georgia
[Jordan] and {Syria} reopened their border. | JOR |
[Turkey] began an offensive. | TUR |
[Chad] closed its border with {Sudan}. | TCD |
[Niger] and {Mali} signed a pact. | NER |
The [US] withdrew its troops. | USA |
The [U.S.] withdrew its troops. | USA |
The [UK] voted to leave. | GBR |
The [UAE] sent aid. | ARE |
The [DRC] and {Rwanda} agreed. | COD |
[North Korea] fired a missile. | PRK |
A convoy reached [Kobane]. | SYR |
The crossing at [Torkham] was closed. | AFG |
Clashes in [Nangarhar] province. | AFG | Nangarhar
Clashes in [Homs] province. | SYR | Homs
Camps in [Xinjiang]. | CHN | Xinjiang
Shelling in [Nagorno-Karabakh]. | AZE |
Ships in the [Strait of Hormuz]. | - |
Drilling in the [Eastern Mediterranean]. | - |
A base at [Incirlik]. | TUR |
Officials in [Kyiv]. | UKR |
Officials in [Kiev]. | UKR |
Residents of [Mumbai]. | IND |
Residents of [Bombay]. | IND |
[New York] is home to the {United Nations}. | USA | New York
Lawmakers in [Washington] and the {Pentagon}. | USA |
The island of [Crete]. | GRC |
[Santiago], the capital of {Chile}. | CHL |
The city of [Cordoba] in {Argentina}. | ARG |
The city of [Cordoba] in {Spain}. | ESP |
[Hyderabad], {Pakistan}. | PAK |
[Hyderabad], {India}. | IND |
[Saint Petersburg], {Russia}. | RUS |
[Tsuen Wan] in {Hong Kong}. | HKG |
"""


def _given(marked: str) -> tuple[str, list[Span], int]:
    """The plain text, the spans of the marked names, and which of them is asked for."""
    text, asked = "", 0
    spans: list[Span] = []
    for part in re.split(r"(\[[^\]]+\]|\{[^}]+\})", marked):
        if part[:1] in ("[", "{"):
            asked = len(spans) if part[0] == "[" else asked
            spans.append(Span(len(text), len(text) + len(part) - 2))
            part = part[1:-1]
        text += part
    return text, spans, asked


def _cases() -> list[tuple[str, str, str]]:
    rows = [[cell.strip() for cell in line.split("|")] for line in CASES.strip().splitlines()]
    return [(row[0], row[1], row[2]) for row in rows]


@pytest.mark.parametrize(("marked", "country", "division"), _cases())
def test_the_place_meant(marked: str, country: str, division: str) -> None:
    text, spans, asked = _given(marked)
    index = resolve_names(text, spans, LEXICON.places)[asked]
    assert index is not None
    place = LEXICON.places.place(index)
    assert (place.country or "-") == country
    assert not division or place.admin1 == division


def test_a_division_word_asks_for_the_division() -> None:
    text, spans, _ = _given("Rebels took [Idlib] province.")
    (index,) = resolve_names(text, spans, LEXICON.places)
    assert index is not None and LEXICON.places.feature(index) == "ADM1"


@pytest.mark.parametrize(
    ("marked", "country", "division"),
    [
        ("From {Dallas}, {Houston} and {Austin} to [Zzyzx Lake]", "USA", "Texas"),
        ("From {Lyon}, {Bordeaux} and {Toulouse} to [Zzyzx Lake]", "FRA", None),
        ("From {Lyon}, {Munich} and {Turin} to [Zzyzx Lake]", None, None),
        ("[Zzyzx Lake]", None, None),
    ],
)
def test_a_name_that_nobody_knows_lies_where_the_others_agree(
    marked: str, country: str | None, division: str | None
) -> None:
    text, spans, asked = _given(marked)
    index = resolve_names(text, spans, LEXICON.places)[asked]
    assert (None if index is None else LEXICON.places.country(index)) == country
    assert (None if index is None else LEXICON.places.admin1(index)) == division


def test_a_publisher_is_read_at_home() -> None:
    text, spans, _ = _given("A man from [Lancaster] was held.")
    (at_home,) = resolve_names(text, spans, LEXICON.places, home="GBR")
    assert at_home is not None and LEXICON.places.country(at_home) == "GBR"
    text, spans, _ = _given("A man from [Lancaster] in {Pennsylvania} was held.")
    abroad = resolve_names(text, spans, LEXICON.places, home="GBR")[0]
    assert abroad is not None and LEXICON.places.country(abroad) == "USA"


def test_one_sense_a_report() -> None:
    text, spans, _ = _given("A fire in [Paris], {Texas}. Later {Paris} firemen said.")
    indices = resolve_names(text, spans, LEXICON.places)
    assert indices[0] == indices[2]


def _analysis(text: str, names: dict[str, NameType]) -> Analysis:
    """One sentence of bare words, capitals as proper nouns, with the given names."""
    tokens = tuple(
        Token(Span(*m.span()), m.group(), "PROPN" if m.group()[0].isupper() else "NOUN", "", -1, "dep")
        for m in re.finditer(r"\w+|[^\w\s]", text)
    )
    found = []
    for words, kind in names.items():
        start = text.index(words)
        inside = [i for i, t in enumerate(tokens) if start <= t.span.start < start + len(words)]
        found.append(Name(Span(start, start + len(words)), kind, inside[0], inside[-1] + 1))
    sentence = Sentence.of(Span(0, len(text)), tokens, tuple(found))
    return Analysis(Document.of(text, (Zone(ZoneKind.BODY, Span(0, len(text))),)), (sentence,))


@pytest.mark.parametrize(
    ("text", "names", "places"),
    [
        ("talks in Tianjin ended", {"Tianjin": NameType.GPE}, ["Tianjin"]),
        ("fire at the Torkham border point", {"Torkham border point": NameType.FAC}, ["Torkham"]),
        ("the heiress Paris Hilton arrived", {"Paris Hilton": NameType.PERSON}, []),
        ("it told the Washington Post yesterday", {"Washington Post": NameType.ORG}, []),
        ("the Washington Post wrote", {}, []),
        ("envoys of Syria and Iran met", {}, ["Syria", "Iran"]),
        ("the Syrian army", {"Syrian": NameType.NORP}, []),
        ("the Taliban said", {"Taliban": NameType.GPE}, []),
        ("ships in the Persian Gulf", {"Persian": NameType.GPE, "Gulf": NameType.GPE}, ["Persian Gulf"]),
        ("in the Tsuen Wan district", {"Tsuen Wan": NameType.ORG}, ["Tsuen Wan"]),
        ("in Zzyzxburgh police said", {"Zzyzxburgh": NameType.GPE}, ["Zzyzxburgh"]),
    ],
)
def test_what_is_a_place_name(text: str, names: dict[str, NameType], places: list[str]) -> None:
    analysis = find_toponyms(_analysis(text, names), LEXICON)
    assert [analysis.text(t.mention.span) for t in analysis.toponyms] == places


def test_an_unknown_place_stays_without_a_place() -> None:
    analysis = find_toponyms(_analysis("in Zzyzxburgh police said", {"Zzyzxburgh": NameType.GPE}), LEXICON)
    assert [t.place for t in analysis.toponyms] == [None]


def test_mentions_of_the_same_words_have_the_same_ids() -> None:
    one, two = (find_toponyms(_analysis("envoys of Syria met", {}), LEXICON).toponyms for _ in range(2))
    assert one == two


#: A name in a report whose other names decide, in the notation above.
IN_COMPANY = """
{Dunedin} and {Auckland} and [Wellington]. | NZL |
Votes in {Oregon}, {Utah}, [Washington] and {Wisconsin}. | USA | Washington
Cases in {Ghana}, {Guinea-Bissau}, [Niger], {Nigeria} and {Togo}. | NER |
Floods in {Muscogee} and [Harris] counties in {Georgia}. | USA | Georgia
A [Lebanon] woman was charged, {Pennsylvania} police said. | USA | Pennsylvania
The sheriff spoke in [Columbus], {Muscogee County}, {Georgia}. | USA | Georgia
All residents of [Paris] and {Henry County}, {Tennessee}, were asked. | USA | Tennessee
The fire in South [L.A.] was out. | USA | California
It came ashore near {Lake Charles}, [La.] | USA | Louisiana
"""


@pytest.mark.parametrize(
    ("marked", "country", "division"),
    [tuple(cell.strip() for cell in line.split("|")) for line in IN_COMPANY.strip().splitlines()],
)
def test_the_other_names_of_the_report_decide(marked: str, country: str, division: str) -> None:
    text, spans, asked = _given(marked)
    index = resolve_names(text, spans, LEXICON.places)[asked]
    assert index is not None
    place = LEXICON.places.place(index)
    assert (place.country, division and place.admin1) == (country, division)


def test_a_county_stands_with_its_own_id_and_state() -> None:
    text, spans, _ = _given("The [Muscogee County] board met in {Georgia}.")
    index = resolve_names(text, spans, LEXICON.places)[0]
    assert index is not None
    place = LEXICON.places.place(index)
    assert (place.id, place.admin1, place.feature) == ("geonames:4211716", "Georgia", "ADM2")
    towns = [e.index for e in LEXICON.places.find("Columbus") if LEXICON.places.county(e.index) == index]
    assert len(towns) == 1


@pytest.mark.parametrize(
    ("text", "names", "places"),
    [
        ("the envoy Jack London spoke", {"Jack London": NameType.PERSON}, []),
        ("Chelsea Clinton visited Kigali", {"Chelsea Clinton": NameType.PERSON, "Kigali": NameType.GPE}, ["Kigali"]),
        ("the New York Times reported", {"New York Times": NameType.ORG}, []),
        ("Bank of England officials", {"Bank of England": NameType.ORG}, []),
        ("Russians and Ukrainians met in Ankara", {"Ankara": NameType.GPE}, ["Ankara"]),
        ("the French and German ministers", {"French": NameType.NORP, "German": NameType.NORP}, []),
        ("the Turkish army shelled Manbij", {"Turkish": NameType.NORP, "Manbij": NameType.GPE}, ["Manbij"]),
        ("in Eastern towns", {"Eastern": NameType.LOC}, []),
        ("camps in the Xinjiang region", {"Xinjiang": NameType.GPE}, ["Xinjiang"]),
        ("a strike near Beirut airport", {"Beirut": NameType.GPE}, ["Beirut airport"]),
    ],
)
def test_who_is_no_place(text: str, names: dict[str, NameType], places: list[str]) -> None:
    analysis = find_toponyms(_analysis(text, names), LEXICON)
    assert [analysis.text(t.mention.span) for t in analysis.toponyms] == places
