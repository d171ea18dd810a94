"""Place names: found, and resolved to places."""

from tidings.annotate.toponym.candidates import kilometres
from tidings.annotate.toponym.find import find_toponyms
from tidings.annotate.toponym.resolve import resolve_names

__all__ = ["find_toponyms", "kilometres", "resolve_names"]
