"""What the splitter of words and sentences knows of English, from data/languages/en/segmentation.yaml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from tidings.errors import DataError


@dataclass(frozen=True, slots=True)
class English:
    """Word lists in lower case; see the data file for what each is for."""

    leading: frozenset[str]
    closing: frozenset[str]
    numbered: frozenset[str]
    openers: frozenset[str]
    prefixes: frozenset[str]
    units: frozenset[str]
    said: frozenset[str]
    contractions: dict[str, int]


@cache
def english() -> English:
    """The lists, read once. Raises `DataError` where a field is missing or of the wrong kind."""
    path = files("tidings") / "data" / "languages" / "en" / "segmentation.yaml"
    raw = yaml.load(path.read_text("utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    lists: dict[str, frozenset[str]] = {}
    for field in ("leading", "closing", "numbered", "openers", "prefixes", "units", "said"):
        if not isinstance(raw.get(field), str):
            raise DataError(f"{path}: field {field!r} must be words with spaces between")
        lists[field] = frozenset(raw[field].split())
    contractions = raw.get("contractions")
    if not isinstance(contractions, dict) or not all(isinstance(cut, int) for cut in contractions.values()):
        raise DataError(f"{path}: field 'contractions' must give each word the length of its first part")
    return English(**lists, contractions=contractions)
