"""Draws the icons of the app for a home screen, from our own drawing, with the browser of the tests.

    python -m tools.icons

The pictures are kept with the code: nobody needs a browser to run the app. Draw them again when the drawing changes.
"""

from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from tools.install_browser import on_path

ROOT = Path(__file__).resolve().parents[1]
STATIC = ROOT / "src" / "samenstroom" / "kit" / "static" / "samenstroom"
PAPER = "#fbf2ee"
# Name -> size, and how much of it the drawing fills. A maskable icon is cut to any shape: the middle four fifths stay.
ICONS = {
    "icon-192.png": (192, 0.78, 0.22),
    "icon-512.png": (512, 0.78, 0.22),
    "maskable-512.png": (512, 0.58, 0.0),
    "touch-180.png": (180, 0.66, 0.0),
}


def drawn(drawing: str, size: int, fills: float, round_by: float) -> str:
    """A page that is one icon."""
    return (
        f'<body style="margin:0"><div style="width:{size}px;height:{size}px;background:{PAPER};display:grid;'
        f'place-items:center;border-radius:{round_by * 100:.0f}%"><div style="width:{size * fills:.0f}px">'
        f"{drawing}</div></div></body>"
    )


def main() -> int:
    """Writes every icon."""
    drawing = (STATIC / "icon.svg").read_text("utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=on_path() or None, args=["--no-sandbox"])
        for name, (size, fills, round_by) in ICONS.items():
            page = browser.new_page(viewport={"width": size, "height": size})
            page.set_content(drawn(drawing, size, fills, round_by))
            page.screenshot(path=STATIC / "icons" / name, omit_background=True)
            page.close()
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
