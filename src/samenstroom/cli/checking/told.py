"""One line of a check."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """Well; something to know; something to mend now."""

    OK = "ok"
    MIND = "mind"
    FAULT = "FAULT"


@dataclass(frozen=True)
class Told:
    """What was looked at, how it is, and in words what was seen and what to do. Never what somebody wrote."""

    name: str
    level: Level
    text: str


def ok(name: str, text: str) -> Told:
    return Told(name, Level.OK, text)


def mind(name: str, text: str) -> Told:
    return Told(name, Level.MIND, text)


def fault(name: str, text: str) -> Told:
    return Told(name, Level.FAULT, text)
