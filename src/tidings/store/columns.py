"""The columns of the files of GDELT, ICEWS and POLECAT, in their order: for writing them and for knowing them."""

from __future__ import annotations


def _gdelt_actor(side: int) -> tuple[str, ...]:
    parts = "Code Name CountryCode KnownGroupCode EthnicCode Religion1Code Religion2Code Type1Code Type2Code Type3Code"
    return tuple(f"Actor{side}{part}" for part in parts.split())


def _gdelt_geo(whose: str) -> tuple[str, ...]:
    parts = "Type FullName CountryCode ADM1Code ADM2Code Lat Long FeatureID"
    return tuple(f"{whose}Geo_{part}" for part in parts.split())


GDELT = (
    *("GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate"),
    *_gdelt_actor(1),
    *_gdelt_actor(2),
    *("IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale"),
    *("NumMentions", "NumSources", "NumArticles", "AvgTone"),
    *_gdelt_geo("Actor1"),
    *_gdelt_geo("Actor2"),
    *_gdelt_geo("Action"),
    *("DATEADDED", "SOURCEURL"),
)

GDELT_MENTIONS = (
    *("GLOBALEVENTID", "EventTimeDate", "MentionTimeDate", "MentionType", "MentionSourceName", "MentionIdentifier"),
    *("SentenceID", "Actor1CharOffset", "Actor2CharOffset", "ActionCharOffset", "InRawText", "Confidence"),
    *("MentionDocLen", "MentionDocTone", "MentionDocTranslationInfo", "Extras"),
)

ICEWS = (
    *("Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code"),
    *("Intensity", "Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number", "Publisher"),
    *("City", "District", "Province", "Country", "Latitude", "Longitude"),
)


def _polecat_side(side: str) -> tuple[str, ...]:
    return (
        *(f"{side} Name", f"{side} Country", f"{side} COW", f"Primary {side} Sector", f"{side} Sectors"),
        *(f"{side} Title", f"{side} Name Raw", f"Wikipedia {side} ID"),
    )


POLECAT = (
    *("Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts"),
    *_polecat_side("Actor"),
    *_polecat_side("Recipient"),
    *("Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID"),
    *("Raw Placename", "Feature Type", "Source", "Publication Date"),
    *("Story People", "Story Organizations", "Story Locations", "Language", "Version"),
)

#: The names of the quads 1 to 4 in PLOVER and POLECAT.
QUADS = ("VERBAL COOPERATION", "MATERIAL COOPERATION", "VERBAL CONFLICT", "MATERIAL CONFLICT")
