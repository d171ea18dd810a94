"""The web client: it goes nowhere private, waits for nobody long, and holds only so much."""

from __future__ import annotations

import gzip
import re
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from tidings.cli import main
from tidings.cli.read import documents
from tidings.errors import ReadError, UnreachableError
from tidings.read import ReadOptions
from tidings.read.web import address
from tidings.read.web.address import Target, is_public
from tidings.read.web.client import Client
from tidings.read.web.robots import Robots
from tidings.record import Document
from web_server import Site, serving

SRC = Path(__file__).resolve().parents[2] / "src"


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as running:
        yield running


@pytest.fixture
def client() -> Client:
    return Client(private=True, pause=0, seconds=3)


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "0.0.0.0", "[::1]", "10.1.2.3", "192.168.0.1", "169.254.169.254", "2130706433", "0x7f.1",
     "[::ffff:127.0.0.1]", "[64:ff9b::7f00:1]", "[fe80::1]", "[fd00::1]", "100.64.0.1", "224.0.0.1", "127.1"],
)  # fmt: skip
def test_private_addresses_are_not_asked_however_they_are_written(host: str) -> None:
    with pytest.raises(ReadError, match=r"private network|not known"):
        Client(pause=0).get(f"http://{host}/", 1000)


@pytest.mark.parametrize(
    "url",
    ["file:///etc/passwd", "javascript:alert(1)", "ftp://a.test/", "//a.test/", "http://", "http://a b.test/",
     "http://user:pass@a.test/", "http://a.test:22/", "http://a.test:x/", "http://[::1", "x" * 3000, ""],
)  # fmt: skip
def test_what_is_no_web_address_is_refused(url: str) -> None:
    with pytest.raises(ReadError):
        Target.of(url)


def test_addresses_of_the_internet_are_public() -> None:
    assert is_public("93.184.216.34") and is_public("2606:2800:220:1:248:1893:25c8:1946")


@pytest.fixture
def two_hosts(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every host leads to this machine, and public.test alone is taken for public; what was looked up."""
    looked_up: list[str] = []
    known = socket.getaddrinfo

    def look_up(host: str, port: int, **more: int) -> object:
        looked_up.append(host)
        return known("127.0.0.1", port, type=socket.SOCK_STREAM)

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    monkeypatch.setattr(address, "is_public", lambda ip: looked_up[-1] == "public.test")
    return looked_up


def test_a_redirect_to_a_private_address_is_not_followed(site: Site, two_hosts: list[str]) -> None:
    site.put("/secret", b"secret")
    for there in (site.url("/secret"), "file:///etc/passwd", f"http://localhost:{site.port}/secret"):
        site.put("/", b"", 302, Location=there)
        with pytest.raises(ReadError, match=r"private network|not a web address"):
            Client(pause=0).get(f"http://public.test:{site.port}/", 1000)
    assert site.asked["/secret"] == 0 and site.asked["/"] == 3


def test_the_connection_goes_to_the_address_that_was_checked(site: Site, two_hosts: list[str]) -> None:
    site.put("/", b"hello")
    assert Client(pause=0).get(f"http://public.test:{site.port}/", 1000).body == b"hello"
    assert two_hosts == ["public.test"]  # looked up once: a second answer might be another
    assert site.fields[0]["Host"] == f"public.test:{site.port}"
    assert site.fields[0]["User-Agent"].startswith("Tidings/")


def test_redirects_are_followed_and_counted(site: Site, client: Client) -> None:
    site.put("/a", b"", 301, Location="/b c")
    site.put("/b%20c", b"there")
    answer = client.get(site.url("/a"), 1000)
    assert (answer.body, answer.url) == (b"there", site.url("/b%20c"))
    site.put("/round", b"", 302, Location="/round")
    with pytest.raises(ReadError, match="more than 5 redirects"):
        client.get(site.url("/round"), 1000)


def test_an_answer_has_an_end(site: Site, client: Client) -> None:
    site.put("/large", b"x" * 2000)
    site.put("/bomb", gzip.compress(bytes(9_000_000)), Content_Encoding="gzip")
    for path in ("/large", "/bomb"):
        with pytest.raises(ReadError, match=r"more than 1,000 bytes|more than 100,000 bytes"):
            client.get(site.url(path), 1000 if path == "/large" else 100_000)
    site.put("/short", b"x" * 10, Content_Length="500")
    site.put("/broken", b"no gzip", Content_Encoding="gzip")
    for path in ("/short", "/broken"):
        with pytest.raises(UnreachableError):
            client.get(site.url(path), 1000)
    site.put("/packed", gzip.compress(b"hello"), Content_Encoding="gzip")
    assert client.get(site.url("/packed"), 1000).body == b"hello"


def test_a_server_that_drips_is_cut_off() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:

        def drip() -> None:
            line, _ = server.accept()
            with line:
                try:
                    line.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
                    while True:
                        line.sendall(b"x")
                        time.sleep(0.05)
                except OSError:
                    return

        threading.Thread(target=drip, daemon=True).start()
        start = time.perf_counter()
        with pytest.raises(UnreachableError, match="within 1 s"):
            Client(private=True, pause=0, seconds=1).get(f"http://127.0.0.1:{server.getsockname()[1]}/", 10**6)
        assert time.perf_counter() - start < 5


def test_nobody_there_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    with pytest.raises(UnreachableError, match="no answer"):
        Client(private=True, pause=0, seconds=2).get(f"http://127.0.0.1:{port}/", 1000)


def test_one_host_is_asked_once_in_a_pause(site: Site) -> None:
    site.put("/", b"hello")
    patient = Client(private=True, pause=0.2)
    start = time.perf_counter()
    for _ in range(3):
        patient.get(site.url("/"), 1000)
    assert time.perf_counter() - start >= 0.4


def test_robots_are_obeyed(site: Site, client: Client) -> None:
    site.put("/robots.txt", b"User-agent: *\nDisallow: /private/\nDisallow: /*?print=\nCrawl-delay: 0.1")
    robots = Robots(client)
    assert robots.allow(site.url("/news")) and not robots.allow(site.url("/private/x"))
    assert not robots.allow(site.url("/news?print=1"))
    assert site.asked["/robots.txt"] == 1
    with pytest.raises(ReadError, match=r"robots\.txt"):
        client.get(site.url("/private/x"), 1000, allowed=robots.allow)


def test_a_site_without_robots_allows_all_and_one_that_fails_nothing(site: Site, client: Client) -> None:
    assert Robots(client).allow(site.url("/news"))
    site.put("/robots.txt", b"", 503)
    with pytest.raises(UnreachableError):
        Robots(client).allow(site.url("/news"))


def test_read_reaches_this_machine_only_when_told_to(site: Site) -> None:
    url = site.put("/a.txt", b"Uganda expelled two Kenyan diplomats on Tuesday.", Content_Type="text/plain")
    refused = CliRunner().invoke(main, ["read", url])
    assert refused.exit_code == 1 and "private network" in refused.stderr
    assert site.asked["/a.txt"] == 0
    (found,) = documents(url, ReadOptions(), private=True)
    assert isinstance(found, Document) and "Kenyan diplomats" in found.text


def test_nothing_else_opens_connections() -> None:
    opens = re.compile(
        r"^\s*(?:import|from) (?:socket|ssl|http\.client|urllib\.request|urllib3|requests|httpx)\b", re.M
    )
    found = {path for path in SRC.rglob("*.py") if opens.search(path.read_text("utf-8"))}
    assert {path.parent for path in found} == {SRC / "tidings" / "read" / "web"}
