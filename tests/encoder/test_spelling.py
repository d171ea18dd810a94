"""How lemmas are spelled that no list knows."""

from __future__ import annotations

import pytest

from tidings.encoder.spelling import spelled

NAMES = frozenset({"Kerala", "Irish"})

#: Form, part of speech, what a script made of it, and the lemma.
CASES = [
    ("insurgencies", "NOUN", "insurgencie", "insurgency"),
    ("pies", "NOUN", "pie", "pie"),
    ("horsemen", "NOUN", "horseme", "horseman"),
    ("women", "NOUN", "woman", "woman"),
    ("mis-matches", "NOUN", "mis-matche", "mis-match"),
    ("potatoes", "NOUN", "potatoe", "potato"),
    ("quotas", "NOUN", "quota", "quota"),
    ("timesheet", "NOUN", "timeshee", "timesheet"),
    ("kerala", "PROPN", "kerala", "Kerala"),
    ("walzem", "PROPN", "walzem", "walzem"),
    ("al", "PROPN", "al", "al"),
    ("MIRAMAR", "PROPN", "MIRAMAR", "Miramar"),
    ("NATO", "PROPN", "NATO", "NATO"),
    ("irish", "ADJ", "irish", "Irish"),
    ("12,500", "NUM", "12,500", "12500"),
    ("3,40", "NUM", "3,40", "3,40"),
    ("…", "PUNCT", "…", "..."),
    ("--", "PUNCT", "-", "--"),
    ("https://example.org/A", "PROPN", "https://example.org/a", "https://example.org/A"),
    ("talked", "VERB", "talk", "talk"),
]


@pytest.mark.parametrize(("form", "pos", "made", "lemma"), CASES)
def test_a_lemma_is_spelled_as_treebanks_spell_it(form: str, pos: str, made: str, lemma: str) -> None:
    assert spelled(form, pos, made, NAMES.__contains__) == lemma
