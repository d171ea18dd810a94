"""What "the city", "that province", "the island" stand for: the last such place, where only one was told of."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping

from tidings.lexicon.quarters import load_quarters
from tidings.record import Analysis, Place, Sentence

#: Nouns of places, and the feature codes of GeoNames of what they may stand for.
NOUNS: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("city", "town", "village"), ("PPL",)),
    "capital": ("PPLC",),
    **dict.fromkeys(("province", "state", "governorate", "district", "county"), ("ADM",)),
    **dict.fromkeys(("region", "territory", "enclave"), ("RGN", "ADM")),
    **dict.fromkeys(("island", "islands"), ("ISL",)),
    **dict.fromkeys(("strait", "gulf", "sea"), ("STRT", "GULF", "SEA")),
    **dict.fromkeys(("country", "nation"), ("PCL",)),
}
_DEFINITE = frozenset({"the", "this", "that"})
#: States that are cities too.
CITY_STATES = frozenset({"HKG", "SGP", "MAC", "MCO", "VAT", "GIB"})
#: What a noun of a place says of which it is.
_TELLING = frozenset({"nmod", "appos", "compound", "flat", "acl", "amod", "nummod"})
#: How many sentences back the place may stand.
NEAR = 5


def find_localities(analysis: Analysis) -> dict[int, dict[int, Place]]:
    """By sentence and word, the places that definite nouns of place stand for.

    None where the sentences before tell of more than one such place, or of none: a guess would put events where they
    were not.
    """
    told = _told(analysis)
    found: dict[int, dict[int, Place]] = {}
    for number, sentence in enumerate(analysis.sentences):
        for index, token in enumerate(sentence.tokens):
            features = NOUNS.get(token.lemma.lower(), ())
            quarter = _quarter(sentence, index, analysis.document.text) if "PCL" in features else None
            if features and _is_bare(sentence, index, in_quarter=quarter is not None):
                near = [place for nearby in told[max(0, number - NEAR) : number] for place in nearby]
                near += [place for place in told[number] if told[number][place] < token.span.start]
                fitting = {place.id: place for place in near if _fits(place, features)}
                if quarter is not None:
                    fitting = {id: place for id, place in fitting.items() if place.country in quarter}
                if len(fitting) == 1:
                    found.setdefault(number, {})[index] = next(iter(fitting.values()))
    return found


def _told(analysis: Analysis) -> list[dict[Place, int]]:
    """The places named in each sentence, and where first."""
    starts = [sentence.span.start for sentence in analysis.sentences]
    told: list[dict[Place, int]] = [{} for _ in starts]
    for toponym in sorted(analysis.toponyms, key=lambda toponym: toponym.mention.span):
        number = bisect_right(starts, toponym.mention.span.start) - 1
        if toponym.place is not None and number >= 0:
            told[number].setdefault(toponym.place, toponym.mention.span.start)
    return told


def _is_bare(sentence: Sentence, index: int, in_quarter: bool) -> bool:
    """Whether a noun is definite and says itself of what it is the city or province in no other way.

    The part of the world that a state lies in may stand before it: "the European nation".
    """
    below = [sentence.tokens[child] for child in sentence.children[index]]
    definite = any(token.relation == "det" and token.lemma.lower() in _DEFINITE for token in below)
    told = _TELLING - {"amod", "compound"} if in_quarter else _TELLING
    return definite and not any(token.relation.split(":")[0] in told for token in below)


def _quarter(sentence: Sentence, index: int, text: str) -> frozenset[str] | None:
    """The states of the part of the world told right before a noun: "the West African nation"."""
    for length in (2, 1):
        words = sentence.tokens[max(0, index - length) : index]
        states = load_quarters().get(" ".join(token.span.slice(text) for token in words))
        if states is not None:
            return states
    return None


def _fits(place: Place, features: tuple[str, ...]) -> bool:
    city = "PPL" in features and place.country in CITY_STATES and place.is_state
    return city or (place.feature or "").startswith(features)
