import gzip
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler

import httpcore
import pytest
import trustme

from dateline.errors import (
    BadLinkError,
    ForbiddenAddressError,
    LinkError,
    LinkRefusedError,
    LinkTimeoutError,
    LinkTooLargeError,
    ReadingCancelledError,
)
from dateline.ingest import Fetcher, Limits, fetch
from tests.ingest.servers import reply, serve

LOOPBACK = Fetcher(
    limits=Limits(timeout_s=5.0, max_bytes=100_000),
    permit=lambda address: address.is_loopback,
    permit_port=lambda _scheme, _port: True,
)
PAGE = "<html><body><p>Het café is dicht.</p></body></html>".encode()

HOSTILE = [
    "http://127.0.0.1/",
    "http://127.1/",
    "http://2130706433/",
    "http://0x7f000001/",
    "http://0177.0.0.1/",
    "http://localhost/",
    "http://localhost./",
    "http://LOCALHOST/",
    "http://[::1]/",
    "http://[::]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[::ffff:7f00:1]/",
    "http://[2002:7f00:1::]/",
    "http://[64:ff9b::7f00:1]/",
    "http://[fe80::1%25lo]/",
    "http://0.0.0.0/",
    "http://0/",
    "http://10.0.0.1/",
    "http://100.64.0.1/",
    "http://169.254.169.254/latest/meta-data/",
    "http://192.168.0.1/",
    "http://public.example@127.0.0.1/",
    "http://127.0.0.1#@public.example/",
    "http://127.0.0.1\\@public.example/",
    "http://①②⑦.⓪.⓪.①/",
    "http://127。0。0。1/",
    "https://127.0.0.1:22/",
    "http://localhost:6379/",
    "file:///etc/passwd",
    "gopher://127.0.0.1/_x",
    "ftp://127.0.0.1/",
    "javascript:alert(1)",
    "//127.0.0.1/",
    "http:///etc/passwd",
    "http://127.0.0.1/\r\nHost: public.example",
]


@pytest.fixture
def connections(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[object]]:
    """Every address that a socket connects to."""
    made: list[object] = []
    real = socket.socket.connect

    def connect(self: socket.socket, address: object) -> None:
        made.append(address)
        real(self, address)  # type: ignore[arg-type]

    monkeypatch.setattr(socket.socket, "connect", connect)
    return made


@pytest.mark.parametrize("link", HOSTILE)
def test_a_hostile_link_makes_no_connection(link: str, connections: list[object]) -> None:
    with pytest.raises(LinkError):
        Fetcher(limits=Limits(timeout_s=2.0)).fetch(link)
    assert connections == []


@pytest.mark.parametrize("answers", [["127.0.0.1"], ["93.184.216.34", "10.0.0.1"], ["::1"]])
def test_a_name_with_one_private_address_is_refused(
    answers: list[str], monkeypatch: pytest.MonkeyPatch, connections: list[object]
) -> None:
    import ipaddress

    found = tuple(map(ipaddress.ip_address, answers))
    monkeypatch.setattr(fetch, "resolve", lambda _host, _port: found)
    with pytest.raises(ForbiddenAddressError):
        Fetcher().fetch("https://rebinding.example/")
    assert connections == []


def test_the_name_is_looked_up_once_and_the_address_is_pinned(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    lookups = []
    real = fetch.resolve

    def resolve(host: str, port: int) -> object:
        lookups.append(host)
        return real(host, port)

    monkeypatch.setattr(fetch, "resolve", resolve)
    with serve(reply(PAGE)) as url:
        assert LOOPBACK.fetch(url).data == PAGE
    assert lookups == ["localhost"]


def test_a_redirect_to_a_private_address_is_refused() -> None:
    only_this_port: list[int] = []
    with serve(reply(b"", status=302, Location="http://169.254.169.254/latest/")) as url:
        only_this_port.append(int(url.rpartition(":")[2]))
        with pytest.raises(ForbiddenAddressError, match=r"169\.254"):
            LOOPBACK.fetch(url)


def test_a_redirect_to_another_scheme_is_refused() -> None:
    with (
        serve(reply(b"", status=302, Location="file:///etc/passwd")) as url,
        pytest.raises(BadLinkError),
    ):
        LOOPBACK.fetch(url)


def test_redirects_are_followed_and_end() -> None:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        (reply(PAGE) if handler.path == "/end" else reply(b"", status=301, Location="/end"))(
            handler
        )

    with serve(answer) as url:
        assert LOOPBACK.fetch(f"{url}/start").url == f"{url}/end"
    with (
        serve(reply(b"", status=302, Location="/again")) as url,
        pytest.raises(LinkRefusedError, match="redirects"),
    ):
        LOOPBACK.fetch(url)


def test_proxies_of_the_environment_are_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    with serve(reply(PAGE)) as url:
        assert LOOPBACK.fetch(url).data == PAGE


def test_https_is_verified_against_the_name_in_the_link() -> None:
    authority = trustme.CA()
    trusting = ssl.create_default_context()
    authority.configure_trust(trusting)
    for name, expected in (("localhost", True), ("other.example", False)):
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        authority.issue_cert(name).configure_cert(context)
        with serve(reply(PAGE), context) as url:
            fetcher = replace(LOOPBACK, ssl_context=trusting)
            if expected:
                assert fetcher.fetch(url).data == PAGE
            else:
                with pytest.raises(LinkRefusedError, match="certificate"):
                    fetcher.fetch(url)


def test_an_unknown_certificate_is_refused() -> None:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    trustme.CA().issue_cert("localhost").configure_cert(context)
    with serve(reply(PAGE), context) as url, pytest.raises(LinkRefusedError, match="certificate"):
        LOOPBACK.fetch(url)


@pytest.mark.parametrize("packed", [gzip.compress(PAGE), zlib.compress(PAGE)])
def test_a_packed_page_is_unpacked(packed: bytes) -> None:
    name = "gzip" if packed.startswith(b"\x1f\x8b") else "deflate"
    with serve(reply(packed, Content_Encoding=name)) as url:
        assert LOOPBACK.fetch(url).data == PAGE


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (b"x" * 200_000, {}),
        (gzip.compress(b"\0" * 50_000_000), {"Content_Encoding": "gzip"}),
    ],
)
def test_a_page_over_the_limit_is_refused(body: bytes, headers: dict[str, str]) -> None:
    with serve(reply(body, **headers)) as url, pytest.raises(LinkTooLargeError, match="MB"):
        LOOPBACK.fetch(url)


@pytest.mark.parametrize(
    ("answer", "named"),
    [
        (reply(PAGE, "image/png"), "image/png"),
        (reply(PAGE, "application/octet-stream"), "octet-stream"),
        (reply(PAGE, status=404), "404"),
        (reply(PAGE, status=403), "paste"),
        (reply(PAGE, Content_Encoding="br"), "br"),
        (reply(b"not gzip", Content_Encoding="gzip"), "damaged"),
    ],
)
def test_an_answer_that_is_no_article_is_refused_with_the_reason(
    answer: object, named: str
) -> None:
    with serve(answer) as url, pytest.raises(LinkRefusedError, match=named):  # type: ignore[arg-type]
        LOOPBACK.fetch(url)


def test_a_server_that_drips_meets_the_deadline() -> None:
    def drip(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.end_headers()
        for _ in range(200):
            handler.wfile.write(b" ")
            handler.wfile.flush()
            time.sleep(0.05)

    fetcher = replace(LOOPBACK, limits=Limits(timeout_s=0.5, max_bytes=100_000))
    with serve(drip) as url, pytest.raises(LinkTimeoutError, match=r"0\.5 s"):
        fetcher.fetch(url)


def test_a_name_that_does_not_exist_is_told() -> None:
    with pytest.raises(LinkRefusedError, match="no address"):
        Fetcher(limits=Limits(timeout_s=5)).fetch("https://does-not-exist.invalid/")


def test_a_cancelled_fetch_ends_while_the_server_is_silent() -> None:
    cancel, leave = threading.Event(), threading.Event()

    def stall(_: BaseHTTPRequestHandler) -> None:
        cancel.set()
        leave.wait(10)

    with serve(stall) as url:
        try:
            with pytest.raises(ReadingCancelledError):
                LOOPBACK.fetch(url, cancel)
        finally:
            leave.set()


def test_the_next_address_is_tried_where_one_does_not_answer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import ipaddress

    tried: list[str] = []
    real = httpcore.SyncBackend.connect_tcp

    def connect_tcp(self: object, host: str, port: int, *rest: object) -> object:
        tried.append(host)
        if host == "127.0.0.2":
            raise httpcore.ConnectTimeout("silent")
        return real(self, host, port, *rest)  # type: ignore[arg-type]

    found = (ipaddress.ip_address("127.0.0.2"), ipaddress.ip_address("127.0.0.1"))
    monkeypatch.setattr(fetch, "resolve", lambda _host, _port: found)
    monkeypatch.setattr(httpcore.SyncBackend, "connect_tcp", connect_tcp)
    with serve(reply(PAGE)) as url:
        assert LOOPBACK.fetch(url).data == PAGE
    assert tried == ["127.0.0.2", "127.0.0.1"]


def test_a_packed_page_that_ends_in_the_middle_is_refused() -> None:
    cut = gzip.compress(PAGE * 20)[:-20]
    with (
        serve(reply(cut, Content_Encoding="gzip")) as url,
        pytest.raises(LinkRefusedError, match="ends in the middle"),
    ):
        LOOPBACK.fetch(url)
