"""What the rules cost: how many histories a second, next to a loop that only reads the same answers once."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from bench.measure import medians
from samenstroom.rules.dimensions import ITEMS
from samenstroom.rules.facts import History, RoundFacts
from samenstroom.rules.indicators import look_at

LENGTHS = (26, 130)
"""A year and five years of a round every two weeks."""


@dataclass(frozen=True)
class Speed:
    """How many histories of this length a second, and how many times the cost of only reading them."""

    rounds: int
    per_second: float
    times_reading: float


def speeds(*, runs: int) -> list[Speed]:
    """One line per length."""
    return [_speed(length, runs) for length in LENGTHS]


def _speed(length: int, runs: int) -> Speed:
    history = history_of(length)
    # A new record each time: one that was looked at before remembers what it worked out.
    found = medians({"look": lambda: look_at(replace(history)), "read": lambda: read(history)}, runs=runs)
    return Speed(length, 1 / found["look"], found["look"] / found["read"])


def read(history: History) -> int:
    """The baseline: touch every opened answer of both sides once."""
    total = 0
    for one in history.rounds:
        for answers in (one.self_answers, one.other_answers):
            if answers:
                total += sum(step for step in answers.values() if step is not None)
    return total


def history_of(rounds: int, *, start: date = date(2021, 1, 4)) -> History:
    """A history with movement in it, so that the indicators have something to find."""
    days = [start + number * timedelta(weeks=2) for number in range(rounds)]
    return History(
        today=days[-1] + timedelta(days=3),
        rhythm_weeks=2,
        rhythm_accepted_on=start,
        rounds=tuple(_round(number, day, last=rounds) for number, day in enumerate(days, start=1)),
    )


def _round(number: int, day: date, *, last: int) -> RoundFacts:
    is_late = number > last - 3
    mine = {item: 4 + (number + at) % 2 for at, item in enumerate(ITEMS)}
    theirs = {item: (2 if is_late else 4) + (number + at) % 2 for at, item in enumerate(ITEMS)}
    return RoundFacts(
        number=number,
        opened_on=day,
        revealed_on=day + timedelta(days=1),
        self_sent_on=day,
        other_sent_on=day + timedelta(days=1),
        self_answers=mine,
        other_answers=theirs,
    )
