"""What each side was to give and what it gave: periods, what is left, and when a word about it helps.

A plan says how many hours go into a period: a week, a month, or a bundle that is valid for some months. Weeks begin
on Monday, months on the first; a bundle on its own day. The first week or month counts whole, also when the plan
begins in the middle of it. What is not used expires, is carried over, or is paid back; only what is carried over
changes the next period, and hours above the plan never make the next one smaller.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_FLOOR, Decimal
from enum import StrEnum

MARKS = (50, 75, 90)
"""Percent of the period at which a word is said; above a hundred it is said too."""

OVER = 101
"""The mark for more than agreed."""

NOUGHT = Decimal(0)


class Period(StrEnum):
    """How long a plan runs before it begins anew."""

    WEEK = "week"
    MONTH = "month"
    BUNDLE = "bundle"


class Unused(StrEnum):
    """What happens to hours that were not used."""

    EXPIRE = "expire"
    CARRY_OVER = "carry_over"
    REFUND = "refund"


@dataclass(frozen=True)
class Plan:
    """So many hours a period. `valid_months` is for a bundle; without it a bundle has no end."""

    hours: Decimal
    period: Period
    starts_on: date
    valid_months: int | None = None
    unused: Unused = Unused.EXPIRE

    def __post_init__(self) -> None:
        if self.hours <= 0:
            raise ValueError("a plan has hours")
        if self.valid_months is not None and self.valid_months < 1:
            raise ValueError("a bundle is valid for a month at least")


@dataclass(frozen=True)
class Given:
    """Hours on one day."""

    on: date
    hours: Decimal


@dataclass(frozen=True)
class Stretch:
    """One period: from, and until (the day after; None is open)."""

    begins_on: date
    ends_on: date | None

    def holds(self, day: date) -> bool:
        """Whether this day is in it."""
        return self.begins_on <= day and (self.ends_on is None or day < self.ends_on)


@dataclass(frozen=True)
class Left:
    """How a period stands: agreed, carried over from before, and used."""

    stretch: Stretch
    agreed: Decimal
    carried: Decimal
    used: Decimal

    @property
    def room(self) -> Decimal:
        """All there is for this period."""
        return self.agreed + self.carried

    @property
    def left(self) -> Decimal:
        """What is left; never below nought."""
        return max(self.room - self.used, NOUGHT)

    @property
    def above(self) -> Decimal:
        """What was given above it; never below nought."""
        return max(self.used - self.room, NOUGHT)

    @property
    def percent(self) -> int:
        """How much of it is used, in whole percents, rounded down: 75 is said when 75 is reached."""
        return int((self.used * 100 / self.room).to_integral_value(ROUND_FLOOR))

    @property
    def mark(self) -> int | None:
        """The highest mark that was reached: 50, 75, 90, or OVER; None below the first."""
        if self.above:
            return OVER
        return max((mark for mark in MARKS if self.percent >= mark), default=None)


def stretch_on(plan: Plan, day: date) -> Stretch:
    """The period of a plan in which this day lies. A day before it began counts for the first one."""
    day = max(day, plan.starts_on)
    return _bundle(plan, day) if plan.period == Period.BUNDLE else calendar_stretch(plan.period, day)


def calendar_stretch(period: Period, day: date) -> Stretch:
    """The week or the month of this day."""
    if period == Period.MONTH:
        first = day.replace(day=1)
        return Stretch(first, months_later(first, 1))
    monday = day - timedelta(days=day.weekday())
    return Stretch(monday, monday + timedelta(days=7))


def left_on(plan: Plan, given: Iterable[Given], day: date) -> Left:
    """How the period of this day stands, with what was carried over into it."""
    hours = list(given)
    now = stretch_on(plan, day)
    carried = _carried(plan, hours, now) if plan.unused == Unused.CARRY_OVER else NOUGHT
    return Left(now, plan.hours, carried, hours_in(hours, now))


def hours_in(given: Iterable[Given], stretch: Stretch) -> Decimal:
    """The hours in one period together."""
    return sum((one.hours for one in given if stretch.holds(one.on)), NOUGHT)


def per_week(plan: Plan) -> Decimal | None:
    """Hours a week; None for a bundle, which has no rhythm."""
    if plan.period == Period.WEEK:
        return plan.hours
    return plan.hours * 12 / 52 if plan.period == Period.MONTH else None


def months_later(day: date, months: int) -> date:
    """The same day some months on, or the last day of a shorter month."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    following = date(year + (month == 11), (month + 1) % 12 + 1, 1)
    last = (following - timedelta(days=1)).day
    return date(year, month + 1, min(day.day, last))


def _bundle(plan: Plan, day: date) -> Stretch:
    if plan.valid_months is None:
        return Stretch(plan.starts_on, None)
    passed = (day.year - plan.starts_on.year) * 12 + day.month - plan.starts_on.month
    count = passed // plan.valid_months
    if months_later(plan.starts_on, count * plan.valid_months) > day:
        count -= 1
    begins = months_later(plan.starts_on, count * plan.valid_months)
    return Stretch(begins, months_later(plan.starts_on, (count + 1) * plan.valid_months))


def _carried(plan: Plan, given: list[Given], until: Stretch) -> Decimal:
    """What the periods before this one left over, one after the other."""
    carried, one = NOUGHT, stretch_on(plan, plan.starts_on)
    while one.ends_on is not None and one.begins_on < until.begins_on:
        carried = max(plan.hours + carried - hours_in(given, one), NOUGHT)
        one = stretch_on(plan, one.ends_on)
    return carried
