"""Verbs that lend an event noun their subject: "launched an attack"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from tidings.errors import DataError

FILE = "languages/en/light_verbs.yaml"


@dataclass(frozen=True, slots=True)
class LightVerbs:
    """`plain` verbs take the noun as object; `prepositions` says after which preposition a verb takes it.

    `light` is the part of `plain` that adds nothing to the noun's own meaning, so that both tell of one event.
    """

    light: frozenset[str]
    plain: frozenset[str]
    prepositions: Mapping[str, frozenset[str]]

    def lends(self, verb: str, preposition: str | None) -> bool:
        """Whether a verb lends its subject to a noun it takes directly, or after a preposition.

        >>> load_light_verbs().lends("launch", None), load_light_verbs().lends("condemn", None)
        (True, False)
        """
        if preposition is None:
            return verb in self.plain
        return verb in self.prepositions.get(preposition, ())


@cache
def load_light_verbs() -> LightVerbs:
    """The light verbs of English. Raises `DataError` where the file breaks its shape."""
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    source = files("tidings") / "data" / FILE
    values = yaml.load(source.read_text("utf-8"), loader)
    try:
        light = frozenset(values["light"])
        plain = light.union(values["aspect"], values["speech"])
        prepositions = {word: frozenset(verbs) for word, verbs in values["with_preposition"].items()}
    except (KeyError, TypeError, AttributeError) as error:
        raise DataError(f"{FILE}: needs the lists light, aspect, speech and with_preposition ({error})") from error
    return LightVerbs(light, plain, prepositions)
