"""A report at an address the user gave. Nothing else in Tidings opens a connection."""

from __future__ import annotations

from urllib.error import URLError
from urllib.request import Request, urlopen

from tidings.errors import ReadError

MOST_BYTES = 2_000_000
SECONDS = 10


def fetch(url: str) -> bytes:
    """The bytes at an http or https address, at most 2 MB of them.

    Raises `ReadError` where the address cannot be reached in 10 s, or does not answer with a page.
    """
    if not url.startswith(("http://", "https://")):
        raise ReadError(f"{url!r} is not a web address; it would begin with http:// or https://")
    try:
        with urlopen(Request(url, headers={"User-Agent": "Tidings"}), timeout=SECONDS) as answer:
            data: bytes = answer.read(MOST_BYTES)
            return data
    except (URLError, OSError, ValueError) as error:
        raise ReadError(f"{url} could not be read: {error}") from error
