"""Deciding to begin or not: what can be chosen, when to look back, how long a private exploration is kept."""

from calendar import monthrange
from datetime import date
from enum import StrEnum


class Choice(StrEnum):
    """What somebody decides for herself after exploring."""

    GO = "go"
    TRIAL = "trial"
    LATER = "later"
    NO = "no"


class Outcome(StrEnum):
    """What came of it, as she sees it when she looks back."""

    BOTH = "both"
    ONLY_ME = "me"
    NEITHER = "no"
    UNKNOWN = "unknown"


REFUSALS: frozenset[Choice] = frozenset({Choice.LATER, Choice.NO})
"""Choices that somebody has to be told, and after which an exploration is kept for a term."""

ESTIMATES: tuple[int, ...] = tuple(range(0, 101, 10))
"""How likely it is that both are glad, in steps of ten percent: finer is not honest."""

LOOK_BACK_MONTHS = 6
LOOK_BACK_WITHIN = 24
KEEP_MONTHS: tuple[int, ...] = (12, 24, 36)
KEEP_STANDARD = 24


def months_after(day: date, months: int) -> date:
    """The same day of the month so many months later; the last day of that month when it is shorter."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def needs_estimate(choice: Choice) -> bool:
    """Whether an estimate belongs to this choice: only who begins something has something to foretell."""
    return choice not in REFUSALS


def keep_until(decided_on: date, months: int, look_back_on: date | None) -> date:
    """The last day on which an exploration is kept: so many months, and at least a month after looking back."""
    chosen = months_after(decided_on, months)
    return max(chosen, months_after(look_back_on, 1)) if look_back_on else chosen


def is_past(until: date | None, today: date) -> bool:
    """Whether the term is over: the day itself still counts."""
    return until is not None and until < today
