"""A note on two actors in plain words, no word of it without a source."""

from tidings.brief.brief import Brief, Citation, Item, brief_of
from tidings.brief.render import as_html, as_markdown

__all__ = ["Brief", "Citation", "Item", "as_html", "as_markdown", "brief_of"]
