"""Any text -> the one form in which it is stored and to which every offset refers."""

from __future__ import annotations

import re
import unicodedata

#: Line ends of every kind: Windows, old Macintosh, vertical tab, form feed, NEL, line and paragraph separators.
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")

#: What no report needs: control characters but tab and newline, and byte order marks in the middle of a text.
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff]")

_SURROGATES = re.compile("[\ud800-\udfff]")


def normalise(raw: str) -> str:
    """The text as it is stored: newlines as "\\n", no control characters, Unicode form C.

    A text that is already so comes back as it is, white space at its ends included. Half surrogate pairs become
    U+FFFD, so that the result can always be written as UTF-8.

    >>> normalise("\\ufeffCairo\\x00 agreed.\\r\\n")
    'Cairo agreed.\\n'
    """
    text = _LINE_ENDS.sub("\n", raw)
    text = _SURROGATES.sub("\ufffd", text)
    text = _CONTROLS.sub("", text)
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)
