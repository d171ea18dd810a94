"""The process that takes pages and feeds apart: `python -P -m tidings.read.page_worker`, started by `worker.py`.

Its parent writes a line with the kind, length and address of one as JSON, then its bytes; it answers with one line of
JSON. A page that hangs it or fills its memory costs this process, which the parent then replaces.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
import time
from collections.abc import Callable
from typing import Any, BinaryIO

from tidings.errors import ReadError
from tidings.read.dates import parse_date
from tidings.read.decode import decode
from tidings.read.jsonld import article_facts
from tidings.read.web.feed import extract_feed

_MEMORY_BYTES = 1_500_000_000
#: What taking a page apart never needs: Python tells of it before it happens (PEP 578), and it is refused.
_FORBIDDEN = frozenset({"socket.connect", "socket.getaddrinfo", "subprocess.Popen", "os.system", "os.exec", "os.fork"})


def extract_page(data: bytes, url: str | None) -> dict[str, str]:
    """The text of a page, and its title, published, publisher and url as far as it tells them.

    The text has one paragraph a line. Main text by trafilatura (Barbaresi 2021) in fast mode; the date by JSON-LD,
    else by htmldate (which trafilatura asks with the parsed page: given text that looks like an address, it would
    fetch it). Raises `ReadError` where the page holds no article.
    """
    import trafilatura

    page = decode(data)
    found: Any = trafilatura.bare_extraction(
        page,
        url=url,
        fast=True,
        include_comments=False,
        include_tables=False,
        with_metadata=True,
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
    if found is None or not (found.text or "").strip():
        raise ReadError("no article in this page")
    facts = article_facts(page)
    if not parse_date(facts.get("published", "")):
        facts["published"] = found.date or ""
    own = {"text": found.text, "title": found.title, "publisher": found.sitename, "url": url or found.url}
    return {name: value for name, value in {**own, **{k: v for k, v in facts.items() if v}}.items() if value}


_EXTRACT: dict[str, Callable[[bytes, str | None], dict[str, Any]]] = {"page": extract_page, "feed": extract_feed}


def answer(stream: BinaryIO, replies: BinaryIO) -> bool:
    """Answers one request; False where the parent has closed the line."""
    request = stream.readline()
    if not request:
        return False
    header = json.loads(request)
    data = stream.read(header["bytes"])
    _limit_time(header["seconds"])
    try:
        reply = _EXTRACT[header["kind"]](data, header["url"])
    except ReadError as error:
        reply = {"error": str(error)}
    except (Exception, RecursionError, MemoryError) as error:
        reply = {"error": f"the {header['kind']} cannot be taken apart ({type(error).__name__})"}
    replies.write(json.dumps(reply).encode("ascii") + b"\n")
    replies.flush()
    return True


def _limit_memory() -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY_BYTES, _MEMORY_BYTES))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _limit_time(seconds: float) -> None:
    """From here on the kernel ends this process when it has used so much of the processor."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        most = int(time.process_time() + seconds) + 1
        resource.setrlimit(resource.RLIMIT_CPU, (most, resource.getrlimit(resource.RLIMIT_CPU)[1]))


def _refuse_contact(event: str, _: tuple[object, ...]) -> None:
    if event in _FORBIDDEN:
        raise PermissionError(f"a page asked for {event}")


def main() -> None:
    """Answers until the parent goes. What libraries print goes to stderr, not among the replies."""
    replies = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    import feedparser  # both before the parent's clock starts
    import trafilatura

    _limit_memory()
    sys.addaudithook(_refuse_contact)
    replies.write(f"ready {trafilatura.__name__} {feedparser.__name__}\n".encode())
    replies.flush()
    while answer(sys.stdin.buffer, replies):
        pass


if __name__ == "__main__":
    main()
