"""Text into words as the English treebanks write them (UD English EWT and GUM: hyphens and clitics stand alone)."""

from __future__ import annotations

import re
from functools import cache

from tidings.encoder.english import english

Range = tuple[int, int]

_APOSTROPHE = "'’`"
_DOMAINS = "com|org|net|gov|edu|mil|int|info|io|co|uk|eu|de|fr|ru|cn|ir|ca|au|nz|jp|kr|il|pk|ps|ua|pl|tv"
_FILES = "html?|pdf|docx?|xlsx?|txt|jpe?g|png|gif|url|zip"
#: Every repetition is bounded or over one class of characters, so that no text takes more than linear time.
_PATTERN = r"""
    (?:https?://|ftp://|www\.)[^\s<>"“”\[\]{}]{1,2000}(?<![.,;:!?)'’])
  | [\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}
  | [@\#][^\W\d]\w{0,99}
  | (?:[^\W\d_]\.){2,12}(?:[^\W\d_](?![\w]))?
  | (?:Ph|M)\.(?:D|Sc)\.
  | (?<![\w])(?:[:;=]-?[()DPp]|\^_\^)(?!\w)
  | [+](?=\d)\d+ | ['’](?=\d\ds?\b)\d\ds?
  | \d{4}-\d\d-\d\d\b | (?:\d{1,3}-)?\d{3}-\d{3}-\d{4}\b
  | \d++(?:[.,:/]\d++)*+(?=(?:UNITS)\b)
  | \d++(?:[.,:/]\d++)*+(?:st|nd|rd|th|s|['’]s)?(?![^\W_])
  | (?:US|A|C|HK|NZ|S)\$
  | (?:PREFIXES)-\w+
  | [^\W\d_]&[^\W\d_](?:&[^\W\d_])?(?!\w) | [^\W\d_]{2}&[^\W\d_]{1,2}(?!\w)
  | \w{1,40}\.(?:DOMAINS)(?![\w]|\.\w)
  | [\w\u0300-\u036f]+(?:['’`][\w\u0300-\u036f]+)*
  | \.{2,} | -{2,} | [!?]{2,} | \*{2,} | ={2,} | _{2,} | <{2} | >{2} | '' | ``
  | [\u0300-\u036f\u200d\ufe0f]+ | \S
"""


@cache
def _pattern() -> re.Pattern[str]:
    words = english()
    source = _PATTERN.replace("UNITS", "|".join(map(re.escape, sorted(words.units, key=len, reverse=True))))
    source = source.replace("PREFIXES", "|".join(sorted({*words.prefixes, *map(str.capitalize, words.prefixes)})))
    return re.compile(source.replace("DOMAINS", f"{_DOMAINS}|{_FILES}"), re.VERBOSE)


_CLITIC = re.compile(r"(?i)(?<=\w)(?:n['’`]t|['’`](?:s|m|d|re|ve|ll))$")


def find_words(text: str, start: int, end: int) -> list[Range]:
    """The words of `text[start:end]`, in order, as half-open ranges that never overlap.

    >>> text = "US-led talks don't end at the U.N. (Mr. Li's 5%)."
    >>> " ".join(text[a:b] for a, b in find_words(text, 0, len(text)))
    "US - led talks do n't end at the U.N. ( Mr. Li 's 5 % ) ."
    """
    found: list[Range] = []
    for match in _pattern().finditer(text, start, end):
        first, last = match.span()
        if first < (found[-1][1] if found else start):
            continue
        last = _with_stop(text, first, last, end)
        cut = _cut(text[first:last])
        if cut:
            found.append((first, first + cut))
            first += cut
        found.append((first, last))
    return found


def _with_stop(text: str, first: int, last: int, end: int) -> int:
    """The end of a word with the full stop of its short form ("Gen.", "J.", "No. 10")."""
    if text[last : last + 1] != "." or last >= end or not text[first].isalpha() or last - first > 7:
        return last
    word, words = text[first:last].lower(), english()
    follows = text[last + 1 : last + 3].strip()
    if word in words.leading or (word in words.closing and follows[:1] != "."):
        return last + 1 if text[first].isupper() or word in words.leading or word in ("etc", "al") else last
    if word in words.numbered and follows[:1].isdigit():
        return last + 1
    initial = len(word) == 1 and text[first].isupper() and follows[:1].isupper() and word != "i"
    return last + 1 if initial and not _opens(text[last + 1 : last + 20]) else last


def _opens(text: str) -> bool:
    """Whether the next word is one that opens a sentence ("because of X. So")."""
    word = text.split(None, 1)[0]
    return len(word) > 1 and word.lower() in english().openers


def _cut(word: str) -> int:
    """Where a clitic begins in the word, or 0."""
    if word.isalpha():
        return english().contractions.get(word.lower(), 0) if len(word) < 9 else 0
    if not any(mark in word for mark in _APOSTROPHE) or (word[0].isdigit() and word[-1] == "s"):
        return 0
    found = _CLITIC.search(word)
    return found.start() if found else 0
