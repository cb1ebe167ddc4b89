"""Notice: the earliest last day after telling that it ends, and when to ask how it ended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from samenstroom.rules.decisions import months_after

ASKED_FOR = timedelta(days=14)
"""How long the question how it ended may stand among what asks attention; after that it is never asked again."""


ONE_DAY = timedelta(days=1)


class Unit(StrEnum):
    """What notice is counted in."""

    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"


@dataclass(frozen=True)
class Notice:
    """How long before the last day it has to be told. `to_month_end`: it always ends on the last day of a month.

    `from_month_start`: it counts from the first day of the month after it was told, that day included.
    """

    count: int
    unit: Unit
    to_month_end: bool = False
    from_month_start: bool = False


def last_day(announced_on: date, notice: Notice) -> date:
    """The earliest last day after telling it on this day.

    The day of telling is not counted. A month runs to the same day of a later month, or to its last day when that
    month is shorter. Raises ValueError for a negative count.
    """
    if notice.count < 0:
        raise ValueError("notice is counted forward")
    if notice.from_month_start:
        day = _after(month_end(announced_on) + ONE_DAY, notice) - ONE_DAY
    else:
        day = _after(announced_on, notice)
    return month_end(day) if notice.to_month_end else day


def _after(day: date, notice: Notice) -> date:
    if notice.unit == Unit.MONTHS:
        return months_after(day, notice.count)
    return day + timedelta(days=notice.count * (7 if notice.unit == Unit.WEEKS else 1))


def month_end(day: date) -> date:
    """The last day of this month."""
    return months_after(day.replace(day=1), 1) - timedelta(days=1)


def is_too_early(chosen: date, announced_on: date, notice: Notice | None) -> bool:
    """Whether the day she chose comes before what was agreed; without an agreed notice nothing is too early."""
    return notice is not None and chosen < last_day(announced_on, notice)


def looks_back_on(last_on: date) -> date:
    """The day on which she is asked how it ended: a month after the last day."""
    return months_after(last_on, 1)


def asks_to_look_back(last_on: date | None, today: date) -> bool:
    """Whether the question how it ended stands among what asks attention: two weeks, and then never again."""
    if last_on is None:
        return False
    return timedelta(0) <= today - looks_back_on(last_on) < ASKED_FOR
