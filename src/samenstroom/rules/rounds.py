"""The rhythm of check-ins: when a round opens, when it is revealed, when somebody is reminded.

The gate of a reveal is "both have sent", never a clock. A mail reminds once; `mail_hours.py` says when.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import count

from samenstroom.rules.calendar import NO_HOLIDAYS, add_working_days, is_working_day

RHYTHMS: tuple[int, ...] = (1, 2, 4)
"""The rhythms to choose from, in weeks."""

REMIND_AFTER_WORKING_DAYS = 2
GUESS_EVERY = 3
CARRYING_ON_AFTER = timedelta(days=28)


def due_dates(start: date, weeks: int) -> Iterator[date]:
    """Yield the days on which rounds are due: the start, then every `weeks` weeks, without end.

    Raises ValueError, at the call, for a rhythm that cannot be chosen.
    """
    step = _step(weeks)
    return (start + n * step for n in count())


def next_opening(last_opened_on: date | None, accepted_on: date | None, weeks: int, today: date) -> date | None:
    """Return the day, today or later, on which the next round opens; None while the rhythm is not accepted by
    both.

    A round is due now when the answer equals `today`. However much time was skipped, one round opens and the
    rhythm goes on from there: nobody comes back to a pile of rounds. Raises ValueError for a rhythm that
    cannot be chosen.
    """
    step = _step(weeks)
    if accepted_on is None:
        return None
    if last_opened_on is None:
        return max(accepted_on, today)
    return max(last_opened_on + step, accepted_on, today)


def closes_when_next_opens(opened_on: date, openings: Iterable[date]) -> date | None:
    """Return the day on which a round closes: the first later opening; None as long as there is none.

    What was sent in a round that closes with one answer stays sealed.
    """
    return min((day for day in openings if day > opened_on), default=None)


def may_reveal(required_parties: frozenset[int], sent_by: frozenset[int]) -> bool:
    """Tell whether the answers of a round open: all parties, at least two, have sent."""
    return len(required_parties) > 1 and required_parties <= sent_by


def reminder_due(
    opened_on: date, sent: bool, reminded: bool, today: date, holidays: frozenset[date] = NO_HOLIDAYS
) -> bool:
    """Tell whether somebody is reminded today: once, from two working days after the opening, on a working
    day.
    """
    if sent or reminded or not is_working_day(today, holidays):
        return False
    return today >= add_working_days(opened_on, REMIND_AFTER_WORKING_DAYS, holidays)


def asks_guess(number: int) -> bool:
    """Tell whether this round (counted from 1) asks what the other will say: every third one."""
    return number > 0 and number % GUESS_EVERY == 0


def carrying_on_due(last_on: date | None, today: date) -> bool:
    """Tell whether somebody is asked again, for herself, if she would go on: 28 days after the last time."""
    return last_on is None or today - last_on >= CARRYING_ON_AFTER


def _step(weeks: int) -> timedelta:
    if weeks not in RHYTHMS:
        raise ValueError(f"a rhythm is one of {RHYTHMS} weeks, not {weeks!r}")
    return timedelta(weeks=weeks)
