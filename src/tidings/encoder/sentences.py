"""Words into sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tidings.encoder.english import english
from tidings.encoder.words import Range, find_words

_BLANK = re.compile(r"\n[^\S\n]*\n\s*")
_ENDS = frozenset(".!?…。！？")
_CLOSERS = frozenset("\"”’')]}»“")
_OPENERS = frozenset("\"“‘'([{«")


def find_sentences(text: str, start: int, end: int) -> Iterator[list[Range]]:
    """The words of each sentence of `text[start:end]`; blank lines part sentences, quotes stay with what they close.

    >>> text = 'Gen. Li left. "No," he said. U.S. aid ends'
    >>> [text[words[0][0] : words[-1][1]] for words in find_sentences(text, 0, len(text))]
    ['Gen. Li left.', '"No," he said.', 'U.S. aid ends']
    """
    for first, last in _paragraphs(text, start, end):
        words = find_words(text, first, last)
        begin = 0
        for index in _boundaries(text, words):
            yield words[begin:index]
            begin = index
        if begin < len(words):
            yield words[begin:]


def _paragraphs(text: str, start: int, end: int) -> Iterator[Range]:
    for gap in _BLANK.finditer(text, start, end):
        yield start, gap.start()
        start = gap.end()
    yield start, end


def _boundaries(text: str, words: list[Range]) -> Iterator[int]:
    """Indices of words that begin a new sentence."""
    index, count = 0, len(words)
    while index < count - 1:
        first, last = words[index]
        index += 1
        if text[last - 1] not in _ENDS:
            continue
        quoted = False
        while index < count and _closes(text, words, index):
            quoted = quoted or text[words[index][0]] in "\"”’'»“"
            index += 1
        if index < count and _ends(text, (first, last), words, index, quoted):
            yield index


def _closes(text: str, words: list[Range], index: int) -> bool:
    """Whether the word is a mark that belongs to the sentence that has just ended."""
    first, last = words[index]
    if text[first] in _ENDS and last - first <= 3:
        return True
    if last - first > 2 or text[first] not in _CLOSERS or first != words[index - 1][1]:
        return False
    return text[first] not in "\"'“" or last >= len(text) or not text[last].isalnum()


def _ends(text: str, stop: Range, words: list[Range], index: int, quoted: bool) -> bool:
    """Whether a sentence ends with the mark `stop` before the word at `index`."""
    mark, following = text[stop[0] : stop[1]], words[index]
    bare = index
    while bare < len(words) - 1 and text[words[bare][0]] in _OPENERS:
        bare += 1
    next_word = text[words[bare][0] : words[bare][1]]
    if next_word[0] in ",;:-–—" or (next_word[0].islower() and (quoted or not _careless(text, words, index))):
        return False
    if following[0] == words[index - 1][1] and not (mark[-1] in _ENDS and next_word[0].isupper() and mark == "."):
        return False
    if mark[0].isalnum():
        return _short_form_ends(mark[:-1].lower(), next_word)
    if quoted and mark[-1] in "?!" and bare == index:
        return not any(text[a:b] in english().said for a, b in words[index : index + 4])
    return not (mark == "." and _is_list_number(text, words, index))


def _careless(text: str, words: list[Range], index: int) -> bool:
    """Whether small letters after a mark begin a sentence all the same, as in messages: "see you there. call me"."""
    (first, last), (stop, end) = words[index - 2], words[index - 1]
    if index < 2 or end == words[index][0] or not text[first].islower():
        return False
    return text[stop:end] in ("?", "!") or (text[stop:end] == "." and last - first > 2)


def _short_form_ends(mark: str, next_word: str) -> bool:
    words = english()
    if mark in words.leading or len(mark) == 1 or mark in words.numbered:
        return False
    return next_word[0].isupper() and next_word.lower() in words.openers


def _is_list_number(text: str, words: list[Range], index: int) -> bool:
    """Whether the full stop follows a number that opens the line ("1. Who ...")."""
    return index == 2 and text[words[0][0] : words[0][1]].isdigit()
