"""A small web server on this machine, which a test tells what to answer."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Site:
    """What is where on the server, and what was asked for."""

    port: int
    pages: dict[str, tuple[int, Mapping[str, str], bytes]] = field(default_factory=dict)
    asked: Counter[str] = field(default_factory=Counter)
    fields: list[Mapping[str, str]] = field(default_factory=list)

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def put(self, path: str, body: bytes, status: int = 200, **fields: str) -> str:
        """Puts a page at a path; returns its address. Underlines in the names of fields stand for hyphens."""
        named = {name.replace("_", "-"): value for name, value in {"Content_Type": "text/html", **fields}.items()}
        self.pages[path] = (status, named, body)
        return self.url(path)


@contextmanager
def serving() -> Iterator[Site]:
    """A site on a free port of 127.0.0.1. A page with an ETag or a date answers conditional requests."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked[self.path] += 1
            site.fields.append(dict(self.headers))
            status, fields, body = site.pages.get(self.path, (404, {}, b""))
            tag = fields.get("ETag")
            if tag and self.headers.get("If-None-Match") == tag:
                status, body = 304, b""
            self.send_response(status)
            for name, value in fields.items():
                self.send_header(name, value)
            self.send_header("Content-Length", fields.get("Content-Length", str(len(body))))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    site = Site(server.server_port)
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
