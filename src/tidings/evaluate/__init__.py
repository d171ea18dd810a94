"""A scorer for every measure of `docs/measures.md`, one file each; `measure.py` has them by name."""
