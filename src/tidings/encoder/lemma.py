"""Lemmas as edit scripts: what to cut from the end of a word and what to put there."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from tidings.errors import DataError

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


#: (form in lower case, UPOS) -> lemma.
Known = dict[tuple[str, str], str]


def known_lemmas(folder: Path) -> Known:
    """Lemmas that need no model: those seen in training, over them the irregular forms of English.

    Read from `lemmas.tsv` beside the model and data/languages/en/irregular.tsv. Raises `DataError` for a broken line.
    """
    irregular = files("tidings") / "data" / "languages" / "en" / "irregular.tsv"
    known: Known = {}
    for path in (folder / "lemmas.tsv", irregular):
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            cells = line.split("\t")
            if len(cells) != 3:
                raise DataError(f"{path}, line {number}: a line is a form, its part of speech and its lemma")
            known[cells[0], cells[1]] = cells[2]
    return known
