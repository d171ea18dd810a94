"""Where an address leads, and whether Tidings may go there.

News text is hostile, and a link in it may name the machine it is read on, the router, or a cloud's store of secrets
(server-side request forgery, CWE-918). So every host is resolved here, every one of its addresses must be public, and
the connection is made to the very address that was checked: asking again might give another answer (DNS rebinding).
"""

from __future__ import annotations

import ipaddress
import re
import socket
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlsplit

from tidings.errors import ReadError, UnreachableError

MOST_CHARACTERS = 2_000
_PORTS = {"http": 80, "https": 443}
_UNSAFE = re.compile(r"[\x00-\x20\x7f-\x9f]")
_KEPT = "%/:=&?~#+!$,;'@()*[]|"
#: IPv6 that wraps an IPv4 address, which might be a private one: NAT64, Teredo, 6to4.
_WRAPPED = tuple(map(ipaddress.ip_network, ("64:ff9b::/96", "64:ff9b:1::/48", "2001::/32", "2002::/16")))

#: One result of `socket.getaddrinfo`: family, type, protocol, canonical name, socket address.
Resolved = tuple[Any, Any, int, str, tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Target:
    """A web address taken apart: all in ASCII, ready to be asked for."""

    scheme: str
    host: str
    port: int
    path: str

    @classmethod
    def of(cls, url: str) -> Target:
        """The parts of an http or https address; raises `ReadError` in plain words for another.

        >>> Target.of("https://example.org/a b?q=é#part").url
        'https://example.org/a%20b?q=%C3%A9'
        """
        try:
            parts = urlsplit(url.strip())
            port = parts.port
            name = (parts.hostname or "").rstrip(".")
            host = name if name.isascii() else name.encode("idna").decode("ascii")
        except ValueError as error:
            raise ReadError(f"not a web address: {error}") from None
        if parts.scheme.lower() not in _PORTS:
            raise ReadError("not a web address; it would begin with http:// or https://")
        if not host or len(url) > MOST_CHARACTERS or _UNSAFE.search(host):
            raise ReadError(f"not a web address: it names no host, or has more than {MOST_CHARACTERS:,} characters")
        if parts.username is not None or parts.password is not None:
            raise ReadError("an address with a name and a password in it is not asked")
        if port is not None and port < 1024 and port not in _PORTS.values():
            raise ReadError(f"port {port} is not one of the web")
        scheme = parts.scheme.lower()
        path = quote(parts.path or "/", safe=_KEPT) + (f"?{quote(parts.query, safe=_KEPT)}" if parts.query else "")
        return cls(scheme, host, port or _PORTS[scheme], path)

    @property
    def authority(self) -> str:
        """Host and port, as the Host field of a request names them."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def url(self) -> str:
        """The whole address, without its fragment."""
        return f"{self.scheme}://{self.authority}{self.path}"

    def resolve(self, private: bool) -> list[Resolved]:
        """Where to connect to. Raises `UnreachableError` where the host is not known.

        Raises `ReadError` where any address of it is not public: a host with both kinds is a trick.

        With `private`, every address will do.
        """
        try:
            found: list[Resolved] = socket.getaddrinfo(self.host, self.port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError):
            raise UnreachableError(f"the host {self.host} is not known") from None
        if not private and not all(is_public(str(at[0])) for *_, at in found):
            raise ReadError(
                f"the host {self.host} is on this machine or a private network: see `tidings read --private`"
            )
        return found


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public internet.

    >>> [is_public(a) for a in ("93.184.216.34", "127.0.0.1", "169.254.169.254", "::ffff:10.0.0.1", "64:ff9b::a00:1")]
    [True, False, False, False, False]
    """
    ip = ipaddress.ip_address(address.split("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        if ip.ipv4_mapped:
            return is_public(str(ip.ipv4_mapped))
        if any(ip in network for network in _WRAPPED):
            return False
    return ip.is_global and not ip.is_multicast and not ip.is_reserved
