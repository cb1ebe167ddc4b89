"""Writes requirements/run.txt and dev.txt: every version, with hashes, for every platform.

The files hold no address of an index. `pyproject.toml` says what is wanted; hatchling is added because the
package itself is installed without a build environment of its own.
"""

import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FLAGS = ["--universal", "--generate-hashes", "--no-header", "--no-annotate", "--no-emit-index-url", "--quiet"]


def main() -> None:
    """Locks both sets; what runs is part of what develops, so their versions agree."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    run = project["project"]["dependencies"] + project["build-system"]["requires"]
    lock(run + [line for group in project["dependency-groups"].values() for line in group], "dev.txt")
    lock(run, "run.txt", "--constraint", str(ROOT / "requirements" / "dev.txt"))


def lock(wanted: list[str], name: str, *flags: str) -> None:
    """Resolves `wanted` and writes requirements/`name`."""
    target = ROOT / "requirements" / name
    command = [sys.executable, "-m", "uv", "pip", "compile", "-", *FLAGS, *flags]
    command += ["--python-version", "3.11", "--output-file", str(target)]
    subprocess.run(command, input="\n".join(wanted), text=True, check=True, cwd=ROOT, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    main()
