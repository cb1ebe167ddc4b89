"""Finds poppler's `pdfsig` for the tests, an independent judge of sealed papers, and installs it when there is none.

It never skips: without it the tests fail.
"""

import os
import shutil
import subprocess
import sys

NAME = "pdfsig"


def install_with_apt() -> None:
    """Debian and Ubuntu, as root."""
    if not shutil.which("apt-get") or not hasattr(os, "geteuid") or os.geteuid() != 0:
        return
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (
        ["apt-get", "update"],
        ["apt-get", "install", "-y", "--no-install-recommends", "poppler-utils"],
    ):
        subprocess.run(command, env=quiet, check=False, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)


def main() -> int:
    """Prints the path of the validator; 1 when there is none and none could be installed."""
    if not shutil.which(NAME):
        install_with_apt()
    if path := shutil.which(NAME):
        print(f"Validator of seals for the tests: {path}")
        return 0
    print("The tests need pdfsig. Install poppler-utils (or poppler) so that it is on PATH.", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
