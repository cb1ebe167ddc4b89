"""Where an answer goes over time: up, down or level. Two newest answers against the two before; fewer say nothing."""

from collections.abc import Sequence
from enum import StrEnum
from statistics import fmean

ANSWERS = 2
"""How many answers stand for now, and how many for before: one alone is a mood."""
STEP = 1.0
"""A whole step of the five; less is not told."""


class Heading(StrEnum):
    """Which way it goes."""

    UP = "up"
    DOWN = "down"
    LEVEL = "level"
    UNKNOWN = "unknown"


def heading_of(answers: Sequence[int]) -> Heading:
    """Return which way these answers go, oldest first; unknown with fewer than four."""
    if len(answers) < 2 * ANSWERS:
        return Heading.UNKNOWN
    moved = fmean(answers[-ANSWERS:]) - fmean(answers[-2 * ANSWERS : -ANSWERS])
    if abs(moved) < STEP:
        return Heading.LEVEL
    return Heading.UP if moved > 0 else Heading.DOWN
