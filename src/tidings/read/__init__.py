"""Bytes -> Document, one file a format."""

from tidings.read.text import read_text

__all__ = ["read_text"]
