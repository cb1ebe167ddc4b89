"""Looks for secrets in the files that are committed, or are about to be: keys, tokens, passwords in settings.

    python tools/leaks.py [FOLDER]

A known kind of key is a find anywhere. A password or token that is written out is one when it looks made by a machine;
tests use made-up ones, so there only known kinds count. What is no secret after all goes in `ALLOWED`, with why.
The find is named by its kind and its place, never printed. Ends with 1 when there is one.
"""

from __future__ import annotations

import math
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

KINDS: Mapping[str, re.Pattern[str]] = {
    "private key": re.compile(r"-----BEGIN (?:[A-Z]+ )*PRIVATE KEY(?: BLOCK)?-----\s*[A-Za-z0-9+/=]{20,}"),
    "age key": re.compile(r"AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{50,}"),
    "token of a connection": re.compile(r"\bsst_[A-Za-z0-9_-]{30,}"),
    "token of GitHub or GitLab": re.compile(r"\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_\w{40,}|glpat-[\w-]{20,})"),
    "token of a package index": re.compile(r"\b(?:pypi-AgE[\w-]{40,}|npm_[A-Za-z0-9]{36})"),
    "key of Amazon or Google": re.compile(r"\b(?:(?:AKIA|ASIA)[0-9A-Z]{16}|AIza[\w-]{35})\b"),
    "key of a service": re.compile(
        r"\b(?:(?:sk|rk)_live_[A-Za-z0-9]{20,}|xox[abprs]-[A-Za-z0-9-]{20,}|SG\.[\w-]{20,}\.[\w-]{30,})"
    ),
    "signed token": re.compile(r"\beyJ[\w-]{15,}\.eyJ[\w-]{15,}\.[\w-]{20,}"),
}
"""Kind -> how it looks; each is a find wherever it stands."""

MARKS = (
    "PRIVATE KEY", "AGE-SECRET", "sst_", "ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat", "glpat-", "pypi-AgE",
    "npm_", "AKIA", "ASIA", "AIza", "k_live_", "xox", "SG.", "eyJ",
)  # fmt: skip
"""Without one of these there is no known kind in a file, so most files need no closer look."""

WRITTEN_OUT = re.compile(
    r"""(?ix) (?:password|passwd|passphrase|secret|token|api_?key|sealing_?key|credential) [\w-]* ["']? \s*
        (?::\s*[\w.\[\]| ]+)? (?:=|:|\s=>) \s* ["']? ([A-Za-z0-9+/_=.~!@\#%^*-]{12,})"""
)
SPEAKS_OF_ONE = re.compile(r"(?i)pass|secret|token|key|credential|://")
"""Which lines are worth a closer look; most are not."""
IN_ADDRESS = re.compile(r"://[^\s:/@\"'<>{}$]+:([^\s:/@\"'<>{}$]{8,})@")
MADE_UP = ("tests/", "bench/")
"""Where passwords are invented."""
ENOUGH = 3.3
"""Bits for each sign from which something looks made by a machine; a name in words stays under it or has no digits."""
MOST = 1_000_000

ALLOWED: Mapping[str, str] = {}
"""`path: kind` -> why that is no secret."""


@dataclass(frozen=True)
class Leak:
    """One find."""

    path: str
    line: int
    kind: str

    @property
    def key(self) -> str:
        return f"{self.path}: {self.kind}"

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.kind}"


def leaks_in(path: str, text: str) -> Iterator[Leak]:
    """What looks like a secret in one file."""
    if any(mark in text for mark in MARKS):
        yield from _known_kinds(path, text)
    if not path.startswith(MADE_UP):
        yield from _settings(path, text)


def _known_kinds(path: str, text: str) -> Iterator[Leak]:
    for kind, pattern in KINDS.items():
        for found in pattern.finditer(text):
            yield Leak(path, text.count("\n", 0, found.start()) + 1, kind)


def _settings(path: str, text: str) -> Iterator[Leak]:
    for number, line in enumerate(text.splitlines(), 1):
        if SPEAKS_OF_ONE.search(line):
            for pattern, kind in ((WRITTEN_OUT, "written out"), (IN_ADDRESS, "password in an address")):
                if any(looks_made(found.group(1)) for found in pattern.finditer(line)):
                    yield Leak(path, number, kind)


def looks_made(value: str) -> bool:
    """Digits and letters through each other, with much surprise in every sign; a name in code is a word."""
    mixed = re.search(r"\d", value) and re.search(r"[A-Za-z]", value)
    return bool(mixed) and surprise(value) >= ENOUGH


def surprise(value: str) -> float:
    """The entropy of Shannon, in bits for each sign."""
    return -sum(n / len(value) * math.log2(n / len(value)) for n in Counter(value).values())


def committed(folder: Path) -> list[str]:
    """The files that git keeps, and new ones that it does not ignore."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    told = subprocess.run(command, cwd=folder, capture_output=True, check=True, text=True)
    return [one for one in told.stdout.split("\0") if one]


def leaks(folder: Path) -> list[Leak]:
    """Every find in the files of this repository that are text, apart from what is allowed."""
    found = []
    for name in committed(folder):
        path = folder / name
        if path.is_file() and path.stat().st_size <= MOST:
            raw = path.read_bytes()
            if b"\0" not in raw:
                found += list(leaks_in(name, raw.decode("utf-8", "replace")))
    return [one for one in found if one.key not in ALLOWED]


def main(folder: Path) -> int:
    """Tells each find."""
    found = leaks(folder)
    for one in found:
        print(one)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve()))
