"""The case of a word, which the uncased base model cannot see."""

from __future__ import annotations

#: The classes of case. The first stands for the marks around a sentence, which are no words.
SHAPES = ("none", "lower", "title", "upper", "letter", "mixed", "digits", "with digit", "punctuation")
_INDEX = {name: index for index, name in enumerate(SHAPES)}


def shape_of(word: str) -> int:
    """The index in `SHAPES` of a word's case.

    >>> [SHAPES[shape_of(word)] for word in ("talks", "Beijing", "NATO", "I", "2021", "G7", "--")]
    ['lower', 'title', 'upper', 'letter', 'digits', 'with digit', 'punctuation']
    """
    return _INDEX[_name(word)]


def _name(word: str) -> str:
    if any(map(str.isdigit, word)):
        return "with digit" if any(map(str.isalpha, word)) else "digits"
    letters = "".join(filter(str.isalpha, word))
    if not letters:
        return "punctuation"
    if letters == letters.lower():
        return "lower"
    if letters == letters.upper():
        return "upper" if len(letters) > 1 else "letter"
    return "title" if letters[1:] == letters[1:].lower() else "mixed"
