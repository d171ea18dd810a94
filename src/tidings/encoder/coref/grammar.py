"""Small classes of words: pronouns, determiners, number and gender."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tidings.record import NameType, Sentence, Token


def numbered(words: str) -> dict[str, int]:
    """A number from 1 for each word; 0 is left for all others.

    >>> numbered("nsubj obj")
    {'nsubj': 1, 'obj': 2}
    """
    return {word: number for number, word in enumerate(words.split(), 1)}


def _grouped(lines: Iterable[str]) -> dict[str, int]:
    return {word: number for number, line in enumerate(lines, 1) for word in line.split()}


PRONOUNS = _grouped(
    (
        "i me my mine myself",
        "you your yours yourself yourselves",
        "he him his himself",
        "she her hers herself",
        "it its itself",
        "we us our ours ourselves 's",
        "they them their theirs themselves 'em em",
        "this that",
        "these those",
        "who whom whose which what whoever whatever",
        "here there",
    )
)
_I, _YOU, _HE, _SHE, _IT, _WE, _THEY, _THIS, _THESE = range(1, 10)
OTHER_PRONOUN = 12
_PRONOUNS_NUMBER = {_I: 1, _HE: 1, _SHE: 1, _IT: 1, _WE: 2, _THEY: 2, _THIS: 1, _THESE: 2}
#: 1 for a man, 2 for a woman, 3 for a thing.
PRONOUNS_GENDER = {_HE: 1, _SHE: 2, _IT: 3}
POSSESSIVE = frozenset(numbered("my your his her its our their whose"))
_DETERMINERS = _grouped(("the", "a an", "this that these those"))
_POSSESSED, _OTHER_DETERMINER, _COUNTED = 4, 5, 6
NAMES = {kind: number for number, kind in enumerate(NameType, 1)}
_MAN, _WOMAN = 1, 2
GENDERS = dict.fromkeys(
    numbered("man boy father son brother husband uncle mr. mr king prince sir gentleman guy grandfather lord"), _MAN
) | dict.fromkeys(
    numbered("woman girl mother daughter sister wife aunt mrs. ms. mrs ms queen princess lady grandmother madam mom"),
    _WOMAN,
)


def pronoun_of(pos: str, lemma: str) -> int:
    """The class of a pronoun given by its lemma in small letters, 0 for what is none."""
    return PRONOUNS.get(lemma, OTHER_PRONOUN) if pos in ("PRON", "DET", "ADV") else 0


def determiner_of(tokens: Sequence[Token], head: int, below: Sequence[int]) -> int:
    """The class of what stands before a head: an article, a demonstrative, a possessor, a number."""
    found = 0
    for child in below:
        token = tokens[child]
        if child < head and token.relation == "nmod:poss":
            return _POSSESSED
        if child < head and token.relation.startswith("det"):
            return _DETERMINERS.get(token.lemma.lower(), _OTHER_DETERMINER)
        if child < head and token.relation.startswith("nummod"):
            found = _COUNTED
    return found


def number_of(head: Token, pronoun: int) -> int:
    """1 for one, 2 for many, 0 where nothing tells."""
    marked = 2 if "Number=Plur" in head.features else 1 if "Number=Sing" in head.features else 0
    return _PRONOUNS_NUMBER.get(pronoun, marked)


def quotes(sentence: Sentence, count: int) -> tuple[list[int], int]:
    """For each word the number of the quotation it stands in (0 for none), and the number of marks so far.

    A quotation that is not closed goes on into the next sentence; the count is odd inside one.
    """
    places = []
    for token in sentence.tokens:
        if token.pos == "PUNCT" and token.lemma in _MARKS:
            count += 1
        places.append(count if count % 2 else 0)
    return places, count


_MARKS = frozenset({'"', "``", "''", "“", "”"})
