"""Names as PETRARCH writes them, all in capitals, in the capitals of a newspaper."""

from __future__ import annotations

import re

from tidings.lexicon.phrases import keys, words_of

_SMALL = words_of("of the and for in on at to by de la le el al du des der van von bin ibn")
#: Names that are also common words keep their capitals, so that "us" is not the US.
_COMMON = words_of(
    "a all am an and any are arm as at be but by can do for go had has he her him his how if in is it its la let may "
    "me my no nor not now of off on one or our out own per she so the they to too two up us use was we who why will you"
)
_BRACKETS = re.compile(r"\([^()]*\)")


def read_name(written: str) -> str | None:
    """The name in words, or None where there is none; what stands in round brackets is left out.

    >>> read_name("MINISTRY_OF_DEFENCE_"), read_name("AL-VARUN_(AA)_"), read_name("U.N."), read_name("US_")
    ('Ministry of Defence', 'Al-Varun', 'U.N.', 'US')
    """
    words = _BRACKETS.sub(" ", written.replace("_", " ")).split()
    if len(words) == 1 and words[0].lower() in _COMMON:
        return words[0].upper()
    name = " ".join(word.lower() if at and word.lower() in _SMALL else _capital(word) for at, word in enumerate(words))
    return name if any(key.isalnum() for key in keys(name)) else None


def _capital(word: str) -> str:
    return re.sub(
        r"[^\W\d_]+", lambda part: part[0] if _inner(word, part.start()) else part[0].capitalize(), word.lower()
    )


def _inner(word: str, at: int) -> bool:
    """Whether a part follows an apostrophe near the end of a word: "people's"."""
    return at > 0 and word[at - 1] in "'’" and len(word) - at < 3
