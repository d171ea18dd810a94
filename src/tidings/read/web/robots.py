"""What a site asks of programs: robots.txt (RFC 9309)."""

from __future__ import annotations

import threading
from urllib.parse import urljoin, urlsplit

from protego import Protego

from tidings.errors import ReadError, UnreachableError
from tidings.read.web.client import NAME, Client

_MOST_BYTES = 500_000
_LONGEST_PAUSE = 30.0


class Robots:
    """The robots.txt of every site that was asked for a page, read once."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._sites: dict[str, Protego] = {}
        self._lock = threading.Lock()

    def allow(self, url: str) -> bool:
        """Whether the site lets programs read this page; what it says of the pause between two is heeded too.

        As RFC 9309 has it, a site without the file allows everything; one that cannot answer for it now is not asked:
        `UnreachableError` is raised.
        """
        site = urljoin(url, "/robots.txt")
        with self._lock:
            rules = self._sites.get(site)
        if rules is None:
            rules = self._ask(site)
            with self._lock:
                self._sites[site] = rules
            if pause := rules.crawl_delay(NAME):
                self._client.slow_down(urlsplit(url).hostname or "", min(float(pause), _LONGEST_PAUSE))
        return bool(rules.can_fetch(url, NAME))

    def _ask(self, site: str) -> Protego:
        try:
            answer = self._client.get(site, _MOST_BYTES)
        except UnreachableError:
            raise
        except ReadError:
            return Protego.parse("User-agent: *\nDisallow: /")
        if answer.status >= 500 or answer.status == 429:
            raise UnreachableError(f"the server answered for its robots.txt with status {answer.status}")
        return Protego.parse(answer.body.decode("utf-8", "replace") if answer.status == 200 else "")
