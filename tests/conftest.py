"""One Streamlit server and one Chromium for all browser tests."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
CHROMIUMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
START_S = 30.0


def find_chromium() -> str | None:
    """The first Chromium on the PATH that runs; None leaves it to Playwright's own."""
    for name in CHROMIUMS:
        # Ubuntu's chromium-browser may be a stub that only asks for a snap.
        path = shutil.which(name)
        if path and not subprocess.run([path, "--version"], capture_output=True).returncode:
            return path
    return None


def free_port() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return int(s.getsockname()[1])


def serve(script: Path, base: str = "") -> tuple[subprocess.Popen[bytes], str]:
    """Start a Streamlit server, perhaps under a base path, and wait until it answers."""
    port = free_port()
    server = subprocess.Popen(
        [
            *(sys.executable, "-m", "streamlit", "run", str(script)),
            *("--server.address", "127.0.0.1", "--server.port", str(port)),
            *(
                "--server.headless",
                "true",
                "--server.fileWatcherType",
                "none",
                "--server.baseUrlPath",
                base,
            ),
        ],
        cwd=ROOT,
        env=os.environ | {"DATELINE_OFFLINE": "1", "PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.STDOUT,
    )
    url = f"http://127.0.0.1:{port}/{base}/" if base else f"http://127.0.0.1:{port}/"
    deadline = time.monotonic() + START_S
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(f"{url}_stcore/health", timeout=1):
                return server, url
        except OSError:
            time.sleep(0.1)
    server.kill()
    raise TimeoutError(f"Streamlit did not answer at {url} within {START_S} s.")


@pytest.fixture(scope="session")
def harness(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The samples' page, with the project's pages and static files beside it."""
    home = tmp_path_factory.mktemp("harness")
    (home / "static").symlink_to(ROOT / "static")
    (home / "pages").mkdir()
    (home / "pages" / "Read.py").write_text("")
    (home / "app.py").write_text((ROOT / "tests" / "browser" / "harness.py").read_text())
    return home / "app.py"


@pytest.fixture(scope="session")
def harness_url(harness: Path) -> Iterator[str]:
    """Where the samples' page is served."""
    server, url = serve(harness)
    yield url
    server.terminate()
    server.wait(10)


@pytest.fixture(scope="session")
def app_url() -> Iterator[str]:
    """The real app on its own collection."""
    server, url = serve(ROOT / "app.py")
    yield url
    server.terminate()
    server.wait(10)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A Chromium from the PATH, else Playwright's own; without one the browser tests fail."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def shared(chromium: Browser, harness_url: str) -> Iterator[object]:
    """One window for all tests that begin from the untouched page; ``story`` makes it so."""
    from tests.browser.pages import Story

    made = chromium.new_context(viewport={"width": 1440, "height": 900}, locale="en-GB")
    made.set_default_timeout(20_000)
    yield Story(made, harness_url)
    made.close()


@pytest.fixture
def story(shared: object) -> object:
    """The sample story with nothing chosen, filtered, hidden, opened or moved."""
    shared.reset()  # type: ignore[attr-defined]
    return shared


class Watch:
    """What a page did that it should not have done."""

    def __init__(self, context: BrowserContext) -> None:
        self.left: list[str] = []
        self.errors: list[str] = []
        context.on("request", self._request)
        context.on("page", self._page)

    def _request(self, request: object) -> None:
        url = str(getattr(request, "url", ""))
        if not url.startswith(("http://127.0.0.1:", "ws://127.0.0.1:", "data:", "blob:")):
            self.left.append(url)

    def _page(self, page: Page) -> None:
        page.on("console", lambda m: self.errors.append(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda error: self.errors.append(str(error)))


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    """A fresh desktop window, English, in which nothing is remembered."""
    made = chromium.new_context(viewport={"width": 1440, "height": 900}, locale="en-GB")
    made.set_default_timeout(20_000)
    yield made
    made.close()


@pytest.fixture
def watch(context: BrowserContext) -> Watch:
    """Watches every page of ``context``."""
    return Watch(context)
