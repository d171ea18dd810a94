"""A brief as Markdown and as HTML."""

from __future__ import annotations

import re
from importlib.resources import files

from tidings.brief.brief import Brief
from tidings.brief.words import day_in_words

#: What Markdown would read as markup; news text must not become a link, a picture, or a tag.
_MARKUP = re.compile(r"([\\`*_\[\]|~#$])")
_TAGS = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def plain_markdown(text: str) -> str:
    """Words of a report that Markdown prints as they are.

    >>> plain_markdown("<b>[x](y) & z")
    '&lt;b&gt;\\\\[x\\\\](y) &amp; z'
    """
    return _MARKUP.sub(r"\\\1", text.translate(_TAGS))


def as_markdown(brief: Brief) -> str:
    """The brief in CommonMark; every word of a report is escaped."""
    page = _render("brief.md", brief, markdown=True)
    return re.sub(r"\n{3,}", "\n\n", re.sub(r"[ \t]+\n", "\n", page)).strip() + "\n"


def as_html(brief: Brief) -> str:
    """The brief as one page that loads nothing and runs nothing; every word of a report is escaped."""
    return _render("brief.html", brief, markdown=False)


def _render(name: str, brief: Brief, *, markdown: bool) -> str:
    from jinja2 import Environment

    environment = Environment(autoescape=not markdown, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True)
    environment.filters |= {"words": plain_markdown, "day": day_in_words}
    source = (files("tidings") / "data" / "pages" / name).read_text("utf-8")
    return environment.from_string(source).render(brief=brief)
