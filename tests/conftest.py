"""The whole suite runs with the network cut off: a connection to anywhere but this machine is an error."""

from __future__ import annotations

import socket
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tidings.engine import Reader

SHARED = Path(__file__).resolve().parents[2] / "shared"
_connect = socket.socket.connect


def _refuse(self: socket.socket, address: Any) -> None:
    if self.family == socket.AF_UNIX or (isinstance(address, tuple) and address[0] in ("127.0.0.1", "::1")):
        _connect(self, address)
        return
    raise AssertionError(f"a connection to {address} was tried; Tidings works without a network")


def pytest_configure() -> None:
    """Cut the network off before anything is imported by a test."""
    socket.socket.connect = _refuse  # type: ignore[method-assign,assignment]


@pytest.fixture(scope="session")
def reader() -> Reader:
    """One reader for the whole run, in this process."""
    from tidings.engine import Reader
    from tidings.settings import Settings

    return Reader(Settings(workers=1))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The data folder beside the project; a test that needs it is skipped where it is not there."""
    if not SHARED.exists():
        pytest.skip(f"there is no data folder {SHARED}")
    return SHARED
