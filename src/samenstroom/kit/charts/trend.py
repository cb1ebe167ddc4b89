"""Trend: how two people answered the same question over time."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from samenstroom.kit.charts.lines import Spot, between, line

MOST_POINTS = 8
LOWEST, HIGHEST = 1, 5

Steps = Sequence[int | None]


class Dot(NamedTuple):
    """One mark: its step (or nothing said) and whether both people stand on the same spot."""

    value: int | None
    is_same: bool


class Row(NamedTuple):
    """One line of the table."""

    label: str
    mine: int | None
    theirs: int | None


class End(NamedTuple):
    """The name at the end of a line: who, at which step, and whether it goes under the line."""

    names: tuple[tuple[str, str], ...]
    value: int
    is_under: bool


@dataclass(frozen=True)
class Trend:
    """At most eight moments with one or two series of steps; older moments are left out.

    ``labels`` are short ("30 sep"), ``long_labels`` go into the table. A series may be ``None``: nobody
    there. Raises ``ValueError`` for a series of another length than the labels, or a step outside 1 to 5.
    """

    labels: Sequence[str]
    mine: Steps | None
    theirs: Steps | None
    my_name: str
    their_name: str = ""
    caption: str = ""
    subject: str = ""
    long_labels: Sequence[str] = ()

    def __post_init__(self) -> None:
        """Check the series and keep the latest eight moments."""
        for series in (self.mine, self.theirs, self.long_labels or None):
            if series is not None and len(series) != len(self.labels):
                raise ValueError("each series needs one value per moment")
        for step in (*(self.mine or ()), *(self.theirs or ())):
            if step is not None and not LOWEST <= step <= HIGHEST:
                raise ValueError(f"a step lies between {LOWEST} and {HIGHEST}, not {step}")
        for name in ("labels", "mine", "theirs", "long_labels"):
            series = getattr(self, name)
            if series is not None:
                object.__setattr__(self, name, tuple(series)[-MOST_POINTS:])

    @property
    def has_mine(self) -> bool:
        """Whether there is a line of who is looking."""
        return self.mine is not None

    @property
    def has_theirs(self) -> bool:
        """Whether there is a line of the other person."""
        return self.theirs is not None

    @property
    def rows(self) -> list[Row]:
        """The table, oldest moment first."""
        return [Row(*row) for row in zip(self.long_labels or self.labels, self._a, self._b, strict=True)]

    @property
    def my_line(self) -> str:
        """Path of who is looking, in a square of 100 by 100."""
        return line(self._spots(self._a))

    @property
    def their_line(self) -> str:
        """Path of the other person, in a square of 100 by 100."""
        return line(self._spots(self._b))

    @property
    def gap(self) -> str:
        """The space between the two lines, where both people spoke."""
        return between(self._spots(self._a), self._spots(self._b))

    @property
    def my_dots(self) -> list[Dot]:
        """One mark per moment of who is looking."""
        return self._dots(self._a, self._b)

    @property
    def their_dots(self) -> list[Dot]:
        """One mark per moment of the other person."""
        return self._dots(self._b, self._a)

    @property
    def ends(self) -> list[End]:
        """Names at the end of the lines: one shared end when both lines end on the same step."""
        mine, theirs = _last(self._a), _last(self._b)
        me, them = ("a", self.my_name), ("b", self.their_name)
        if mine is None and theirs is None:
            return []
        if mine is not None and mine == theirs:
            return [End((me, them), mine, mine == HIGHEST)]
        ends = []
        if mine is not None:
            ends.append(End((me,), mine, theirs is not None and LOWEST < mine < theirs))
        if theirs is not None:
            ends.append(End((them,), theirs, mine is not None and LOWEST < theirs < mine))
        return ends

    @property
    def _a(self) -> Steps:
        return self.mine or (None,) * len(self.labels)

    @property
    def _b(self) -> Steps:
        return self.theirs or (None,) * len(self.labels)

    def _spots(self, steps: Steps) -> list[Spot | None]:
        width = max(len(self.labels) - 1, 1)
        return [None if step is None else (100 * i / width, 25.0 * (HIGHEST - step)) for i, step in enumerate(steps)]

    @staticmethod
    def _dots(steps: Steps, others: Steps) -> list[Dot]:
        return [Dot(step, step is not None and step == other) for step, other in zip(steps, others, strict=True)]


def _last(steps: Steps) -> int | None:
    return next((step for step in reversed(steps) if step is not None), None)
