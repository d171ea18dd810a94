"""Short names, initials, offices and capitals that a report uses after the full name."""

from __future__ import annotations

import pytest
from readings import analyse, codes

CASES = [
    # A ministry named in full, then "the ministry".
    ("Ghana's foreign ministry summoned the envoy. The ministry gave no reason.", "ministry", "GHA GOV"),
    ("The Chilean interior ministry closed the road. On Friday the ministry reopened it.", "ministry", "CHL GOV"),
    ("Finland's border guard stopped a van. The guard said six men were held.", "guard", "FIN COP"),
    ("A Kenyan court freed the editor. The court cited lack of evidence.", "court", "KEN JUD"),
    ("Senegal's electoral commission met. The commission will publish the list.", "commission", "SEN GOV"),
    ("The Danish navy sent a frigate. The navy gave no date for its return.", "navy", "DNK MIL"),
    ("Bolivia's miners' union called a strike. The union wants higher pay.", "union", "BOL LAB"),
    ("Peru's largest opposition party won. The party will govern alone.", "party", "PER PTY OPP"),
    ("Kenya sent a letter to the US Embassy in Nairobi. The embassy gave no answer.", "embassy", "USA GOV"),
    # Initials in brackets.
    ("The Estonian Rescue Workers Union (ERWU) called a strike. The ERWU met on Friday.", "ERWU", "EST LAB"),
    ("The Free Highlands Movement (FHM), a rebel group in Chad, struck. The FHM took a town.", "FHM", "TCD REB"),
    ("Uganda's People's Voice Party (PVP) won two seats. The PVP thanked voters.", "PVP", "UGA PTY"),
    ("The Mongolian Anti-Corruption Agency (MACA) raided an office. MACA took files.", "MACA", "MNG GOV"),
    ("The National Oil Workers' Union of Gabon (NOWUG) marched. NOWUG wants talks.", "NOWUG", "GAB LAB"),
    # The full name first, the surname later.
    ("Zambia's president, Joseph Mwansa, spoke. Mwansa named a cabinet.", "Mwansa", "ZMB GOV"),
    ("General Ravi Perera of the Sri Lankan army resigned. Perera gave no reason.", "Perera", "LKA MIL"),
    ("Lebanese judge Rima Khadra charged him. On Monday, Khadra was dismissed.", "Khadra", "LBN JUD"),
    ("Ilse Maurer, Austria's chancellor, flew to Rome. Ms. Maurer met bankers.", "Maurer", "AUT GOV"),
    ("The rebel leader Moussa Adoum left Chad. Adoum had led the revolt.", "Adoum", "TCD REB"),
    ("Honduran lawmaker Carla Funes was shot. Police said Funes was alive.", "Funes", "HND LEG"),
    # Two of one surname: the first named, but for the one just named in full.
    (
        "Minister Ana Silva of Brazil left. Silva met Carlos Silva, a Chilean judge. Then Brazil paid. Silva spoke.",
        "Silva",
        "BRA GOV",
    ),
    (
        "Minister Ana Silva of Brazil left. Brazil paid. The Chilean judge Carlos Silva wrote. Silva spoke.",
        "Silva",
        "CHL JUD",
    ),
    # A title said of all who follow.
    ("Kenyan ministers Joseph Mwansa, Ravi Perera and Moussa Adoum resigned.", "Adoum", "KEN GOV"),
    # One of a people; a language.
    ("Police said that an Australian had been arrested.", "Australian", "AUS CVL"),
    ("The leaflet was printed in Australia in French.", "French", ""),
    ("Australian citizens have criticised their government.", "government", "AUS GOV"),
    # A capital acts, or is a place.
    ("Beijing rejected the ruling.", "Beijing", "CHN GOV"),
    ("Protesters gathered in Beijing.", "Beijing", ""),
    ("Tokyo and Seoul agreed to share the data.", "Seoul", "KOR GOV"),
    ("Tokyo and Seoul agreed to share the data.", "Tokyo", "JPN GOV"),
    ("Two trains collided near Cairo.", "Cairo", ""),
    ("Cairo denied that its troops had crossed the border.", "Cairo", "EGY GOV"),
    ("The envoy travelled from Tehran to Baku.", "Baku", ""),
    ("Relations between Athens and Ankara improved.", "Athens", "GRC GOV"),
    ("Schools in Athens reopened on Monday.", "Athens", ""),
    ("Moscow will retaliate, the ministry said.", "Moscow", "RUS GOV"),
    ("Snow fell on Moscow.", "Moscow", ""),
    ("Canberra's offer was refused.", "Canberra", "AUS GOV"),
    ("The storm left Manila without power.", "Manila", ""),
    ("Warsaw has asked Berlin for help.", "Berlin", "DEU GOV"),
    ("Berlin's airport was closed.", "Berlin", ""),
    # Offices and bodies of another state than the registry's.
    ("British Royal Marines boarded the tanker.", "Marines", "GBR MIL"),
    ("The German President thanked the volunteers.", "President", "DEU GOV"),
    ("The court cleared ex-Ecuadorian minister Ricardo Sandoval.", "Sandoval", "ECU ELI"),
]


@pytest.mark.parametrize(("text", "word", "code"), CASES)
def test_named_again(text: str, word: str, code: str) -> None:
    assert codes(text, word) == set(filter(None, code.split(";")))


@pytest.mark.parametrize(
    ("text", "word", "origin"),
    [
        ("Kenyan police fired tear gas.", "police", "agents.tsv:police"),
        ("Police in Nairobi fired tear gas.", "Police", "agents.tsv:police"),
        ("NAIROBI (Wire) - Police fired tear gas.", "Police", "agents.tsv:police report"),
        ("Kenya's cabinet met. Later, police fired tear gas.", "police", "agents.tsv:police report"),
    ],
)
def test_origin_says_where_the_country_is_from(text: str, word: str, origin: str) -> None:
    analysis = analyse(text)
    start = text.rindex(word)
    mention = next(m for m in analysis.actor_mentions if m.mention.head.start == start)
    assert mention.evidence.origin == origin
    actor = next(a for a in analysis.actors if a.id == mention.actor)
    assert actor.code == "KEN COP"
