"""What somebody's browser shows and complains about: pictures, what sticks out, and which rules a page breaks."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

from axe_playwright_python.base import AxeResults
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import ConsoleMessage, Locator, Page

# Pages that answer with such a code do so on purpose; what stands on them is asserted. The other is what Chromium says
# when two pages do not glide into each other after all, or when a test lets no service worker in.
HARMLESS = re.compile(
    r"^Failed to load resource: .* status of (403|404|410|422)|^Transition was (aborted|skipped)"
    r"|^Service Worker registration blocked"
)
PICTURES = os.environ.get("SAMENSTROOM_PICTURES", "")

_axe = Axe()
# `preload` would fetch style sheets that other style sheets import, which our policy does not allow a script to do.
AXE_OPTIONS: dict[str, Any] = {"resultTypes": ["violations"], "preload": False}
# In the dark only colours differ; the page itself is the same.
RULES_ABOUT_COLOUR = ["color-contrast", "link-in-text-block"]


class Eyes:
    """One browser, looked at. `complaints` holds what it said about errors and about our content security policy."""

    def __init__(self, page: Page, site: str, *, has_scripts: bool) -> None:
        self.page, self.site, self.has_scripts = page, site, has_scripts
        self.complaints: list[str] = []
        page.on("console", self._hears)
        page.on("pageerror", lambda error: self._notices(str(error)))
        page.on("response", lambda response: self._sees_failure(response.status, response.url))

    def _hears(self, said: ConsoleMessage) -> None:
        if said.type in ("error", "warning"):
            self._notices(said.text)

    def _notices(self, said: str) -> None:
        if not HARMLESS.search(said):
            self.complaints.append(f"{self.page.url}: {said}")

    def _sees_failure(self, status: int, url: str) -> None:
        if status >= 500 or (status == 404 and "/static/" in url):
            self.complaints.append(f"{url}: {status}")

    def looks(self, name: str) -> None:
        """Look at the page as it is, on a wide screen and a phone: nothing sticks out, no rule of axe is broken."""
        self.picture(name)
        if not self.has_scripts:
            return
        own = self.page.viewport_size
        assert own is not None
        self.page.evaluate(_axe.axe_script)
        for width in (own["width"], 390 if own["width"] != 390 else 1280):
            self.page.set_viewport_size({"width": width, "height": own["height"]})
            assert not self.sticks_out(), f"{name}: {self.page.url} is wider than {width} px"
            self._axe(f"{name}, {width} px, light", AXE_OPTIONS)
            self.page.emulate_media(color_scheme="dark", reduced_motion="reduce")
            self._axe(f"{name}, {width} px, dark", {**AXE_OPTIONS, "runOnly": RULES_ABOUT_COLOUR})
            self.page.emulate_media(color_scheme="light", reduced_motion="reduce")
        self.page.set_viewport_size(own)

    def _axe(self, name: str, options: dict[str, Any]) -> None:
        found = AxeResults(self.page.evaluate("options => axe.run(options)", options))
        assert found.violations_count == 0, f"{name}: {self.page.url}\n{found.generate_report()}"

    def sticks_out(self) -> bool:
        """Whether the page is wider than the screen, so that she would have to scroll sideways."""
        if not self.has_scripts:
            return False
        return bool(self.page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))

    def picture(self, name: str, *, whole: bool = True) -> None:
        """A picture of the page, when someone asks for pictures."""
        if PICTURES:
            path = Path(PICTURES) / f"{name}.png"
            path.parent.mkdir(parents=True, exist_ok=True)
            self.page.screenshot(path=path, full_page=whole)


def words_of(place: Locator) -> str:
    """The visible words in one line."""
    return " ".join(place.inner_text().split())
