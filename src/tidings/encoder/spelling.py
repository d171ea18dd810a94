"""How lemmas are spelled where a script learned from word ends would go wrong, as English treebanks write them."""

from __future__ import annotations

import re
from collections.abc import Callable

from tidings.encoder.wordpiece import PLAIN

_ADDRESS = re.compile(r"\S+://\S+|\S+@\S+\.\S+")
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_SIBILANT = re.compile(r"(?:ch|sh|ss|x|o)es")
#: The shortest word taken for a name written without its capital, or all in capitals: "al" and "UN" are neither.
_NAME = 4


def spelled(form: str, pos: str, lemma: str, names: Callable[[str], bool]) -> str:
    """The lemma as it should be spelled: what a script made of a word that no list of lemmas knows.

    `names` says whether a word with a capital is known as a name.

    >>> known = {"Kerala"}.__contains__
    >>> spelled("supplies", "NOUN", "supplie", known), spelled("12,500", "NUM", "12,500", known)
    ('supply', '12500')
    >>> spelled("kerala", "PROPN", "kerala", known), spelled("TEHRAN", "PROPN", "TEHRAN", known)
    ('Kerala', 'Tehran')
    """
    if _ADDRESS.fullmatch(form):
        return form
    rule = _RULES.get(pos)
    return rule(form, lemma, names) if rule else lemma


def _noun(form: str, lemma: str, _: Callable[[str], bool]) -> str:
    lower = form.lower()
    if lower.endswith("ies") and lemma.endswith("ie") and len(form) > len("cries"):
        return lower[:-3] + "y"
    if lower.endswith("men") and not lemma.endswith("man"):
        return lower[:-2] + "an"
    if lemma == lower[:-1]:
        if _SIBILANT.fullmatch(lower[-4:]) or _SIBILANT.fullmatch(lower[-3:]):
            return lower[:-2]
        return lemma if lower.endswith("s") else lower
    return lemma


def _name(form: str, lemma: str, names: Callable[[str], bool]) -> str:
    if len(form) < _NAME or not form.isalpha():
        return lemma
    if form.islower() and names(form.title()):
        return form.title()
    return form.title() if form.isupper() and lemma == form and len(form) > _NAME else lemma


def _adjective(form: str, lemma: str, names: Callable[[str], bool]) -> str:
    return form.title() if form.islower() and form.isalpha() and names(form.title()) else lemma


def _number(form: str, lemma: str, _: Callable[[str], bool]) -> str:
    return form.replace(",", "") if _THOUSANDS.fullmatch(form) else lemma


def _mark(form: str, _: str, __: Callable[[str], bool]) -> str:
    return form.translate(PLAIN)


_RULES = {"NOUN": _noun, "PROPN": _name, "ADJ": _adjective, "NUM": _number, "PUNCT": _mark}
