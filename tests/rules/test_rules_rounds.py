"""The rhythm: openings, reveals, reminders and working days."""

from datetime import date, timedelta
from itertools import islice

import pytest

from samenstroom.rules import calendar, rounds

MONDAY = date(2026, 1, 5)
THURSDAY, FRIDAY, SATURDAY, SUNDAY = (MONDAY + timedelta(days=n) for n in (3, 4, 5, 6))
NEXT_MONDAY = MONDAY + timedelta(days=7)


def test_due_dates_follow_the_rhythm() -> None:
    assert list(islice(rounds.due_dates(MONDAY, 2), 3)) == [MONDAY, date(2026, 1, 19), date(2026, 2, 2)]


@pytest.mark.parametrize("weeks", [0, 3, -1, 52])
def test_other_rhythms_are_refused(weeks: int) -> None:
    with pytest.raises(ValueError):
        rounds.due_dates(MONDAY, weeks)
    with pytest.raises(ValueError):
        rounds.next_opening(None, MONDAY, weeks, MONDAY)


@pytest.mark.parametrize(
    ("last", "accepted", "today", "opens"),
    [
        pytest.param(None, None, MONDAY, None, id="nothing opens before both accepted"),
        pytest.param(MONDAY, None, NEXT_MONDAY, None, id="nor when the rhythm was taken back"),
        pytest.param(None, MONDAY, MONDAY, MONDAY, id="the first opens on acceptance"),
        pytest.param(None, MONDAY, FRIDAY, FRIDAY, id="the first opens now when that day passed"),
        pytest.param(None, FRIDAY, MONDAY, FRIDAY, id="the first waits for a later start"),
        pytest.param(MONDAY, MONDAY, FRIDAY, date(2026, 1, 19), id="the next comes after the rhythm"),
        pytest.param(MONDAY, MONDAY, date(2026, 1, 19), date(2026, 1, 19), id="on its day it is due"),
        pytest.param(MONDAY, MONDAY, date(2026, 9, 1), date(2026, 9, 1), id="after a long gap one opens now"),
        pytest.param(MONDAY, date(2026, 2, 2), date(2026, 1, 20), date(2026, 2, 2), id="a new rhythm starts anew"),
    ],
)
def test_when_the_next_round_opens(last: date | None, accepted: date | None, today: date, opens: date | None) -> None:
    assert rounds.next_opening(last, accepted, 2, today) == opens


def test_after_a_long_gap_only_one_round_opens() -> None:
    today = date(2026, 9, 1)
    opened = rounds.next_opening(MONDAY, MONDAY, 1, today)
    assert opened == today
    assert rounds.next_opening(opened, MONDAY, 1, today) == today + timedelta(weeks=1)


@pytest.mark.parametrize(
    ("required", "sent", "opens"),
    [
        ({1, 2}, set(), False),
        ({1, 2}, {1}, False),
        ({1, 2}, {2, 3}, False),
        ({1, 2}, {1, 2}, True),
        ({1, 2}, {1, 2, 3}, True),
        ({1}, {1}, False),
        (set(), set(), False),
    ],
)
def test_answers_open_when_both_have_sent(required: set[int], sent: set[int], opens: bool) -> None:
    assert rounds.may_reveal(frozenset(required), frozenset(sent)) is opens


@pytest.mark.parametrize(
    ("opened_on", "today", "due"),
    [
        pytest.param(MONDAY, MONDAY + timedelta(days=1), False, id="not after one working day"),
        pytest.param(MONDAY, MONDAY + timedelta(days=2), True, id="after two working days"),
        pytest.param(MONDAY, FRIDAY, True, id="later when it did not happen"),
        pytest.param(THURSDAY, SATURDAY, False, id="never on Saturday"),
        pytest.param(THURSDAY, SUNDAY, False, id="never on Sunday"),
        pytest.param(THURSDAY, NEXT_MONDAY, True, id="the weekend does not count"),
        pytest.param(SATURDAY, NEXT_MONDAY, False, id="opened in the weekend"),
        pytest.param(SATURDAY, NEXT_MONDAY + timedelta(days=1), True, id="two working days after a weekend"),
    ],
)
def test_one_reminder_after_two_working_days(opened_on: date, today: date, due: bool) -> None:
    assert rounds.reminder_due(opened_on, False, False, today) is due
    assert not rounds.reminder_due(opened_on, True, False, today)
    assert not rounds.reminder_due(opened_on, False, True, today)


def test_a_holiday_postpones_the_reminder() -> None:
    wednesday = MONDAY + timedelta(days=2)
    assert not rounds.reminder_due(MONDAY, False, False, wednesday, frozenset({wednesday}))
    assert rounds.reminder_due(MONDAY, False, False, THURSDAY, frozenset({wednesday}))


def test_a_round_closes_when_the_next_one_opens() -> None:
    openings = [date(2026, 2, 2), MONDAY, date(2026, 1, 19)]
    assert rounds.closes_when_next_opens(MONDAY, openings) == date(2026, 1, 19)
    assert rounds.closes_when_next_opens(date(2026, 2, 2), openings) is None


def test_every_third_round_asks_a_guess() -> None:
    assert [number for number in range(10) if rounds.asks_guess(number)] == [3, 6, 9]


@pytest.mark.parametrize(("days", "due"), [(0, False), (27, False), (28, True), (60, True)])
def test_carrying_on_is_asked_every_four_weeks(days: int, due: bool) -> None:
    assert rounds.carrying_on_due(MONDAY, MONDAY + timedelta(days=days)) is due
    assert rounds.carrying_on_due(None, MONDAY)


def test_working_days_step_over_weekends_and_holidays() -> None:
    assert calendar.add_working_days(FRIDAY, 1) == NEXT_MONDAY
    assert calendar.add_working_days(FRIDAY, 1, frozenset({NEXT_MONDAY})) == NEXT_MONDAY + timedelta(days=1)
    assert calendar.add_working_days(SATURDAY, 0) == SATURDAY
    assert calendar.working_days_between(FRIDAY, NEXT_MONDAY) == 1
    assert calendar.working_days_between(MONDAY, FRIDAY) == 4
    assert calendar.working_days_between(FRIDAY, MONDAY) == 0
    with pytest.raises(ValueError):
        calendar.add_working_days(MONDAY, -1)
