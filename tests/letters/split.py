"""The letters in two halves, split once by their number, before any rule was written.

Odd numbers are for developing rules; even numbers are kept apart: nobody who writes rules opens them, they only measure.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from samenstroom.content.reading import parse

HALVES = ("development", "kept apart")


@dataclass(frozen=True)
class Letter:
    """One letter with its labels."""

    id: str
    language: str
    text: str
    elements: dict[str, str]
    tone: tuple[tuple[str, str], ...]


def half_of(file: Path) -> str:
    """Which half a letter is in: that of its number."""
    return HALVES[0] if int(file.stem.split("-")[1]) % 2 else HALVES[1]


def letters(half: str) -> tuple[Letter, ...]:
    """The letters of one half; files of the other half are not opened."""
    files = sorted(Path(__file__).parent.glob("*.yaml"))
    return tuple(_letter(file) for file in files if half_of(file) == half)


def _letter(file: Path) -> Letter:
    found: dict[str, Any] = parse(file.read_text(encoding="utf-8"))
    tone = tuple((one["kind"], one["passage"]) for one in found["tone"])
    return Letter(found["id"], found["language"], found["text"], found["elements"], tone)
