"""Working days: Monday to Friday, except the holidays that the caller names."""

from datetime import date, timedelta

NO_HOLIDAYS: frozenset[date] = frozenset()
ONE_DAY = timedelta(days=1)
SATURDAY = 5


def is_working_day(day: date, holidays: frozenset[date] = NO_HOLIDAYS) -> bool:
    """Tell whether people can be expected at work on this day."""
    return day.weekday() < SATURDAY and day not in holidays


def add_working_days(start: date, count: int, holidays: frozenset[date] = NO_HOLIDAYS) -> date:
    """Return the working day that comes `count` working days after start; the start itself is not counted.

    With a count of 0 the start comes back as it is. Raises ValueError for a negative count.
    """
    if count < 0:
        raise ValueError("working days are counted forward")
    day = start
    while count:
        day += ONE_DAY
        count -= is_working_day(day, holidays)
    return day


def working_days_between(start: date, end: date, holidays: frozenset[date] = NO_HOLIDAYS) -> int:
    """Return how many working days come after start, up to and including end; 0 when end is not later."""
    days = (start + timedelta(days=n) for n in range(1, (end - start).days + 1))
    return sum(is_working_day(day, holidays) for day in days)
