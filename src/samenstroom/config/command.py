"""The `samenstroom` command: without anything behind it, it serves."""

import os
import sys
from pathlib import Path

from django.core.management import execute_from_command_line

from samenstroom.kit import wall
from samenstroom.kit.languages import compile_stale

LOCALE = Path(__file__).resolve().parent.parent / "locale"


def main() -> None:
    """Runs one command; `set-password` and `set_password` are the same."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samenstroom.config.settings")
    os.umask(0o077)  # what we write is for the owner only, also in a folder that others may enter
    compile_stale(LOCALE)
    name, *rest = sys.argv[1:] or ["serve"]
    if not name.startswith("-"):
        name = name.replace("-", "_")
    wall.rest_for(wall.EVERYBODY)
    execute_from_command_line(["samenstroom", name, *rest])


if __name__ == "__main__":
    main()
