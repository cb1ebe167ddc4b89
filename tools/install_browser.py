"""Finds a browser for the tests, and installs one when there is none.

It never skips: without a browser it fails.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def on_path() -> str | None:
    """The path of a Chromium that is already on this machine."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def from_playwright() -> str | None:
    """The path of the Chromium that Playwright keeps, if it has one."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def install_with_apt() -> None:
    """Debian and Ubuntu, as root."""
    if not shutil.which("apt-get") or not hasattr(os, "geteuid") or os.geteuid() != 0:
        return
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (
        ["apt-get", "update"],
        ["apt-get", "install", "-y", "--no-install-recommends", "chromium"],
    ):
        subprocess.run(command, env=quiet, check=False, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)


def install_with_playwright() -> None:
    """Everywhere else."""
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)


def main() -> int:
    """Prints the path of the browser; 1 when there is none and none could be installed."""
    for attempt in (None, install_with_apt, install_with_playwright):
        if attempt:
            attempt()
        if path := on_path() or from_playwright():
            print(f"Browser for the tests: {path}")
            return 0
    print("The tests need a browser. Install Chromium (or Chrome) so that it is on PATH.", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
