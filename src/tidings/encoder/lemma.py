"""Lemmas as edit scripts: what to cut from the end of a word and what to put there."""

from __future__ import annotations

#: A script is "case|cut|ending", or "=lemma" for a word that is replaced whole ("went": "=go").
KEEP, LOWER = "k", "l"
_SHORTEST_STEM = 2


def lemma_script(form: str, lemma: str) -> str:
    """The script that makes `lemma` from `form`, used to make training targets.

    >>> lemma_script("Talks", "talk"), lemma_script("Beijing", "Beijing"), lemma_script("went", "go")
    ('l|1|', 'k|0|', '=go')
    """
    lower = form.lower()
    lowered, kept = _shared(lower, lemma), _shared(form, lemma)
    case, base, stem = (KEEP, form, kept) if kept > lowered else (LOWER, lower, lowered)
    if stem < min(_SHORTEST_STEM, len(base), len(lemma)):
        return f"={lemma}"
    return f"{case}|{len(base) - stem}|{lemma[stem:]}"


def apply_script(script: str, form: str) -> str:
    """The lemma of `form`; a script that would cut more than there is gives the form in lower case.

    >>> apply_script("l|3|y", "Allies"), apply_script("l|9|", "it")
    ('ally', 'it')
    """
    if script.startswith("="):
        return script[1:]
    case, cut, ending = script.split("|", 2)
    base = form if case == KEEP else form.lower()
    stem = base[: len(base) - int(cut)] if len(base) > int(cut) else base if not ending else ""
    return stem + ending or base


def _shared(first: str, second: str) -> int:
    """The length of the common beginning."""
    length = 0
    for a, b in zip(first, second, strict=False):
        if a != b:
            break
        length += 1
    return length
