"""CAMEO's codes with their numbers, and the bridge between CAMEO and PLOVER."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tidings.errors import DataError
from tidings.ontology.source import read_tsv

CODE_COLUMNS = ("code", "name", "root", "quad", "goldstein", "quad_gdelt", "goldstein_gdelt")
INTENT_COLUMNS = ("cameo", "intent")
CROSSWALK_COLUMNS = ("cameo", "event_type", "mode", "contexts")


@dataclass(frozen=True, slots=True)
class CameoCode:
    """One code of CAMEO 1.1b3. Codes are text: "010" is not 10.

    `quad` and `goldstein` (-10 to 10) are those of ICEWS; GDELT prints other values for some codes, which its
    own columns hold. Where a table has no value for a code, that of the code above it stands here.
    """

    code: str
    name: str
    root: str
    quad: int
    goldstein: float
    quad_gdelt: int
    goldstein_gdelt: float


@dataclass(frozen=True, slots=True)
class Crossing:
    """What a CAMEO code is in PLOVER: type, mode and contexts."""

    event_type: str
    mode: str | None
    contexts: tuple[str, ...]


def read_codes(path: Path) -> Mapping[str, CameoCode]:
    """Every code of the table. Raises `DataError` with file, line and field."""
    codes = {}
    for number, row in enumerate(read_tsv(path, CODE_COLUMNS), 2):
        try:
            numbers = int(row["quad"]), float(row["goldstein"]), int(row["quad_gdelt"]), float(row["goldstein_gdelt"])
        except ValueError as error:
            raise DataError(f"{path.name}:{number}: quad and goldstein must be numbers: {error}") from error
        if not row["code"].isdigit() or not row["code"].startswith(row["root"]):
            raise DataError(f"{path.name}:{number}: code must be digits that begin with its root {row['root']!r}")
        codes[row["code"]] = CameoCode(row["code"], row["name"], row["root"], *numbers)
    return codes


def read_crosswalk(path: Path, codes: Mapping[str, CameoCode]) -> Mapping[str, Crossing]:
    """CAMEO code to PLOVER. Codes without a counterpart (most of 01, statements) have no row."""
    crossings = {}
    for number, row in enumerate(read_tsv(path, CROSSWALK_COLUMNS), 2):
        if row["cameo"] not in codes:
            raise DataError(f"{path.name}:{number}: cameo must be a code of codes.tsv, not {row['cameo']!r}")
        contexts = tuple(row["contexts"].split()) if row["contexts"] else ()
        crossings[row["cameo"]] = Crossing(row["event_type"], row["mode"] or None, contexts)
    return crossings


def read_intents(path: Path, codes: Mapping[str, CameoCode]) -> Mapping[str, str]:
    """The code of an act to that of meaning to do it: roots 03 (express intent) and 13 (threaten)."""
    intents = {}
    for number, row in enumerate(read_tsv(path, INTENT_COLUMNS), 2):
        for column in INTENT_COLUMNS:
            if row[column] not in codes:
                raise DataError(f"{path.name}:{number}: {column} must be a code of codes.tsv, not {row[column]!r}")
        intents[row["cameo"]] = row["intent"]
    return intents
