"""Promises with a day: what became of each day that was promised, by the same measure for both sides.

Who tells in time that a day will not be met kept her word: the other could still count on it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from samenstroom.rules.calendar import NO_HOLIDAYS, is_working_day

ENOUGH_FOR_A_SHARE = 5
"""Below this number of promised days only the counts are told, never a share of them."""


class Firmness(StrEnum):
    """How firm a day is: it has to be that day, or it is what she aims at."""

    HARD = "hard"
    TARGET = "target"


class Outcome(StrEnum):
    """What became of one promised day."""

    KEPT = "kept"
    TOLD = "told"
    WITHOUT_WORD = "without_word"


@dataclass(frozen=True)
class Told:
    """That a day would not be met, told on `on`. `due_on` is the day that holds since: hers, or the other's answer.

    None is no new day; then nothing is promised any more.
    """

    on: date
    due_on: date | None = None


@dataclass(frozen=True)
class Promise:
    """One thing promised for a day, with every word about that day since."""

    due_on: date
    firmness: Firmness = Firmness.TARGET
    told: Sequence[Told] = ()
    done_on: date | None = None
    dropped_on: date | None = None


@dataclass(frozen=True)
class Settled:
    """What became of one promised day. `on` is when that was sure: done, told, or the day after."""

    due_on: date
    outcome: Outcome
    on: date


@dataclass(frozen=True)
class Measure:
    """How often a day was met, told about in time, and passed without a word in time."""

    kept: int = 0
    told: int = 0
    without_word: int = 0

    @property
    def days(self) -> int:
        return self.kept + self.told + self.without_word

    @property
    def percent(self) -> int | None:
        """How much of her word was kept, in whole percents; None as long as there is too little to say so."""
        return None if self.days < ENOUGH_FOR_A_SHARE else round((self.kept + self.told) * 100 / self.days)


def last_day_to_tell(due_on: date, firmness: Firmness, holidays: frozenset[date] = NO_HOLIDAYS) -> date:
    """The last day on which telling that it will not be met is in time.

    A day she aims at: that day itself. A hard one: the last working day before it, so the other still has a working
    day to do something about it.
    """
    if firmness == Firmness.TARGET:
        return due_on
    day = due_on - timedelta(days=1)
    while not is_working_day(day, holidays):
        day -= timedelta(days=1)
    return day


def settle(
    promise: Promise,
    *,
    today: date,
    stands_still: Callable[[date], bool] = lambda _day: False,
    holidays: frozenset[date] = NO_HOLIDAYS,
) -> tuple[Settled, ...]:
    """What became of each promised day, oldest first; a day that may still be met is not in it.

    What was dropped on or before its day, and what passed while they stood still, is not counted at all. Only words
    up to today and before it was done count. A new day that comes before it was told is no promise.
    """
    return tuple(_settle(promise, today, stands_still, holidays))


def measure(settled: Iterable[Settled]) -> Measure:
    """Count what became of the promised days."""
    outcomes = [one.outcome for one in settled]
    return Measure(outcomes.count(Outcome.KEPT), outcomes.count(Outcome.TOLD), outcomes.count(Outcome.WITHOUT_WORD))


def _settle(
    promise: Promise, today: date, stands_still: Callable[[date], bool], holidays: frozenset[date]
) -> Iterator[Settled]:
    due_on: date = promise.due_on
    for word in _words(promise, today):
        if word.due_on == due_on:
            continue
        if word.on <= last_day_to_tell(due_on, promise.firmness, holidays):
            yield Settled(due_on, Outcome.TOLD, word.on)
        elif not stands_still(due_on):
            yield _without_word(due_on, word.on)
        if word.due_on is None or word.due_on < word.on:
            return
        due_on = word.due_on
    done_on, ended_on = promise.done_on, min(_ends(promise, today))
    if done_on is not None and done_on <= min(due_on, ended_on):
        yield Settled(due_on, Outcome.KEPT, done_on)
    elif due_on < ended_on and not stands_still(due_on):
        yield _without_word(due_on, ended_on)


def _words(promise: Promise, today: date) -> list[Told]:
    """What was told up to today, as long as the promise stood, oldest first."""
    ends = min(_ends(promise, today))
    return sorted((word for word in promise.told if word.on <= ends), key=lambda word: word.on)


def _ends(promise: Promise, today: date) -> list[date]:
    return [day for day in (promise.done_on, promise.dropped_on, today) if day is not None]


def _without_word(due_on: date, known_on: date) -> Settled:
    return Settled(due_on, Outcome.WITHOUT_WORD, min(due_on + timedelta(days=1), known_on))
