"""A trial project through time: proposed, running, over, looked back on; and what it pays."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


class TrialState(StrEnum):
    """Where a trial project stands. `OFF`: taken off the table, or replaced by another proposal."""

    OFF = "off"
    PROPOSED = "proposed"
    AHEAD = "ahead"
    RUNNING = "running"
    OVER = "over"
    EVALUATED = "evaluated"


class Pay(StrEnum):
    """How it is paid."""

    PRICE = "price"
    HOURS = "hours"
    UNPAID = "unpaid"


@dataclass(frozen=True)
class Course:
    """What decides where it stands: its days, and what was done with it."""

    starts_on: date
    ends_on: date
    is_on: bool = False
    is_off: bool = False
    is_finished: bool = False
    is_evaluated: bool = False


def state_of(course: Course, today: date) -> TrialState:
    """Return where it stands today. It is over after its last day, or when somebody said that it is done."""
    if course.is_off:
        return TrialState.OFF
    if not course.is_on:
        return TrialState.PROPOSED
    if course.is_evaluated:
        return TrialState.EVALUATED
    if course.is_finished or today > course.ends_on:
        return TrialState.OVER
    return TrialState.RUNNING if today >= course.starts_on else TrialState.AHEAD


def total(pay: Pay, price: Decimal | None, hours: Decimal | None, rate: Decimal | None) -> Decimal | None:
    """Return what the whole trial pays: nothing when unpaid, None when it is not known."""
    if pay is Pay.UNPAID:
        return Decimal(0)
    if pay is Pay.PRICE:
        return price
    return hours * rate if hours is not None and rate is not None else None
