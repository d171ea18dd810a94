"""numpy's products on one thread: those of one sentence are small, and more threads only wait for each other."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any


@contextmanager
def one_thread() -> Iterator[None]:
    """Within, numpy multiplies on one thread; after it on as many as before.

    >>> with one_thread():
    ...     pass
    """
    with _libraries().limit(limits=1, user_api="blas"):
        yield


@cache
def _libraries() -> Any:
    """The libraries that numpy has loaded; looking for them takes some milliseconds."""
    import numpy  # noqa: F401  # what is not loaded yet would not be found
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()
