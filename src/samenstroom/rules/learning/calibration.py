"""How well somebody's own estimates came out. No verdict before ten, a careful one from twenty, a picture from thirty.

The Brier score is the mean of the squared distance between what was said and what came (Brier 1950); always saying
half gives .25. Somebody who says 70 percent and is right in 70 percent looks worse than a coin in 15 percent of
series of ten, 11 of twenty, 6 of forty: that is why nothing is judged early (evidence 3.1).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import fmean

VERDICT_FROM = 10
CAREFUL_FROM = 20
PICTURE_FROM = 30
BIAS_WEIGHT = 10
COIN = 0.25
"""The Brier score of always saying half."""
LEANS_FROM = 0.10
"""A shrunken bias below this is told as well on the mark: one step of ten percent."""
BINS: tuple[tuple[float, float], ...] = ((0.0, 0.3), (0.4, 0.6), (0.7, 1.0))
"""Estimates are given in steps of ten percent: rather not, about half, rather so."""


class Trust(StrEnum):
    """How much may be said of so many estimates."""

    COUNT = "count"
    HINT = "hint"
    CAREFUL = "careful"
    PICTURE = "picture"


class Lean(StrEnum):
    """To which side the estimates lean."""

    HIGH = "high"
    LOW = "low"
    NEITHER = "neither"


@dataclass(frozen=True)
class Forecast:
    """What was said, between 0 and 1, and whether it came. Raises ValueError outside."""

    said: float
    came_true: bool

    def __post_init__(self) -> None:
        if not 0 <= self.said <= 1:
            raise ValueError("a chance lies between 0 and 1")


@dataclass(frozen=True)
class Bin:
    """Estimates of about the same size: how many, what was said on the whole, how many came."""

    count: int
    said: float
    came_true: int


@dataclass(frozen=True)
class Calibration:
    """A series of estimates that are known by now."""

    forecasts: tuple[Forecast, ...]

    @property
    def count(self) -> int:
        return len(self.forecasts)

    @property
    def came_true(self) -> int:
        return sum(one.came_true for one in self.forecasts)

    @property
    def brier(self) -> float | None:
        """Between 0 (always sure and right) and 1 (always sure and wrong); None without any."""
        return fmean((one.said - one.came_true) ** 2 for one in self.forecasts) if self.forecasts else None

    @property
    def bias(self) -> float:
        """How much higher she says than it comes, drawn towards none as long as there are few; 0 without any."""
        if not self.forecasts:
            return 0.0
        raw = fmean(one.said for one in self.forecasts) - self.came_true / self.count
        return raw * self.count / (self.count + BIAS_WEIGHT)

    @property
    def trust(self) -> Trust:
        """How much may be said."""
        if self.count < VERDICT_FROM:
            return Trust.COUNT
        if self.count < CAREFUL_FROM:
            return Trust.HINT
        return Trust.CAREFUL if self.count < PICTURE_FROM else Trust.PICTURE

    @property
    def lean(self) -> Lean | None:
        """To which side she leans; None before ten."""
        if self.trust is Trust.COUNT:
            return None
        if abs(self.bias) < LEANS_FROM:
            return Lean.NEITHER
        return Lean.HIGH if self.bias > 0 else Lean.LOW

    @property
    def picture(self) -> tuple[Bin, ...]:
        """The three bins, an empty one with a count of nought; nothing before thirty."""
        return tuple(_bin(self.forecasts, low, high) for low, high in BINS) if self.trust is Trust.PICTURE else ()


def _bin(forecasts: Sequence[Forecast], low: float, high: float) -> Bin:
    """An estimate that lies between two bins belongs to the lower one."""
    above = next((start for start, _end in BINS if start > high), 2.0)
    inside = [one for one in forecasts if low - 1e-9 <= one.said < above - 1e-9]
    said = fmean(one.said for one in inside) if inside else 0.0
    return Bin(len(inside), said, sum(one.came_true for one in inside))
