"""Standing still for a while, by agreement: on which days it holds, and whether two pauses lie over each other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from samenstroom.rules.facts import Pause

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Span:
    """A pause that counts: its first day and the day on which they go on, None when that is not known yet.

    Raises ValueError when they would go on before it began.
    """

    starts_on: date
    resumes_on: date | None = None

    def __post_init__(self) -> None:
        if self.resumes_on is not None and self.resumes_on < self.starts_on:
            raise ValueError("a pause ends on or after the day it begins")

    @property
    def is_empty(self) -> bool:
        """It was over before its first day: nobody stood still."""
        return self.resumes_on == self.starts_on

    def holds_on(self, day: date) -> bool:
        """Tell whether they stand still on this day; the day on which they go on is not a part of it."""
        return self.starts_on <= day and (self.resumes_on is None or day < self.resumes_on)

    def is_over(self, day: date) -> bool:
        """Tell whether nothing of it is left on this day."""
        return self.resumes_on is not None and self.resumes_on <= day

    def overlaps(self, other: Span) -> bool:
        """Tell whether there is a day on which both hold. One that follows the other does not overlap it."""
        if self.is_empty or other.is_empty:
            return False
        begins, ends = max(self.starts_on, other.starts_on), _earliest(self.resumes_on, other.resumes_on)
        return ends is None or begins < ends


def ended_early(span: Span, on: date) -> Span:
    """Return what is left of a pause that somebody ends on this day: it never gets longer, and never ends before it
    began.
    """
    ends = max(span.starts_on, on)
    return Span(span.starts_on, ends if span.resumes_on is None else min(span.resumes_on, ends))


def as_facts(spans: Iterable[Span]) -> tuple[Pause, ...]:
    """Return pauses as a history knows them: the first and the last day of each, oldest first."""
    kept = sorted((one for one in spans if not one.is_empty), key=lambda one: one.starts_on)
    return tuple((one.starts_on, one.resumes_on - ONE_DAY if one.resumes_on else None) for one in kept)


def _earliest(one: date | None, other: date | None) -> date | None:
    known = [day for day in (one, other) if day is not None]
    return min(known, default=None)
