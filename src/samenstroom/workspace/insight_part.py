"""One kind of things that somebody privately keeps about a collaboration, as it stands on her own page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class KeptLine:
    """One thing she keeps: its day if it has one, and the words."""

    text: str
    day: date | None = None


@dataclass(frozen=True)
class KeptPart:
    """Everything of one kind."""

    id: str
    title: str
    lines: list[KeptLine]


def together(words: Iterable[str]) -> str:
    """What belongs together, line under line; what is empty is left out."""
    return "\n".join(text for text in words if text)
