"""Compass and gap rows: several points, answered by one or two people."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from samenstroom.kit.charts.lines import Spot, number, spot

WIDE_GAP = 2
CENTRE: Spot = (285.0, 218.0)
STEP = 30.4  # one step on a spoke, in units of the picture (570 by 432)
LABEL_RADIUS = 179.0


class Point(NamedTuple):
    """One subject with the step of each person, or ``None`` for nothing said."""

    label: str
    mine: int | None
    theirs: int | None

    @property
    def gap(self) -> int | None:
        """Distance in whole steps; ``None`` unless both answered."""
        return None if self.mine is None or self.theirs is None else abs(self.mine - self.theirs)

    @property
    def is_wide(self) -> bool:
        """A difference of two steps or more."""
        return self.gap is not None and self.gap >= WIDE_GAP

    @property
    def is_same(self) -> bool:
        """Both gave the same step."""
        return self.gap == 0


class Label(NamedTuple):
    """Name of a spoke with its place in the picture."""

    text: str
    x: str
    y: str
    anchor: str
    is_wide: bool


class Mark(NamedTuple):
    """One mark on a spoke; ``turn`` is the ready transform of a diamond."""

    x: str
    y: str
    is_same: bool
    corner_x: str = ""
    corner_y: str = ""
    size: str = ""
    turn: str = ""


class Bar(NamedTuple):
    """The bar between two marks on one spoke."""

    path: str
    is_wide: bool


@dataclass(frozen=True)
class GapRows:
    """Points as rows, in the order given (the largest difference first reads best)."""

    rows: Sequence[Point]
    my_name: str
    their_name: str = ""
    caption: str = ""
    subject: str = ""

    @property
    def has_mine(self) -> bool:
        """Whether who is looking answered anything."""
        return any(row.mine is not None for row in self.rows)

    @property
    def has_theirs(self) -> bool:
        """Whether the other person answered anything."""
        return any(row.theirs is not None for row in self.rows)


@dataclass(frozen=True)
class Compass(GapRows):
    """The same points on spokes. No filled shape: its area would depend on the order of the spokes."""

    @property
    def rings(self) -> list[str]:
        """Radius of the rings at steps 1, 3 and 5."""
        return [number(STEP * step) for step in (1, 3, 5)]

    @property
    def spokes(self) -> list[str]:
        """One path per point, from step 1 to step 5."""
        return [f"M{spot(self._at(i, 1))}L{spot(self._at(i, 5))}" for i in range(len(self.rows))]

    @property
    def bars(self) -> list[Bar]:
        """A bar for every point where the two differ."""
        return [
            Bar(f"M{spot(self._at(i, row.mine))}L{spot(self._at(i, row.theirs))}", row.is_wide)
            for i, row in enumerate(self.rows)
            if row.mine is not None and row.theirs is not None and row.gap
        ]

    @property
    def my_marks(self) -> list[Mark]:
        """Circles of who is looking."""
        spots = [(self._at(i, row.mine), row) for i, row in enumerate(self.rows) if row.mine is not None]
        return [Mark(number(x), number(y), row.is_same) for (x, y), row in spots]

    @property
    def their_marks(self) -> list[Mark]:
        """Diamonds of the other person; larger where it surrounds a circle."""
        return [
            _diamond(self._at(i, row.theirs), row.is_same) for i, row in enumerate(self.rows) if row.theirs is not None
        ]

    @property
    def labels(self) -> list[Label]:
        """Names around the circle."""
        return [self._label(i, row) for i, row in enumerate(self.rows)]

    def _direction(self, index: int) -> Spot:
        angle = 2 * math.pi * index / len(self.rows)
        return math.sin(angle), -math.cos(angle)

    def _at(self, index: int, step: int) -> Spot:
        dx, dy = self._direction(index)
        return CENTRE[0] + dx * STEP * step, CENTRE[1] + dy * STEP * step

    def _label(self, index: int, row: Point) -> Label:
        dx, dy = self._direction(index)
        # Text hangs on its baseline: lift it at the top, lower it at the bottom.
        drop = -2 if dy < -0.9 else 16 if dy > 0.9 else 6
        anchor = "middle" if abs(dx) < 0.1 else "start" if dx > 0 else "end"
        x, y = CENTRE[0] + dx * LABEL_RADIUS, CENTRE[1] + dy * LABEL_RADIUS + drop
        return Label(row.label, number(x), number(y), anchor, row.is_wide)


def _diamond(at: Spot, is_same: bool) -> Mark:
    size = 19.0 if is_same else 16.0
    corner = (number(at[0] - size / 2), number(at[1] - size / 2))
    return Mark(number(at[0]), number(at[1]), is_same, *corner, number(size), f"rotate(45 {spot(at)})")
