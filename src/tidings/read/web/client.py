"""One question to a web server, bounded in every direction: where it leads, how long it takes, how much it brings."""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from http.client import HTTPConnection, HTTPException, HTTPResponse
from importlib.metadata import PackageNotFoundError, version
from urllib.parse import urljoin

from tidings.errors import ReadError, UnreachableError
from tidings.read.web.address import Resolved, Target

SECONDS = 20.0
MOST_REDIRECTS = 5
#: Between two questions to one host.
PAUSE = 1.0
NAME = "Tidings"
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_MOST_ADDRESSES = 4
_PIECE = 65_536
_ACCEPT = "text/html, application/rss+xml, application/atom+xml, application/xml;q=0.9, */*;q=0.5"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered: status, the address that answered in the end, fields by lower-case name, body."""

    status: int
    url: str
    fields: Mapping[str, str]
    body: bytes


class Client:
    """Asks servers for pages and feeds.

    Follows at most five redirects, each checked like the first address; the connection is made to the address that
    was checked; no proxy, cookie or password. One host is asked at most once in `pause` seconds. `private` opens the
    addresses of this machine and its network: for a user who asks for one, never for what a page says.
    """

    def __init__(self, *, private: bool = False, seconds: float = SECONDS, pause: float = PAUSE) -> None:
        self._private = private
        self._seconds = seconds
        self._pause = pause
        self._next_turn: dict[str, float] = {}
        self._pauses: dict[str, float] = {}
        self._lock = threading.Lock()

    def get(
        self,
        url: str,
        most_bytes: int,
        *,
        conditions: Mapping[str, str] | None = None,
        allowed: Callable[[str], bool] = lambda url: True,
    ) -> Answer:
        """The answer to a GET, whatever its status; its body without compression.

        `conditions` are fields such as If-None-Match; `allowed` is asked before each hop. Raises `ReadError` where an
        address may not be asked or the answer is longer than `most_bytes`, `UnreachableError` where none comes in time.
        """
        for _ in range(MOST_REDIRECTS + 1):
            target = Target.of(url)
            if not allowed(target.url):
                raise ReadError("the site's robots.txt asks programs not to read this page")
            answer = self._ask(target, most_bytes, conditions or {})
            if answer.status not in _REDIRECTS or "location" not in answer.fields:
                return answer
            url = urljoin(target.url, answer.fields["location"])
        raise ReadError(f"more than {MOST_REDIRECTS} redirects")

    def slow_down(self, host: str, seconds: float) -> None:
        """Wait at least so long between two questions to a host."""
        with self._lock:
            self._pauses[host] = max(seconds, self._pause)

    def _wait(self, host: str) -> None:
        with self._lock:
            turn = max(time.monotonic(), self._next_turn.get(host, 0.0))
            self._next_turn[host] = turn + self._pauses.get(host, self._pause)
        time.sleep(max(0.0, turn - time.monotonic()))

    def _ask(self, target: Target, most_bytes: int, conditions: Mapping[str, str]) -> Answer:
        self._wait(target.host)
        line = _Line(target, target.resolve(self._private), self._seconds)
        clock = threading.Timer(self._seconds, line.cut)
        clock.daemon = True
        clock.start()
        try:
            line.request("GET", target.path, headers={**_headers(target), **conditions})
            answer = line.getresponse()
            body = _body(answer, most_bytes)
            if line.is_cut or answer.length:
                raise HTTPException("the answer was cut short")
            return Answer(answer.status, target.url, _fields(answer), body)
        except (OSError, HTTPException, zlib.error, ValueError) as error:
            raise UnreachableError(line.complaint(error)) from None
        finally:
            clock.cancel()
            line.close()


class _Line(HTTPConnection):
    """A connection to addresses that were checked, whatever the name might lead to by now; cut when time is up."""

    def __init__(self, target: Target, resolved: list[Resolved], seconds: float) -> None:
        super().__init__(target.host, target.port, timeout=seconds)
        self._target = target
        self._resolved = resolved
        self._seconds = seconds
        self._is_cut = False
        #: Kept here: the base class forgets its socket where an answer ends with the connection.
        self._open: socket.socket | None = None

    def connect(self) -> None:
        """Connects to the first address that answers; with TLS, to the name in its certificate."""
        for family, kind, protocol, _, at in self._resolved[:_MOST_ADDRESSES]:
            plain = socket.socket(family, kind, protocol)
            plain.settimeout(self._seconds / _MOST_ADDRESSES)
            try:
                plain.connect(at)
            except OSError as error:
                plain.close()
                problem = error
                continue
            plain.settimeout(self._seconds)
            self.sock = self._open = plain
            if self._target.scheme == "https":
                wrapped = _tls().wrap_socket(plain, server_hostname=self._target.host, do_handshake_on_connect=False)
                self.sock = self._open = wrapped
                wrapped.do_handshake()
            return
        raise problem

    def cut(self) -> None:
        """Ends the exchange, whatever it waits for: a server may send a byte now and then for ever."""
        self._is_cut = True
        if self._open:
            with contextlib.suppress(OSError):
                self._open.shutdown(socket.SHUT_RDWR)

    def complaint(self, error: Exception) -> str:
        """What went wrong, for people."""
        if self._is_cut or isinstance(error, TimeoutError):
            return f"no answer within {self._seconds:g} s"
        return f"no answer: {str(error)[:200] or type(error).__name__}"

    @property
    def is_cut(self) -> bool:
        """Whether time was up."""
        return self._is_cut


@cache
def _tls() -> ssl.SSLContext:
    return ssl.create_default_context()


def _headers(target: Target) -> dict[str, str]:
    return {"Host": target.authority, "User-Agent": _agent(), "Accept": _ACCEPT, "Accept-Encoding": "gzip"}


@cache
def _agent() -> str:
    try:
        return f"{NAME}/{version('tidings')} (reads news; obeys robots.txt for {NAME})"
    except PackageNotFoundError:
        return NAME


def _fields(answer: HTTPResponse) -> dict[str, str]:
    return {name.lower(): value for name, value in answer.getheaders()}


def _body(answer: HTTPResponse, most_bytes: int) -> bytes:
    held = bytearray()
    while piece := answer.read(_PIECE):
        held += piece
        if len(held) > most_bytes:
            raise ReadError(f"more than {most_bytes:,} bytes")
    if answer.getheader("Content-Encoding", "").lower() in ("gzip", "x-gzip", "deflate"):
        unpacked = zlib.decompressobj(wbits=47).decompress(bytes(held), most_bytes + 1)
        if len(unpacked) > most_bytes:
            raise ReadError(f"more than {most_bytes:,} bytes")
        return unpacked
    return bytes(held)
