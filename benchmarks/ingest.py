"""How long the way from a link or a file to a story takes, and how much memory its parser needs."""

from __future__ import annotations

import resource
import statistics
import threading
import time
from collections.abc import Callable
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from dateline.ingest import Document, Draft, Fetcher, article_of, draft_of, draft_of_link
from dateline.pipeline import read_article

_RUNS = 9
_PARAGRAPH = (
    "De sluis bij Harlingen blijft zeker tot maandag dicht, zei woordvoerder {name} dinsdag. “We "
    "nemen geen enkel risico”, aldus de woordvoerder. Volgens Rijkswaterstaat liggen er in {place} "
    "zo’n veertig schepen te wachten. In {year} was de sluis ook al eens wekenlang gestremd. "
)
_NAMES = ("Jelle Postma", "Anna Smit", "Karin Oosten", "Piet de Boer", "Fatima El Amrani")
_PLACES = ("Leeuwarden", "Zwolle", "Antwerpen", "Groningen", "Rotterdam", "Gent", "Emden")


def main() -> None:
    paragraphs = [
        _PARAGRAPH.format(name=_NAMES[n % 5], place=_PLACES[n % 7], year=2001 + n)
        for n in range(24)
    ]
    text = "\n\n".join(paragraphs)
    page = _page(paragraphs).encode()
    words = len(text.split())
    print(f"{words:,} words, median of {_RUNS} runs after one to warm up, in seconds.\n")
    print("| way | median | slowest |\n|---|---:|---:|")
    with _Server(page) as link:
        loopback = Fetcher(
            permit=lambda address: address.is_loopback, permit_port=lambda _scheme, _port: True
        )
        _row("link to draft", partial(draft_of_link, link, loopback))
        _row("link to story", lambda: _story(draft_of_link(link, loopback)))
    _row("HTML file to draft", lambda: draft_of(Document(page, "text/html")))
    _row("text file to draft", lambda: draft_of(Document(text.encode(), "text/plain")))
    peak_mb = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1e3
    print(f"\nThe largest parser's process took {peak_mb:.0f} MB.")


def _story(draft: Draft) -> None:
    read_article(article_of(draft))


def _row(name: str, way: Callable[[], object]) -> None:
    way()
    times_s = []
    for _ in range(_RUNS):
        start = time.perf_counter()
        way()
        times_s.append(time.perf_counter() - start)
    print(f"| {name} | {statistics.median(times_s):.2f} | {max(times_s):.2f} |")


def _page(paragraphs: list[str]) -> str:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        '<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8"><title>Sluis dicht</title>'
        '<meta property="article:published_time" content="2024-05-03T10:00:00+02:00"></head><body>'
        f"<nav>Voorpagina</nav><main><article><h1>Sluis dicht</h1>{body}</article></main></body>"
        "</html>"
    )


class _Server:
    """A server on 127.0.0.1 that answers every request with one page."""

    def __init__(self, page: bytes) -> None:
        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self.send_response(200)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.end_headers()
                self.wfile.write(page)

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)

    def __enter__(self) -> str:
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{self._server.server_address[1]}/sluis"

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()


if __name__ == "__main__":
    main()
