"""On whose word: sources, cues and contents."""

from tidings.annotate.attribution.find import find_attributions

__all__ = ["find_attributions"]
