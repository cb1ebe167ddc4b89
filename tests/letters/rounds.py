"""The labelled letters, by round: the first is there to develop rules with, the second only measures.

Nobody who writes rules opens the second round.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from samenstroom.content.reading import parse

FIRST, SECOND = ROUNDS = ("first", "second")
FOLDERS = {FIRST: Path(__file__).parent, SECOND: Path(__file__).parent / "round-2"}


@dataclass(frozen=True)
class Letter:
    """One letter with its labels."""

    id: str
    language: str
    text: str
    elements: dict[str, str]
    tone: tuple[tuple[str, str], ...]


def letters(round_name: str) -> tuple[Letter, ...]:
    """The letters of one round; files of the other are not opened."""
    return tuple(_letter(file) for file in sorted(FOLDERS[round_name].glob("*.yaml")))


def _letter(file: Path) -> Letter:
    found: dict[str, Any] = parse(file.read_text(encoding="utf-8"))
    tone = tuple((one["kind"], one["passage"]) for one in found["tone"])
    return Letter(found["id"], found["language"], found["text"], found["elements"], tone)
