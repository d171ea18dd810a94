"""Which earlier candidates are looked at for each, and how the two compare."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tidings.encoder.coref.describe import Described, Floats, Numbers

Flags = NDArray[np.bool_]
#: How many of the nearest earlier candidates are looked at, and how many more with the same head or the same words.
NEAREST, ALIKE = 40, 8


def pairs_of(described: Described) -> tuple[Numbers, Numbers]:
    """Pairs (later, earlier), by later and then by earlier: the nearest, and those far away that look alike."""
    count = len(described)
    later = np.repeat(np.arange(count), NEAREST)
    earlier = later - np.tile(np.arange(1, NEAREST + 1), count)
    keys = [later[earlier >= 0] * count + earlier[earlier >= 0]]
    for column in (described.ids["text"], described.ids["head"], described.ids["initials"]):
        order = np.argsort(column, kind="stable")
        for back in range(1, ALIKE + 1):
            a, b = order[back:], order[:-back]
            same = (column[a] == column[b]) & (column[a] >= 0)
            keys.append(a[same] * count + b[same])
    keys.append(_acronyms(described))
    found = np.sort(np.concatenate(keys))
    found = found[np.append(True, found[1:] != found[:-1])[: len(found)]]
    return found // max(count, 1), found % max(count, 1)


def _acronyms(described: Described) -> Numbers:
    """Pairs of a name and its initials, the last such pair for each."""
    count, keys = len(described), []
    for one, other in (("text", "initials"), ("initials", "text")):
        last: dict[int, int] = {}
        for place, (mine, theirs) in enumerate(
            zip(described.ids[one].tolist(), described.ids[other].tolist(), strict=True)
        ):
            if mine >= 0 and mine in last:
                keys.append(place * count + last[mine])
            if theirs >= 0:
                last[theirs] = place
    return np.array(keys, np.int64)


def compare(described: Described, later: Numbers, earlier: Numbers) -> Floats:
    """How the two of each pair compare: a row of numbers from 0 to 1 a pair, in the order of `COMPARED`."""
    pair = _Pair(described, later, earlier)
    found = {**_words(pair), **_agreement(pair), **_places(pair), **_quotations(pair)}
    table = np.empty((len(COMPARED), len(later)), np.float32)
    for place, name in enumerate(COMPARED):
        table[place] = found[name]
    return table.T


@dataclass(frozen=True, slots=True)
class _Pair:
    """The columns of both sides."""

    described: Described
    later: Numbers
    earlier: Numbers

    def classes(self, name: str) -> tuple[Numbers, Numbers]:
        column = self.described.columns[name]
        return column[self.later], column[self.earlier]

    def ids(self, name: str) -> tuple[Numbers, Numbers]:
        column = self.described.ids[name]
        return column[self.later], column[self.earlier]

    def same(self, name: str) -> Flags:
        mine, theirs = self.ids(name)
        return np.equal(mine, theirs)


def _words(pair: _Pair) -> dict[str, Flags | Floats]:
    mine, theirs = pair.described.content[pair.later], pair.described.content[pair.earlier]
    shared = ((mine[:, :, None] == theirs[:, None, :]) & (mine >= 0)[:, :, None]).any(2)
    common, size, their_size = shared.sum(1), (mine >= 0).sum(1), (theirs >= 0).sum(1)
    both = (size > 0) & (their_size > 0)  # pronouns carry no content
    head, text = pair.same("head"), pair.same("text")
    part, their_part = pair.classes("part")
    digits, their_digits = pair.ids("digits")
    numbered = (digits >= 0) & (their_digits >= 0)
    (text_id, their_text), (initials, their_initials) = pair.ids("text"), pair.ids("initials")
    return {
        "same words": text & both,
        "same form": pair.same("full"),
        "same head": head & both,
        "same named head": head & (part == 2) & (their_part == 2),
        "same head, nothing new": head & both & (common == size) & (size > 1),
        "shorter": both & (common == size) & ~text,
        "longer": both & (common == their_size) & ~text,
        "share": (common / np.maximum(size + their_size - common, 1)).astype(np.float32),
        "share but the head": (common > 0) & ~head,
        "nothing shared": both & (common == 0),
        "same head, both say more": head & both & (size > common) & (their_size > common),
        "initials": (text_id == their_initials) | (initials == their_text),
        "same number words": numbered & (digits == their_digits),
        "other number words": numbered & (digits != their_digits),
    }


def _agreement(pair: _Pair) -> dict[str, Flags | Floats]:
    found: dict[str, Flags | Floats] = {}
    for name in _AGREE:
        mine, theirs = pair.classes(name)
        found[f"same {name}"] = (mine == theirs) & (mine > 0)
        found[f"other {name}"] = (mine != theirs) & (mine > 0) & (theirs > 0)
    mine, theirs = pair.classes("pronoun")
    return found | {
        "same pronoun": (mine == theirs) & (mine > 0),
        "two pronouns": (mine > 0) & (theirs > 0),
        "pronoun then noun": (mine == 0) & (theirs > 0),
        "noun then pronoun": (mine > 0) & (theirs == 0),
    }


def _places(pair: _Pair) -> dict[str, Flags | Floats]:
    (first, their_first), (last, their_last) = pair.ids("first"), pair.ids("last")
    (word, their_word), (above, their_above) = pair.ids("word"), pair.ids("governor")
    (linked, their_linked), (relation, their_relation) = pair.ids("linked"), pair.classes("relation")
    place, their_place = pair.ids("sentence")
    near = np.searchsorted(_SENTENCES, place - their_place, "left")
    steps = np.searchsorted(_STEPS, pair.later - pair.earlier, "left")
    return {
        "inside": (their_first <= first) & (last <= their_last),
        "around": (first <= their_first) & (their_last <= last),
        "next to": first == their_last,
        "same relation": relation == their_relation,
        "two subjects": (relation == 1) & (their_relation == 1),
        "same governor": above == their_above,
        "below": above == their_word,
        "above": their_above == word,
        "said to be": (linked == their_word) | (their_linked == word),
        "one word": word == their_word,
        **{f"sentences {number}": near == number for number in range(len(_SENTENCES) + 1)},
        **{f"steps {number}": steps == number for number in range(len(_STEPS) + 1)},
    }


def _quotations(pair: _Pair) -> dict[str, Flags | Floats]:
    (mine, theirs), same = pair.classes("quoted"), pair.same("quote")
    return {
        "one quotation": (mine == 1) & same,
        "two quotations": (mine == 1) & (theirs == 1) & ~same,
        "into a quotation": (mine == 1) & (theirs == 0),
        "out of a quotation": (mine == 0) & (theirs == 1),
    }


#: Sentences and candidates between the two, the upper ends of classes.
_SENTENCES = np.array([0, 1, 2, 3, 5, 9, 19])
_STEPS = np.array([1, 2, 4, 8, 16, 32])
_AGREE = ("number", "gender", "name", "kind", "determiner")
#: What is compared, in the order in which the network reads it.
COMPARED = (
    "same words", "same form", "same head", "same named head", "same head, nothing new", "shorter", "longer", "share",
    "share but the head", "nothing shared", "same head, both say more", "initials", "same number words",
    "other number words", *(f"{how} {what}" for what in _AGREE for how in ("same", "other")),
    "same pronoun", "two pronouns", "pronoun then noun", "noun then pronoun", "inside", "around", "next to",
    "same relation", "two subjects", "same governor", "below", "above", "said to be", "one word",
    *(f"sentences {number}" for number in range(8)), *(f"steps {number}" for number in range(7)),
    "one quotation", "two quotations", "into a quotation", "out of a quotation",
)  # fmt: skip
