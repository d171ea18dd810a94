"""Bytes -> Document, one file a format. What cannot be read is set aside with its reason, and the run goes on."""

from tidings.read.articles import read_article
from tidings.read.formats import FORMATS
from tidings.read.options import Format, ReadItem, ReadOptions, SetAside
from tidings.read.page import read_html
from tidings.read.paths import read_bytes, read_path
from tidings.read.text import read_text

__all__ = [
    "FORMATS",
    "Format",
    "ReadItem",
    "ReadOptions",
    "SetAside",
    "read_article",
    "read_bytes",
    "read_html",
    "read_path",
    "read_text",
]
