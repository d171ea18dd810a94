"""What a page says of itself in JSON-LD (schema.org NewsArticle)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

_SCRIPT = re.compile(r"<script[^>]{0,300}application/ld\+json[^>]{0,300}>", re.IGNORECASE)
_MOST_SCRIPTS = 20
_MOST_NODES = 2_000


def article_facts(page: str) -> dict[str, str]:
    """The title, date, publisher and address that the page's first article object gives, as far as it gives them.

    >>> article_facts('<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Talks open"}</script>')
    {'title': 'Talks open'}
    """
    for node in _nodes(page):
        if re.search("Article|BlogPosting", str(node.get("@type"))):
            return {name: value for name, value in _facts(node).items() if value}
    return {}


def _facts(node: dict[str, object]) -> dict[str, str]:
    return {
        "title": _text(node.get("headline")),
        "published": _text(node.get("datePublished")),
        "publisher": _text(node.get("publisher")),
        "url": _text(node.get("url")) or _text(node.get("mainEntityOfPage"), "@id"),
    }


def _text(value: object, key: str = "name") -> str:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get(key)
    return " ".join(value.split())[:500] if isinstance(value, str) else ""


def _nodes(page: str) -> Iterator[dict[str, object]]:
    for number, script in enumerate(_SCRIPT.finditer(page)):
        if number >= _MOST_SCRIPTS:
            return
        end = page.find("</script", script.end())
        try:
            value = json.loads(page[script.end() : end], strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _walk(value)


def _walk(value: object) -> Iterator[dict[str, object]]:
    """Objects at the top, in its lists and under "@graph", in order."""
    pending, seen = [value], 0
    while pending and seen < _MOST_NODES:
        seen += 1
        node = pending.pop(0)
        if isinstance(node, list):
            pending = list(node[:_MOST_NODES]) + pending
        elif isinstance(node, dict):
            yield node
            if graph := node.get("@graph"):
                pending.insert(0, graph)
