"""How a collaboration is told without saying which one it was: distances instead of days, and sums that are rounded.

A beginning is moved to the first day of its quarter. Every other day is a number of days from there, so that distances
stay true and no day of a calendar is left. Sums of money and hours are told roughly, at most a fifth off.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

MONTHS = 3
"""In a quarter."""
SMALLEST = 1
"""Whole hours, whole euros."""


@dataclass(frozen=True)
class Quarter:
    """A quarter of a year. Raises ValueError when there is no such one."""

    year: int
    number: int

    def __post_init__(self) -> None:
        if self.number not in (1, 2, 3, 4) or not date.min.year < self.year < date.max.year:
            raise ValueError("a year has four quarters")

    @property
    def first_day(self) -> date:
        return date(self.year, MONTHS * (self.number - 1) + 1, 1)

    def day(self, days: int) -> date:
        """The day that lies so many days from the beginning, were that the first day of the quarter."""
        return self.first_day + timedelta(days=days)


def quarter_of(day: date) -> Quarter:
    """Return the quarter in which a day lies."""
    return Quarter(day.year, (day.month - 1) // MONTHS + 1)


def rounded(amount: Decimal) -> int:
    """Return the amount with one figure, and a half of the next: 12,400 is 10,000 and 310 is 300; 47 is 45.

    Raises ValueError below zero.
    """
    if amount < 0:
        raise ValueError("what was brought and asked is never below zero")
    step = max(Decimal(SMALLEST), Decimal(5) * Decimal(10) ** (amount.adjusted() - 1)) if amount else Decimal(SMALLEST)
    return int((amount / step).quantize(Decimal(1), rounding=ROUND_HALF_UP) * step)
