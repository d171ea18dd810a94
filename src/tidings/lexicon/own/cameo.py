"""Actor codes of CAMEO ("EGYMIL", "IGOUNO"), and what they are in PLOVER: a country and sectors."""

from __future__ import annotations

import re

from tidings.lexicon.own.entry import Coding

#: The roles of CAMEO. Where PLOVER has no such sector, the nearest; moderates and radicals are no sector.
_ROLES = {
    **{code: (code,) for code in "COP GOV JUD LEG MIL OPP REB SPY UAF PTY AGR BUS CRM CVL EDU ELI LAB REF".split()},  # noqa: SIM905
    **{code: (code,) for code in ("JRN", "PRE", "PRM", "REL", "SOC", "UNK")},
    "INS": ("REB",), "SEP": ("REB",), "MED": ("JRN",), "HLH": ("MED",), "CIV": ("CVL",), "MNC": ("BUS",),
    "NGO": ("SOC",), "DEV": ("SOC",), "ENV": ("SOC",), "HRI": ("SOC",), "MOD": (), "RAD": (),
}  # fmt: skip
#: Actors that are of no country, and the code PLOVER has for them.
_ABROAD = {"IGO": "IGO", "NGO": "NGO", "NGM": "ISM", "ISM": "ISM", "MNC": "MNC", "IMG": "IMG", "UNO": "UNO"}
_UNIONS = {"EUR": "EUR", "EEC": "EUR", "EEU": "EUR"}
#: Countries for which CAMEO has a code other than that of ISO 3166-1.
_COUNTRIES = {"ROM": "ROU", "TMP": "TLS", "KSV": "XKX", "KOS": "XKX", "USR": "SUN", "ZAR": "COD"}
#: Faiths stand where a country does; PLOVER has one sector for all.
_FAITHS = frozenset({"ATH", "BAH", "BUD", "CHR", "CON", "HIN", "JAN", "JEW", "MOS", "SHN", "SIK", "TAO"})
#: Numbers of branches of a faith.
_NUMBERS = re.compile(r"\d{3}")
#: Codes for nobody, written so that a name is passed over.
_NOBODY = frozenset("-+#")


def read_code(code: str) -> Coding:
    """The country and the sectors of a code; letters that CAMEO does not know stay as they are.

    Of several codes parted by slashes the first counts.

    >>> read_code("EGYMIL"), read_code("IGOUNO").country, read_code("VLDRNG").sectors
    (Coding(country='EGY', sectors=('MIL',), start=None, end=None), 'UNO', ('RNG',))
    """
    letters = _NUMBERS.sub("", code.upper().split("/")[0])
    if not letters or set(letters) <= _NOBODY:
        return Coding(None, ())
    first, *rest = (letters[i : i + 3] for i in range(0, len(letters), 3))
    if first in _ABROAD or first in _UNIONS:
        return _abroad(first, rest)
    if first in _FAITHS:
        return Coding(None, _sectors(["REL", *rest], known=True))
    if _ROLES.get(first):
        return Coding(None, _sectors([first, *rest], known=True))
    return Coding(_COUNTRIES.get(first, first), _sectors(rest, known=False))


def read_roles(code: str) -> tuple[str, ...]:
    """The sectors of an agent's code; what CAMEO does not know stays only where nothing else does.

    >>> read_roles("GOVFRM"), read_roles("MOS"), read_roles("BRD")
    (('GOV',), ('REL',), ('BRD',))
    """
    codes = [code.upper()[i : i + 3] for i in range(0, len(code), 3)]
    codes = ["REL" if code in _FAITHS or code == "MUS" else code for code in codes]
    return _sectors(codes, known=True) or _sectors(codes, known=False)


def is_country(coding: Coding) -> bool:
    """Whether a code was that of a country alone, with no role."""
    return coding.country is not None and not coding.sectors and coding.country not in {*_ABROAD.values(), "EUR"}


def _abroad(first: str, rest: list[str]) -> Coding:
    """What follows names the region, the home or the body itself, but for the two unions PLOVER has codes for."""
    country = _ABROAD.get(first) or _UNIONS[first]
    if first == "IGO" and rest and (rest[0] == "UNO" or rest[0] in _UNIONS):
        country = "UNO" if rest[0] == "UNO" else "EUR"
    return Coding(country, _sectors(rest, known=True))


def _sectors(codes: list[str], *, known: bool) -> tuple[str, ...]:
    found = (sector for code in codes for sector in _ROLES.get(code, () if known else (code,)))
    return tuple(dict.fromkeys(found))
