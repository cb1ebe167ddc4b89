"""Where a trial project stands, by its days and by what was done with it."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from samenstroom.rules.trials import Course, Pay, TrialState, state_of, total

COURSE = Course(starts_on=date(2026, 3, 2), ends_on=date(2026, 3, 13), is_on=True)


@pytest.mark.parametrize(
    ("today", "state"),
    [
        (date(2026, 3, 1), TrialState.AHEAD),
        (date(2026, 3, 2), TrialState.RUNNING),
        (date(2026, 3, 13), TrialState.RUNNING),
        (date(2026, 3, 14), TrialState.OVER),
    ],
)
def test_an_agreed_trial_runs_from_its_first_day_through_its_last(today: date, state: TrialState) -> None:
    assert state_of(COURSE, today) is state


def test_a_proposal_never_runs_and_never_gets_over_by_itself() -> None:
    proposed = replace(COURSE, is_on=False)
    for days in (-10, 0, 100):
        assert state_of(proposed, COURSE.starts_on + timedelta(days=days)) is TrialState.PROPOSED


def test_done_before_its_day_is_over_and_looked_back_on_stays_so() -> None:
    assert state_of(replace(COURSE, is_finished=True), date(2026, 3, 3)) is TrialState.OVER
    assert state_of(replace(COURSE, is_evaluated=True), date(2026, 4, 3)) is TrialState.EVALUATED
    assert state_of(replace(COURSE, is_off=True, is_finished=True), date(2026, 4, 3)) is TrialState.OFF


def test_what_it_pays() -> None:
    assert total(Pay.PRICE, Decimal(450), None, None) == Decimal(450)
    assert total(Pay.HOURS, None, Decimal("7.5"), Decimal(60)) == Decimal("450.0")
    assert total(Pay.HOURS, None, Decimal(6), None) is None
    assert total(Pay.UNPAID, Decimal(450), None, None) == Decimal(0)
