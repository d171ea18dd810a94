"""A scorer for every measure of `docs/measures.md`."""

from tidings.evaluate.measure import SETS, Result, evaluate

__all__ = ["SETS", "Result", "evaluate"]
