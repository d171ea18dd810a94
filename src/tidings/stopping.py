"""Ctrl-C, remembered: Python drops a KeyboardInterrupt that is raised while an object is being freed, and runs on."""

from __future__ import annotations

import signal
import threading
from types import FrameType

_asked = threading.Event()


def remember_interrupts() -> None:
    """From now on Ctrl-C is remembered too; only the main thread can ask for that."""
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGINT, _interrupted)


def stop_if_asked() -> None:
    """Raises KeyboardInterrupt where somebody pressed Ctrl-C and it was dropped.

    >>> stop_if_asked()
    """
    if _asked.is_set():
        raise KeyboardInterrupt


def _interrupted(_number: int, _frame: FrameType | None) -> None:
    _asked.set()
    raise KeyboardInterrupt
