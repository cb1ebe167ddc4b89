"""How long it took from the first doubt to the first signal, the first talk, and the end: in days, told as counts.

The middle one (the median) stands for all: with few cases one long wait would pull a mean along.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median


@dataclass(frozen=True)
class Path:
    """The first of each, as far as it came. Nothing in it lies before the doubt."""

    doubt: date
    finding: date | None = None
    talk: date | None = None
    end: date | None = None

    @property
    def to_finding(self) -> int | None:
        return _days(self.doubt, self.finding)

    @property
    def to_talk(self) -> int | None:
        return _days(self.doubt, self.talk)

    @property
    def from_finding_to_talk(self) -> int | None:
        return _days(self.finding, self.talk)

    @property
    def to_end(self) -> int | None:
        return _days(self.doubt, self.end)


def path_of(
    doubts: Iterable[date], findings: Iterable[date], talks: Iterable[date], end: date | None = None
) -> Path | None:
    """Return the first doubt and the first of each after it; None when there was no doubt.

    A talk before the doubt was about something else.
    """
    doubt = min(doubts, default=None)
    if doubt is None:
        return None
    return Path(doubt, _first(findings, doubt), _first(talks, doubt), end if end and end >= doubt else None)


def _first(days: Iterable[date], since: date) -> date | None:
    return min((day for day in days if day >= since), default=None)


def _days(start: date | None, stop: date | None) -> int | None:
    """Whole days; None when one is missing, or when they came the other way around."""
    if start is None or stop is None or stop < start:
        return None
    return (stop - start).days


@dataclass(frozen=True)
class Middle:
    """The middle of so many known distances, in whole days."""

    days: int
    count: int


def middle_of(distances: Iterable[int | None]) -> Middle | None:
    """Return the middle of those that are known, half a day rounded up; None when none is."""
    known: Sequence[int] = [one for one in distances if one is not None]
    return Middle(int(median(known) + 0.5), len(known)) if known else None
