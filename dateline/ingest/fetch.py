"""Follows a reader's link: the only code that downloads articles.

One name lookup, a connection pinned to a checked address, redirects checked again, a deadline for
the whole, a limit on what is unpacked, and no proxy from the environment.
"""

from __future__ import annotations

import queue
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from types import TracebackType
from urllib.parse import SplitResult, urljoin, urlsplit

import httpcore

from dateline.errors import (
    BadLinkError,
    ForbiddenAddressError,
    LinkRefusedError,
    LinkTimeoutError,
    LinkTooLargeError,
    ReadingCancelledError,
)
from dateline.ingest.addresses import Address, is_public, resolve

MAX_REDIRECTS = 5
PORTS = {"http": 80, "https": 443}
TYPES = ("text/html", "application/xhtml+xml", "text/plain", "application/pdf")
_SLICE_S = 0.2  # how soon a cancelled fetch is noticed
_USER_AGENT = "Dateline (reads one article for one reader)"


@dataclass(frozen=True, slots=True)
class Document:
    """What a link or a file brought: its bytes, its media type, and where it came from."""

    data: bytes
    media_type: str
    charset: str | None = None
    url: str | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one link may take; ``timeout_s`` is for the whole way, redirects included."""

    timeout_s: float = 15.0
    max_bytes: int = 5_000_000


@dataclass(frozen=True, slots=True)
class Fetcher:
    """Fetches links; the gates are arguments so that tests can reach their own loopback servers."""

    limits: Limits = field(default_factory=Limits)
    permit: Callable[[Address], bool] = is_public
    permit_port: Callable[[str, int], bool] = lambda scheme, port: PORTS[scheme] == port
    ssl_context: ssl.SSLContext | None = None

    def fetch(self, link: str, cancel: threading.Event | None = None) -> Document:
        """The document at a link.

        Raises a child of LinkError that says why not, or ReadingCancelledError soon after
        ``cancel`` is set.
        """
        clock = _Clock(time.monotonic() + self.limits.timeout_s, cancel or threading.Event())
        url = _normalise(link)
        for _ in range(MAX_REDIRECTS + 1):
            parts = self._check(url)
            response = self._request(url, parts, clock)
            if isinstance(response, Document):
                return response
            url = _normalise(urljoin(url, response))
        raise LinkRefusedError(
            f"{link} leads on through more than {MAX_REDIRECTS} redirects. "
            "Open it in a browser and give the address it ends at."
        )

    def _check(self, url: str) -> SplitResult:
        parts = _split(url)
        port = parts.port or PORTS[parts.scheme]
        if not self.permit_port(parts.scheme, port):
            raise BadLinkError(
                f"{url} uses port {port}, expected {PORTS[parts.scheme]} for {parts.scheme}. "
                "Give a link without a port."
            )
        return parts

    def _request(self, url: str, parts: SplitResult, clock: _Clock) -> Document | str:
        backend = _PinnedBackend(self.permit, clock)
        headers: dict[bytes | str, bytes | str] = {
            "Host": parts.netloc.rpartition("@")[2],
            "User-Agent": _USER_AGENT,
            "Accept": "text/html, application/xhtml+xml, application/pdf, text/plain",
            "Accept-Encoding": "gzip, deflate",
        }
        try:
            with (
                httpcore.ConnectionPool(
                    network_backend=backend, ssl_context=self.ssl_context, retries=0
                ) as pool,
                pool.stream("GET", url, headers=headers) as response,
            ):
                location = _header(response, b"location")
                if response.status in (301, 302, 303, 307, 308) and location:
                    return location
                _refuse_status(url, response.status)
                return self._document(url, response)
        except httpcore.TimeoutException as error:
            raise _too_slow(url, self.limits) from error
        except (httpcore.NetworkError, httpcore.ProtocolError, ssl.SSLError) as error:
            raise LinkRefusedError(
                f"{url} could not be fetched: {error or type(error).__name__}. "
                "Check the address, or paste the article's text."
            ) from error

    def _document(self, url: str, response: httpcore.Response) -> Document:
        content_type = _header(response, b"content-type") or ""
        media_type, _, parameters = content_type.partition(";")
        media_type = media_type.strip().lower()
        if media_type not in TYPES:
            raise LinkRefusedError(
                f"{url} is {media_type or 'of no stated type'}, expected a web page, a PDF or "
                "plain text. Give the article's own page, or paste its text."
            )
        encoding = (_header(response, b"content-encoding") or "identity").strip().lower()
        data = _unpack(url, response.iter_stream(), encoding, self.limits.max_bytes)
        return Document(data, media_type, _charset(parameters), url)


@dataclass(frozen=True, slots=True)
class _Clock:
    """When a fetch must end: at its deadline, or soon after it is cancelled."""

    deadline: float
    cancel: threading.Event

    def left(self) -> float:
        """The seconds that are left; raises where there are none, or the reader cancelled."""
        if self.cancel.is_set():
            raise ReadingCancelledError("The reading was cancelled. Give the link again.")
        left = self.deadline - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("the deadline has passed")
        return left


class _PinnedBackend(httpcore.NetworkBackend):
    """Connects to a checked address of the host; every wait ends by the clock."""

    def __init__(self, permit: Callable[[Address], bool], clock: _Clock) -> None:
        self._permit = permit
        self._clock = clock
        self._backend = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ARG002
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        addresses = self._lookup(host, port)
        for address in addresses:
            if not self._permit(address):
                raise ForbiddenAddressError(
                    f"{host} is at {address}, which is not on the public internet. "
                    "Give a link to a public page, or paste the article's text."
                )
        failure: Exception = httpcore.ConnectError(f"no address is known for {host}")
        for tried, address in enumerate(addresses):
            # A silent address gets its share of the time, so that the next one gets its chance.
            share_s = self._clock.left() / (len(addresses) - tried)
            try:
                stream = self._backend.connect_tcp(
                    str(address), port, share_s, local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
            else:
                return _ClockedStream(stream, self._clock)
        raise failure

    def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,  # noqa: ARG002
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,  # noqa: ARG002
    ) -> httpcore.NetworkStream:
        raise ForbiddenAddressError(f"{path} is a local socket. Give a link to a public page.")

    def _lookup(self, host: str, port: int) -> tuple[Address, ...]:
        # The system's resolver knows no deadline, so it is left behind in a thread when it is late.
        answers: queue.SimpleQueue[tuple[Address, ...] | Exception] = queue.SimpleQueue()

        def look_up() -> None:
            try:
                answers.put(resolve(host, port))
            except (OSError, UnicodeError, ValueError) as error:
                answers.put(error)

        threading.Thread(target=look_up, daemon=True).start()
        while True:
            try:
                answer = answers.get(timeout=min(_SLICE_S, self._clock.left()))
            except queue.Empty:
                continue
            if isinstance(answer, Exception):
                raise httpcore.ConnectError(f"no address is known for {host}") from answer
            return answer


class _ClockedStream(httpcore.NetworkStream):
    """A stream whose every wait ends by the clock, so that dripping bytes cannot prolong it."""

    def __init__(self, stream: httpcore.NetworkStream, clock: _Clock) -> None:
        self._stream = stream
        self._clock = clock

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002
        while True:
            try:
                return self._stream.read(max_bytes, min(_SLICE_S, self._clock.left()))
            except httpcore.ReadTimeout:
                self._clock.left()  # raises when it is time

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002
        self._stream.write(buffer, self._clock.left())

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ARG002
    ) -> httpcore.NetworkStream:
        secured = self._stream.start_tls(ssl_context, server_hostname, self._clock.left())
        return _ClockedStream(secured, self._clock)

    def get_extra_info(self, info: str) -> object:
        return self._stream.get_extra_info(info)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def is_link(text: str) -> bool:
    """Whether a text is a link rather than the name of a file."""
    return text.strip().lower().startswith(("http://", "https://"))


def _normalise(link: str) -> str:
    url = link.strip()
    if any(character.isspace() or ord(character) < 32 for character in url) or "\\" in url:
        raise BadLinkError(f"{link!r} has spaces or signs that no link has. Copy the link again.")
    parts = _split(url)
    host = (parts.hostname or "").rstrip(".")
    try:
        ascii_host = host if ":" in host else host.encode("idna").decode()
    except UnicodeError as error:
        raise BadLinkError(f"{host!r} is not a host name. Copy the link again.") from error
    netloc = f"[{ascii_host}]" if ":" in ascii_host else ascii_host
    netloc += f":{parts.port}" if parts.port else ""
    quoted = parts._replace(netloc=netloc, fragment="", path=parts.path or "/").geturl()
    return _percent_encode(quoted)


def _split(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise BadLinkError(f"{url!r} is not a link: {error}. Copy the link again.") from error
    if parts.scheme not in PORTS or not parts.hostname or port == 0:
        raise BadLinkError(
            f"{url!r} is not a link to a page, expected one that begins with https:// or http://. "
            "Copy it from the browser's address bar."
        )
    if parts.username is not None or parts.password is not None:
        raise BadLinkError(f"{parts.hostname}: a link may not hold a user name or password.")
    return parts


def _percent_encode(url: str) -> str:
    return "".join(
        character if character.isascii() else "".join(f"%{byte:02X}" for byte in character.encode())
        for character in url
    )


def _header(response: httpcore.Response, name: bytes) -> str | None:
    for key, value in response.headers:
        if key.lower() == name:
            return value.decode("latin-1")
    return None


def _charset(parameters: str) -> str | None:
    for parameter in parameters.split(";"):
        key, _, value = parameter.partition("=")
        if key.strip().lower() == "charset":
            return value.strip(" \"'") or None
    return None


def _refuse_status(url: str, status: int) -> None:
    if status == 200:
        return
    remedy = {
        401: "It asks for a login: paste the article's text.",
        402: "It asks for a payment: paste the article's text.",
        403: "It refuses programs: paste the article's text.",
        404: "Check the address.",
        410: "The page is gone; an archive may have it.",
        429: "It has had too many requests: try again later.",
        451: "It is blocked for legal reasons.",
    }.get(status, "Try again later, or paste the article's text.")
    raise LinkRefusedError(f"{url} answered with status {status}, expected 200. {remedy}")


def _too_slow(url: str, limits: Limits) -> LinkTimeoutError:
    return LinkTimeoutError(
        f"{url} did not answer whole within {limits.timeout_s:g} s. "
        "Try again later, or paste the article's text."
    )


def _unpack(url: str, chunks: Iterable[bytes], encoding: str, max_bytes: int) -> bytes:
    data = bytearray()
    for piece in _inflate(url, chunks, encoding, max_bytes):
        data += piece
        if len(data) > max_bytes:
            raise LinkTooLargeError(
                f"{url} is larger than {max_bytes / 1e6:g} MB. Paste the article's text."
            )
    return bytes(data)


def _inflate(url: str, chunks: Iterable[bytes], encoding: str, max_bytes: int) -> Iterator[bytes]:
    if encoding in ("identity", ""):
        yield from chunks
        return
    if encoding not in ("gzip", "x-gzip", "deflate"):
        raise LinkRefusedError(
            f"{url} is packed as {encoding!r}, expected gzip or deflate. Paste the article's text."
        )
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 32)  # 32: gzip or zlib, told by the header
    try:
        for chunk in chunks:
            yield unpacker.decompress(chunk, max_bytes + 1)
            if unpacker.unconsumed_tail:
                yield b"\0" * (max_bytes + 1)  # more than fits: the limit above says so
            if unpacker.eof:
                return
        raise zlib.error("it ends in the middle")
    except zlib.error as error:
        raise LinkRefusedError(
            f"{url} is damaged ({error}). Try again later, or paste the article's text."
        ) from error
