"""How quick the story page is in a browser: `python -m benchmarks.view [SIZE…]`.

Prints a table for synthetic stories: a choice in any view until all views are painted, until the
address has it (which is after Python has), a filter, the first load, what is sent, and memory; then
the same choice with the obvious page: st_folium with a marker a claim beside an Altair chart.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Frame, Page, sync_playwright

from dateline.maps.state import describe, encode
from tests.conftest import FLAGS, ROOT, find_chromium, serve
from tests.samples import synthetic

SIZES = (25, 200, 2_000, 10_000)
OBVIOUS_SIZES = (25, 200, 2_000)
ROUNDS = 20
PAINTED = """(act) => new Promise((done) => {
  const start = performance.now();
  act();
  requestAnimationFrame(() => { const channel = new MessageChannel();
    channel.port1.onmessage = () => done(performance.now() - start);
    channel.port2.postMessage(0); });
})"""


def spread(values: list[float]) -> str:
    ordered = sorted(values)
    p95 = ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))]
    return f"{statistics.median(ordered):.0f} / {p95:.0f}"


def resident_mb(pid: int) -> float:
    status = Path(f"/proc/{pid}/status").read_text()
    return int(status.split("VmRSS:")[1].split()[0]) / 1024


def frame_of(page: Page) -> Frame:
    page.wait_for_selector("iframe[title='streamlit_folium.st_folium']", timeout=60_000)
    frame = next(f for f in page.frames if "streamlit_folium" in f.url)
    frame.wait_for_function("window.dateline?.view?.()", timeout=60_000)
    return frame


def choices(frame: Frame, name: str) -> list[float]:
    """Milliseconds from a click in one view to the next paint of all of them."""
    selector = {
        "marker": "[...document.querySelectorAll('.pin')]",
        "bar": "[...document.querySelectorAll('.bar .glyph')]",
        "sentence": "[...document.querySelectorAll('.anchor')]",
    }[name]
    found = []
    for n in range(ROUNDS):
        found.append(
            frame.evaluate(
                f"""(n) => ({PAINTED})(() => {{ const all = {selector};
                    all[(n * 7919) % all.length].dispatchEvent(
                      new MouseEvent('click', {{ bubbles: true }})); }})""",
                n,
            )
        )
        frame.wait_for_timeout(120)
    return found


def told(frame: Frame) -> list[float]:
    """Milliseconds from a choice until the page's address has it."""
    found = []
    for n in range(ROUNDS):
        found.append(
            frame.evaluate(
                """(n) => new Promise((done) => {
                     const claims = dateline.model().claims;
                     const id = claims[(n * 104729 + 1) % claims.length].id;
                     const start = performance.now();
                     dateline.select(id);
                     const look = () => parent.location.search.includes('claim=' + id)
                       ? done(performance.now() - start) : setTimeout(look, 2);
                     look(); })""",
                n,
            )
        )
        frame.wait_for_timeout(150)
    return found


def filters(frame: Frame) -> list[float]:
    levels = ["certain", "probable", "possible", "none", "unlikely"]
    found = []
    for n in range(ROUNDS):
        found.append(
            frame.evaluate(
                f"(level) => ({PAINTED})(() => dateline.change({{ levels: [level] }}))",
                levels[n % len(levels)],
            )
        )
        frame.wait_for_timeout(120)
    frame.evaluate("() => { dateline.change({ levels: [] }) }")
    return found


def first_load(browser: Browser, url: str) -> float:
    """Milliseconds from the request to all views drawn, in a fresh browser."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.goto(url)
    frame = frame_of(page)
    end = frame.evaluate(
        "performance.timeOrigin + performance.getEntriesByName('dateline-shown')[0].startTime"
    )
    begun = page.evaluate("performance.timeOrigin")
    context.close()
    return float(end - begun)


def measure(browser: Browser, url: str, pid: int, size: int) -> str:
    address = f"{url}?sample={size}"
    first_load(browser, address)  # the server makes the story once
    loads = [first_load(browser, address) for _ in range(3)]
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.goto(address)
    frame = frame_of(page)
    page.wait_for_timeout(1000)
    cells = [spread(choices(frame, name)) for name in ("marker", "bar", "sentence")]
    cells += [spread(told(frame)), spread(filters(frame))]
    context.close()
    sent = len(encode(describe(synthetic(size), "en"))[1]) / 1e6
    return (
        f"| {size:,} | {' | '.join(cells)} | {statistics.median(loads):,.0f} | {sent:.2f} "
        f"| {resident_mb(pid):.0f} |"
    )


def obvious(browser: Browser, url: str, size: int) -> str:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    begun = time.perf_counter()
    page.goto(f"{url}?sample={size}")
    page.wait_for_selector("iframe[title='streamlit_folium.st_folium']", timeout=120_000)
    frame = next(f for f in page.frames if "streamlit_folium" in f.url)
    frame.wait_for_selector(".leaflet-interactive", timeout=120_000)
    load = (time.perf_counter() - begun) * 1000
    page.wait_for_timeout(1500)
    found: list[float] = []
    lost = 0
    for n in range(8):
        before = page.text_content("#chosen")
        start = time.perf_counter()
        frame.evaluate(
            """(n) => { const all = Object.values(map_div._layers).filter((l) => l.getLatLng);
                        const one = all[(n * 31 + 1) % all.length];
                        one.fire('click', { latlng: one.getLatLng(), sourceTarget: one }); }""",
            n,
        )
        try:
            page.wait_for_function(
                "(before) => document.querySelector('#chosen').textContent !== before",
                arg=before,
                timeout=20_000,
                polling=5,
            )
            found.append((time.perf_counter() - start) * 1000)
        except Exception:
            lost += 1
        page.wait_for_timeout(500)
    context.close()
    return f"| {size:,} | {spread(found) if found else '—'} | {lost} of 8 | {load:,.0f} |"


def served(script: str, run: Callable[[str, int, float], None]) -> None:
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        (home / "static").symlink_to(ROOT / "static")
        (home / "pages").mkdir()
        (home / "pages" / "Read.py").write_text("")
        (home / "app.py").write_text((ROOT / script).read_text())
        begun = time.perf_counter()
        server, url = serve(home / "app.py")
        try:
            run(url, server.pid, time.perf_counter() - begun)
        finally:
            server.terminate()
            server.wait(10)


def main(sizes: tuple[int, ...] = SIZES) -> None:
    os.environ["DATELINE_OFFLINE"] = "1"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(FLAGS))

        def page(url: str, pid: int, start_s: float) -> None:
            print(f"Server up after {start_s:.1f} s. Milliseconds, median / 95th percentile.\n")
            print(
                "| claims | marker → all views | bar → all views | sentence → all views "
                "| in Python and the address | filter | first load | sent (MB) | server (MB) |"
            )
            print("|---:|---:|---:|---:|---:|---:|---:|---:|---:|")
            for size in sizes:
                print(measure(browser, url, pid, size), flush=True)

        def plain(url: str, _pid: int, _start_s: float) -> None:
            print("\nThe obvious page: st_folium with a marker a claim, beside an Altair chart.\n")
            print("| claims | marker → chart | clicks lost | first load |\n|---:|---:|---:|---:|")
            for size in OBVIOUS_SIZES:
                print(obvious(browser, url, size), flush=True)

        served("tests/browser/harness.py", page)
        served("benchmarks/_obvious.py", plain)
        browser.close()


if __name__ == "__main__":
    main(tuple(int(size) for size in sys.argv[1:]) or SIZES)
