"""One page on a dyad that works without a network: the drawing, and every sentence behind it."""

from tidings.ties.page.page import page
from tidings.ties.page.quote import Quote

__all__ = ["Quote", "page"]
