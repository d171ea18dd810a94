"""Ids are hashes of content, so that reading the same report again gives the same ids."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable


def content_id(prefix: str, parts: Iterable[object]) -> str:
    """A short id of the given parts, in their order.

    `prefix` names the kind of thing ("doc", "evm"). Parts are joined by the ASCII unit separator, which no
    normalised text holds, so that ("ab", "c") and ("a", "bc") differ.

    >>> content_id("doc", ["a", 1]) == content_id("doc", ["a", 1])
    True
    """
    digest = hashlib.sha256("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass")).hexdigest()
    return f"{prefix}-{digest[:16]}"
