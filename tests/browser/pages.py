"""What a reader does with the story page, in one place for all browser tests."""

from __future__ import annotations

from playwright.sync_api import BrowserContext, FrameLocator, Page, expect

FRAME = "iframe[title='streamlit_folium.st_folium']"


class Story:
    """The story page in a window."""

    def __init__(self, context: BrowserContext, url: str) -> None:
        self.page: Page = context.new_page()
        self.page.goto(url)
        self.frame: FrameLocator = self.page.frame_locator(FRAME)
        self.ready()

    def ready(self) -> None:
        expect(self.frame.locator(".counts .sum")).to_be_visible(timeout=20_000)

    def reset(self) -> None:
        """Take back everything that a test can have chosen, hidden, opened or moved."""
        self.run(
            """(root) => {
              root.querySelectorAll('details.menu[open]').forEach((menu) => { menu.open = false; });
              root.querySelectorAll('dialog[open]').forEach((dialog) => dialog.close());
              dateline.change({ ...Dateline.EMPTY, claim: null });
              dateline.select(null);
              dateline.map.setView([51.05, 13.6], 8, { animate: false });
              root.querySelectorAll('.switches input:not(:checked)').forEach((box) => box.click());
              root.querySelector('.article').scrollTop = 0;
              [...root.querySelectorAll('.timetools button')].pop().click();
              document.activeElement.blur();
            }"""
        )
        self.page.wait_for_url(lambda url: "?" not in url)

    def run(self, script: str, argument: object = None) -> object:
        """The value of a JavaScript expression inside the frame."""
        return self.frame.locator(".dl").evaluate(script, argument)

    def number(self, claim: str) -> int:
        return int(str(self.run("(_, id) => dateline.model().byId.get(id).n", claim)))

    def pin(self, name: str):
        return self.frame.locator(".pin", has_text=name).first

    def bar(self, claim: str):
        return self.frame.locator(f"[data-bar='{self.number(claim)}']")

    def sentence(self, claim: str):
        return self.frame.locator(f".m.claim[data-claim='{self.number(claim)}']")

    def click_sentence(self, claim: str) -> None:
        """Click on the first line of a claim, past the sign before it."""
        first = self.sentence(claim).first
        first.scroll_into_view_if_needed()
        box = first.bounding_box()
        line = first.evaluate(
            "e => { const r = e.getClientRects()[0]; return [r.x, r.y, r.height] }"
        )
        outer = first.evaluate("e => { const r = e.getBoundingClientRect(); return [r.x, r.y] }")
        assert box
        x = box["x"] - outer[0] + line[0] + 40
        self.page.mouse.click(x, box["y"] - outer[1] + line[1] + line[2] / 2)

    def expect_chosen(self, claim: str) -> None:
        """The claim is chosen in the text, on the timeline, on the card and in the address."""
        number = self.number(claim)
        expect(self.frame.locator(".m.claim.on").first).to_have_attribute("data-claim", str(number))
        expect(self.frame.locator("[data-bar].on")).to_have_attribute("data-bar", str(number))
        text = str(self.run("(_, id) => dateline.model().byId.get(id).text", claim))
        expect(self.frame.locator(".card blockquote")).to_have_text(text)
        self.page.wait_for_url(f"**/*claim={claim}*")
