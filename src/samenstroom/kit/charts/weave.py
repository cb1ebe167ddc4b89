"""Weave: two lines on a card, an impression of the latest answers or of the stage."""

from collections.abc import Sequence
from dataclasses import dataclass

from samenstroom.kit.charts.lines import Spot, between, line

LEFT, RIGHT = -4.0, 324.0  # a little outside the picture of 320 by 76, so that no line end shows
HIGH, LOW = 14.0, 62.0
MOST_POINTS = 8

# Before there are answers, the lines show the stage: (mine, theirs, the space between).
SHAPES: dict[str, tuple[str, str, str]] = {
    "explore": ("M-4 14C90 14 190 30 300 34", "M-4 66C90 66 190 50 300 46", ""),
    "agree": ("M-4 26C60 26 100 58 160 58S260 30 324 30", "M-4 58C60 58 100 26 160 26S260 50 324 50", ""),
    "start": (
        "M64 40C110 40 120 30 170 28S260 22 324 18",
        "M64 40C110 40 130 52 180 54S270 52 324 48",
        "M64 40C110 40 120 30 170 28S260 22 324 18L324 48C270 52 230 54 180 54S110 40 64 40Z",
    ),
    "work": (
        "M-4 28C40 28 60 48 110 48S190 28 230 28S300 48 324 48",
        "M-4 48C40 48 60 28 110 28S190 48 230 48S300 28 324 28",
        "",
    ),
    "adjust": ("M-4 34C80 34 90 12 160 12S250 34 324 34", "M-4 44C80 44 90 66 160 66S250 44 324 44", ""),
    "farewell": ("M-4 40C80 40 120 38 180 30S280 10 324 6", "M-4 48C80 48 120 50 180 56S280 70 324 72", ""),
    "learn": ("M-4 52C70 62 190 70 190 40S110 18 110 40S210 62 324 26", "", ""),
}


@dataclass(frozen=True)
class Weave:
    """Two lines from the latest opened rounds (averages from 1 to 5), or a shape while there are not yet two.

    One series is enough. An unknown shape gives the lines side by side of ``start``.
    """

    mine: Sequence[float | None] | None = None
    theirs: Sequence[float | None] | None = None
    shape: str = "start"

    @property
    def is_drawn_from_answers(self) -> bool:
        """Whether there are at least two moments to draw."""
        return max(len(self.mine or ()), len(self.theirs or ())) > 1

    @property
    def my_line(self) -> str:
        """Path of who is looking."""
        return line(self._spots(self.mine)) if self.is_drawn_from_answers else self._shape[0]

    @property
    def their_line(self) -> str:
        """Path of the other person."""
        return line(self._spots(self.theirs, lift=2)) if self.is_drawn_from_answers else self._shape[1]

    @property
    def gap(self) -> str:
        """The space between, where both lines run."""
        if not self.is_drawn_from_answers:
            return self._shape[2]
        if self.mine is None or self.theirs is None or len(self.mine) != len(self.theirs):
            return ""
        return between(self._spots(self.mine), self._spots(self.theirs, lift=2))

    @property
    def knot(self) -> bool:
        """Whether the lines start from one knot: the shape of a start."""
        return not self.is_drawn_from_answers and self._shape is SHAPES["start"]

    @property
    def _shape(self) -> tuple[str, str, str]:
        return SHAPES.get(self.shape, SHAPES["start"])

    @staticmethod
    def _spots(values: Sequence[float | None] | None, lift: float = 0) -> list[Spot | None]:
        # The lift keeps two equal lines apart, so that both stay visible.
        latest = list(values or ())[-MOST_POINTS:]
        width = max(len(latest) - 1, 1)
        return [
            None if value is None else (LEFT + (RIGHT - LEFT) * i / width, LOW - (LOW - HIGH) * (value - 1) / 4 + lift)
            for i, value in enumerate(latest)
        ]
