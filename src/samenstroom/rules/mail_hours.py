"""When somebody may be mailed: her hours, her days, her zone, and how often.

One rule for every mail that is not asked for this minute. Days are worked out on her own calendar, so that a clock that
is put forward or back moves nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum

from samenstroom.rules.calendar import NO_HOLIDAYS, ONE_DAY

LONGEST_WAIT = 400
"""Days to look ahead. Who may be mailed on one day of the week finds one long before."""
ONE_WEEK = timedelta(days=7)
IN_TIME = timedelta(days=1)
"""So long before a moment she knows of it, also when she has her mail gathered."""


class Often(StrEnum):
    """How often mail about one subject comes."""

    AT_ONCE = "at_once"
    DAILY = "daily"
    WEEKLY = "weekly"
    NEVER = "never"


@dataclass(frozen=True)
class MailHours:
    """From which hour until which, on which days of the week (Monday is 0), on the calendar of which zone."""

    zone: tzinfo
    opens: int = 8
    closes: int = 18
    weekdays: frozenset[int] = frozenset(range(5))
    holidays: frozenset[date] = NO_HOLIDAYS
    weekly_on: int = 0

    def __post_init__(self) -> None:
        if not 0 <= self.opens < self.closes <= 24 or not self.weekdays <= frozenset(range(7)) or not self.weekdays:
            raise ValueError("mail hours are part of a day, on at least one day of the week")

    def takes_mail_on(self, day: date) -> bool:
        """Tell whether mail may come on this day at all."""
        return day.weekday() in self.weekdays and day not in self.holidays

    def window(self, day: date) -> tuple[datetime, datetime]:
        """Return from when until when, in UTC, mail may come on this day."""
        return self._at(day, self.opens), self._at(day, self.closes)

    def day_of(self, moment: datetime) -> date:
        """Return the day it is for her at `moment`."""
        return moment.astimezone(self.zone).date()

    def start_of(self, moment: datetime) -> datetime:
        """Return when the day that it is for her at `moment` began."""
        return self._at(self.day_of(moment), 0)

    def _at(self, day: date, hour: int) -> datetime:
        days, hours = divmod(hour, 24)
        return datetime.combine(day + timedelta(days=days), time(hours), self.zone).astimezone(UTC)


@dataclass(frozen=True)
class Plan:
    """When a mail leaves, and whether it waits to be gathered with others."""

    leaves_at: datetime
    is_gathered: bool


def next_mail_moment(moment: datetime, hours: MailHours) -> datetime:
    """Return the first moment, `moment` itself or later, at which she may be mailed."""
    for opens, closes in _windows(hours, hours.day_of(moment) - ONE_DAY):
        if moment < closes:
            return max(moment, opens)
    raise ValueError("no day on which mail may come")


def next_gathering(moment: datetime, hours: MailHours, *, is_weekly: bool = False) -> datetime:
    """Return when the next mail leaves in which others are gathered: as her hours open, after `moment`.

    Once a week it is her day of the week, or the first day after it on which she may be mailed.
    """
    first = hours.day_of(moment) - ONE_WEEK
    if not is_weekly:
        return next(opens for opens, _closes in _windows(hours, first) if opens > moment)
    first += timedelta(days=(hours.weekly_on - first.weekday()) % 7)
    starts = (first + number * ONE_WEEK for number in range(LONGEST_WAIT // 7))
    gatherings = (next(_windows(hours, start))[0] for start in starts)
    return next(opens for opens in gatherings if opens > moment)


def plan_mail(often: Often, moment: datetime, hours: MailHours, needed_at: datetime | None = None) -> Plan | None:
    """Return when a mail that is ready at `moment` leaves, and how; None when she wants none of it.

    What comes with a file for a calendar has `needed_at`. It is never gathered, because a calendar reads one such file
    a mail. It leaves by itself when the others leave gathered, or before, when that would be too late.
    """
    if often is Often.NEVER:
        return None
    if often is Often.AT_ONCE:
        return Plan(next_mail_moment(moment, hours), is_gathered=False)
    gathers_at = next_gathering(moment, hours, is_weekly=often is Often.WEEKLY)
    if needed_at is None:
        return Plan(gathers_at, is_gathered=True)
    is_in_time = gathers_at + IN_TIME <= needed_at
    return Plan(gathers_at if is_in_time else next_mail_moment(moment, hours), is_gathered=False)


def _windows(hours: MailHours, first: date) -> Iterator[tuple[datetime, datetime]]:
    """The stretches in which mail may come, from this day on. An hour that a clock skips makes none."""
    for number in range(LONGEST_WAIT):
        day = first + timedelta(days=number)
        if hours.takes_mail_on(day):
            opens, closes = hours.window(day)
            if opens < closes:
                yield opens, closes
