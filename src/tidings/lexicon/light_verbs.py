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

    `light` is the part of `plain` that adds nothing to the noun's own meaning, so that both tell of one event. The
    subject of `undergoing` is whom the act befalls, by the preposition before the noun, or "none".
    """

    light: frozenset[str]
    plain: frozenset[str]
    prepositions: Mapping[str, frozenset[str]]
    undergoing: Mapping[str, frozenset[str]]

    def lends(self, verb: str, preposition: str | None) -> bool:
        """Whether a verb lends its subject to a noun it takes directly, or after a preposition.

        >>> load_light_verbs().lends("launch", None), load_light_verbs().lends("condemn", None)
        (True, False)
        """
        if preposition is None:
            return verb in self.plain
        return verb in self.prepositions.get(preposition, ())

    def befalls(self, verb: str, preposition: str | None) -> bool:
        """Whether the subject of a verb is whom the noun befalls: "face shelling", "come under attack".

        >>> load_light_verbs().befalls("face", None), load_light_verbs().befalls("come", "under")
        (True, True)
        """
        return verb in self.undergoing.get("none" if preposition is None else preposition, ())


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
        undergoing = {word: frozenset(verbs) for word, verbs in values["undergoing"].items()}
    except (KeyError, TypeError, AttributeError) as error:
        raise DataError(
            f"{FILE}: needs the lists light, aspect, speech, with_preposition and undergoing ({error})"
        ) from error
    return LightVerbs(light, plain, prepositions, undergoing)
