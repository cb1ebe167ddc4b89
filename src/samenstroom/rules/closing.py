"""When a collaboration may be closed, and what "it ended badly" means once both have said how it was."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

REMIND_AFTER = 7
"""Days after the announcement before the other is reminded, once."""
WAIT_FOR_ANSWER = 14
"""Days after the announcement before it may be closed without a confirmation."""


class Wait(StrEnum):
    """Why it cannot be closed yet."""

    LAST_DAY = "last_day"
    ANSWER = "answer"


@dataclass(frozen=True)
class Notice:
    """What decides when it may be closed. `last_on` is None when no last day was named."""

    announced_on: date
    last_on: date | None
    is_confirmed: bool
    takes_part: bool


def may_close_from(notice: Notice) -> date:
    """Return the first day on which either may close it.

    The last day is over, and the other confirmed, takes no part, or had fourteen days to answer.
    """
    first = notice.last_on + timedelta(days=1) if notice.last_on else notice.announced_on
    if notice.is_confirmed or not notice.takes_part:
        return max(first, notice.announced_on)
    return max(first, notice.announced_on + timedelta(days=WAIT_FOR_ANSWER))


def waits_for(notice: Notice, today: date) -> Wait | None:
    """Return what it still waits for today: the last day, or an answer; None when it may be closed."""
    if today >= may_close_from(notice):
        return None
    is_over = notice.last_on is None or today > notice.last_on
    return Wait.ANSWER if is_over else Wait.LAST_DAY


def reminder_due_on(announced_on: date) -> date:
    """Return the day on which the other is reminded that it was announced."""
    return announced_on + timedelta(days=REMIND_AFTER)


def ended_badly(said: Collection[Mapping[str, str]]) -> bool | None:
    """Return whether it ended badly, by what both said; None as long as not both said how it was.

    Badly: early and in conflict, or money or an agreement broken, or somebody would not work together again. Finished
    as planned, by both, never is.
    """
    both = 2
    if len(said) < both:
        return None
    if all(as_planned(one) for one in said):
        return False
    return any(was_bad(one) for one in said)


def as_planned(said: Mapping[str, str]) -> bool:
    """Return whether it was finished as planned, by what one of them said."""
    return said.get("planned") == "yes" and said.get("conflict") != "yes"


def was_bad(said: Mapping[str, str]) -> bool:
    """Return whether it was bad by what one of them said: the one definition, decided before anybody looks."""
    in_conflict = said.get("planned") == "no" and said.get("conflict") == "yes"
    return in_conflict or said.get("kept") == "no" or said.get("would_again") == "no"
