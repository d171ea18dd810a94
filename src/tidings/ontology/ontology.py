"""PLOVER and CAMEO as one thing to ask: types, modes, scores, triggers, and the way from one to the other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tidings.errors import DataError
from tidings.ontology.cameo import CameoCode, Crossing, read_codes, read_crosswalk, read_intents
from tidings.ontology.plover import read_examples, read_type
from tidings.ontology.schema import EventType, Example, Trigger
from tidings.ontology.source import data_folder, read_tsv


@dataclass(frozen=True, slots=True)
class Ontology:
    """What kinds of events there are, and what they are worth."""

    folder: Path
    types: Mapping[str, EventType]
    codes: Mapping[str, CameoCode]
    crosswalk: Mapping[str, Crossing]
    intents: Mapping[str, str]
    contexts: Mapping[str, str]
    sectors: Mapping[str, str]
    nonstate: Mapping[str, str]
    partial: Mapping[str, str]
    triggers: tuple[Trigger, ...]

    def quad(self, event_type: str) -> int:
        """1 to 4: verbal and material cooperation, verbal and material conflict.

        >>> load_ontology().quad("SANCTION")
        4
        """
        return self.type(event_type).quad

    def score(self, event_type: str, mode: str | None = None) -> float:
        """PLOVER's score, -10 to 10: that of the mode where it has one, else that of the type.

        >>> load_ontology().score("CONSULT"), load_ontology().score("CONSULT", "visit")
        (2.5, 4.0)
        """
        kind = self.type(event_type)
        found = kind.modes.get(mode) if mode else None
        return kind.score if found is None or found.score is None else found.score

    def cameo(self, event_type: str, mode: str | None = None) -> str:
        """The CAMEO code of a type and mode where the words give no finer one.

        >>> load_ontology().cameo("CONSULT", "phone")
        '041'
        """
        kind = self.type(event_type)
        found = kind.modes.get(mode) if mode else None
        return kind.cameo if found is None or found.cameo is None else found.cameo

    def plover_of(self, cameo: str) -> tuple[str, str | None] | None:
        """PLOVER's type and mode of a CAMEO code; None for the statements of root 01, which PLOVER leaves out.

        >>> load_ontology().plover_of("042")
        ('CONSULT', 'visit')
        """
        crossing = self.crosswalk.get(cameo)
        return None if crossing is None else (crossing.event_type, crossing.mode)

    def goldstein(self, cameo: str) -> float:
        """The Goldstein value of a CAMEO code as in ICEWS, -10 to 10. Raises `DataError` for an unknown code.

        >>> load_ontology().goldstein("057")
        8.0
        """
        if cameo not in self.codes:
            raise DataError(f"{cameo!r} is not a CAMEO code; codes are text like '010'")
        return self.codes[cameo].goldstein

    def intended(self, cameo: str) -> str | None:
        """The code of meaning to do what a code does; None where meaning it has no code of its own.

        >>> load_ontology().intended("0841"), load_ontology().intended("072"), load_ontology().intended("030")
        ('0353', '0332', None)
        """
        while cameo and cameo not in self.intents:
            cameo = cameo[:-1]
        return self.intents.get(cameo)

    def type(self, event_type: str) -> EventType:
        """The event type of that name. Raises `DataError` naming the known ones."""
        if event_type not in self.types:
            raise DataError(f"{event_type!r} is not an event type; they are {', '.join(sorted(self.types))}")
        return self.types[event_type]

    def examples(self, event_type: str) -> tuple[Example, ...]:
        """The example sentences of a type, read from its file when they are asked for."""
        return read_examples(self.folder / "plover" / f"{event_type}.yaml", self.type(event_type).modes)


def load_ontology(folder: Path | None = None) -> Ontology:
    """The ontology of a folder laid out like `data/ontologies`; without one, that of Tidings, loaded once.

    An event type is one file of `plover/`: adding a file adds a type. Raises `DataError` with file, entry and field.

    >>> load_ontology().types["AID"].quad
    2
    """
    return _load(folder) if folder is not None else _default()


@cache
def _default() -> Ontology:
    return _load(data_folder() / "ontologies")


def _load(folder: Path) -> Ontology:
    codes = read_codes(folder / "cameo" / "codes.tsv")
    contexts = _names(folder / "plover" / "contexts.tsv", ("context", "meaning"))
    kinds = [read_type(path, codes, contexts) for path in sorted((folder / "plover").glob("*.yaml"))]
    types = {kind.name: kind for kind in kinds}
    crosswalk = read_crosswalk(folder / "cameo" / "crosswalk.tsv", codes)
    _check_crosswalk(crosswalk, types, contexts)
    return Ontology(
        folder=folder,
        types=types,
        codes=codes,
        crosswalk=crosswalk,
        intents=read_intents(folder / "cameo" / "intent.tsv", codes),
        contexts=contexts,
        sectors=_names(folder / "plover" / "sectors.tsv", ("sector", "meaning")),
        nonstate=_names(folder / "plover" / "nonstate.tsv", ("code", "meaning")),
        partial=_names(folder / "plover" / "partial.tsv", ("entity", "country")),
        triggers=tuple(trigger for kind in kinds for trigger in kind.triggers),
    )


def _names(path: Path, columns: tuple[str, str]) -> Mapping[str, str]:
    return {row[columns[0]]: row[columns[1]] for row in read_tsv(path, columns)}


def _check_crosswalk(
    crosswalk: Mapping[str, Crossing], types: Mapping[str, EventType], contexts: Mapping[str, str]
) -> None:
    """A row may name a type whose file is not there (a smaller ontology), but not a mode its type does not have."""
    for code, crossing in crosswalk.items():
        kind = types.get(crossing.event_type)
        if kind and crossing.mode and crossing.mode not in kind.modes:
            raise DataError(f"crosswalk.tsv: {code}: {crossing.event_type} has no mode {crossing.mode!r}")
        unknown = [context for context in crossing.contexts if context not in contexts]
        if unknown:
            raise DataError(f"crosswalk.tsv: {code}: {unknown[0]!r} is not one of PLOVER's contexts")
