"""PLOVER and CAMEO: event types with their words, scores and codes, and the way from one to the other."""

from __future__ import annotations

from tidings.ontology.cameo import CameoCode, Crossing
from tidings.ontology.ontology import Ontology, load_ontology
from tidings.ontology.schema import EventType, Example, Mode, Trigger

__all__ = ["CameoCode", "Crossing", "EventType", "Example", "Mode", "Ontology", "Trigger", "load_ontology"]
