"""What became of each promised day, and how it is counted."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenstroom.rules.promises import (
    Firmness,
    Measure,
    Outcome,
    Promise,
    Settled,
    Told,
    last_day_to_tell,
    measure,
    settle,
)

MONDAY, FRIDAY = date(2026, 3, 9), date(2026, 3, 13)
LATER = date(2026, 4, 30)
HARD, TARGET = Firmness.HARD, Firmness.TARGET


def day(number: int) -> date:
    return date(2026, 3, number)


def outcomes(promise: Promise, today: date = LATER) -> list[Outcome]:
    return [one.outcome for one in settle(promise, today=today)]


@pytest.mark.parametrize("firmness", [HARD, TARGET])
def test_done_on_the_day_itself_is_kept(firmness: Firmness) -> None:
    assert settle(Promise(FRIDAY, firmness, done_on=FRIDAY), today=FRIDAY) == (Settled(FRIDAY, Outcome.KEPT, FRIDAY),)


def test_a_day_that_may_still_be_met_says_nothing_yet() -> None:
    assert outcomes(Promise(FRIDAY), today=FRIDAY) == []


def test_a_day_that_passed_without_a_word_says_so_the_day_after() -> None:
    assert settle(Promise(FRIDAY), today=LATER) == (Settled(FRIDAY, Outcome.WITHOUT_WORD, day(14)),)
    assert outcomes(Promise(FRIDAY, done_on=day(14))) == [Outcome.WITHOUT_WORD]


def test_a_target_may_be_told_on_its_own_day() -> None:
    assert outcomes(Promise(FRIDAY, told=[Told(FRIDAY, day(20))], done_on=day(20))) == [Outcome.TOLD, Outcome.KEPT]


def test_a_hard_day_is_told_a_working_day_before() -> None:
    assert outcomes(Promise(FRIDAY, HARD, [Told(day(12), day(20))], done_on=day(20))) == [Outcome.TOLD, Outcome.KEPT]
    assert outcomes(Promise(FRIDAY, HARD, [Told(FRIDAY, day(20))], done_on=day(20))) == [
        Outcome.WITHOUT_WORD,
        Outcome.KEPT,
    ]


def test_before_a_hard_monday_friday_is_in_time_and_the_weekend_is_not() -> None:
    assert last_day_to_tell(day(16), HARD) == FRIDAY
    assert last_day_to_tell(day(16), HARD, frozenset({FRIDAY})) == day(12)
    assert outcomes(Promise(day(16), HARD, [Told(day(15), day(20))], done_on=day(20)))[0] == Outcome.WITHOUT_WORD


def test_each_new_day_is_a_promise_of_its_own() -> None:
    promise = Promise(FRIDAY, told=[Told(day(19), day(27)), Told(day(12), day(20))])
    assert outcomes(promise) == [Outcome.TOLD, Outcome.TOLD, Outcome.WITHOUT_WORD]


def test_told_without_a_new_day_ends_the_promise() -> None:
    assert outcomes(Promise(FRIDAY, told=[Told(day(12))])) == [Outcome.TOLD]


def test_the_same_day_again_is_no_word() -> None:
    assert outcomes(Promise(FRIDAY, told=[Told(day(12), FRIDAY)], done_on=FRIDAY)) == [Outcome.KEPT]


def test_dropped_in_time_is_not_counted_and_dropped_afterwards_is() -> None:
    assert outcomes(Promise(FRIDAY, dropped_on=FRIDAY)) == []
    assert outcomes(Promise(FRIDAY, dropped_on=day(14))) == [Outcome.WITHOUT_WORD]


def test_what_is_still_to_come_is_not_known() -> None:
    assert outcomes(Promise(FRIDAY, told=[Told(day(12), day(20))]), today=day(11)) == []
    assert outcomes(Promise(FRIDAY, done_on=day(12)), today=day(11)) == []


def test_a_day_within_a_pause_never_counts_against_her() -> None:
    settled = settle(Promise(FRIDAY, done_on=day(20)), today=LATER, stands_still=lambda one: one == FRIDAY)
    assert settled == ()
    kept = settle(Promise(FRIDAY, done_on=FRIDAY), today=LATER, stands_still=lambda one: one == FRIDAY)
    assert measure(kept) == Measure(kept=1)


def test_told_in_time_counts_as_a_kept_word_and_few_days_have_no_share() -> None:
    assert Measure(kept=2, told=2).percent is None
    assert Measure(kept=3, told=1, without_word=1).percent == 80


DAYS = st.integers(0, 60).map(lambda number: MONDAY + timedelta(days=number))
PROMISES = st.builds(
    Promise,
    due_on=DAYS,
    firmness=st.sampled_from(Firmness),
    told=st.lists(st.builds(Told, on=DAYS, due_on=st.none() | DAYS), max_size=4),
    done_on=st.none() | DAYS,
    dropped_on=st.none() | DAYS,
)


@given(PROMISES, DAYS)
def test_nothing_is_known_before_its_day_and_nothing_counts_more_than_once(promise: Promise, today: date) -> None:
    settled = settle(promise, today=today)
    assert all(one.on <= today for one in settled)
    assert len(settled) <= len(promise.told) + 1
    assert sum(one.outcome == Outcome.KEPT for one in settled) <= 1


@given(PROMISES, DAYS)
def test_a_pause_never_makes_it_worse(promise: Promise, today: date) -> None:
    count = measure(settle(promise, today=today)).without_word
    assert measure(settle(promise, today=today, stands_still=lambda one: one.day % 2 == 0)).without_word <= count


@given(PROMISES, DAYS)
def test_a_hard_day_is_never_judged_milder_than_a_target(promise: Promise, today: date) -> None:
    hard = Promise(promise.due_on, HARD, promise.told, promise.done_on, promise.dropped_on)
    target = Promise(promise.due_on, TARGET, promise.told, promise.done_on, promise.dropped_on)
    assert measure(settle(hard, today=today)).without_word >= measure(settle(target, today=today)).without_word
