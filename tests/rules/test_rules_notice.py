"""Notice by hand: days, weeks and months, over the ends of months and a leap year."""

from __future__ import annotations

from datetime import date

import pytest

from samenstroom.rules.notice import Notice, Unit, asks_to_look_back, is_too_early, last_day, looks_back_on, month_end

DAYS, WEEKS, MONTHS = Unit.DAYS, Unit.WEEKS, Unit.MONTHS


@pytest.mark.parametrize(
    ("told", "notice", "last"),
    [
        ("2026-11-27", Notice(0, DAYS), "2026-11-27"),
        ("2026-11-27", Notice(30, DAYS), "2026-12-27"),
        ("2026-02-15", Notice(14, DAYS), "2026-03-01"),
        ("2028-02-15", Notice(14, DAYS), "2028-02-29"),
        ("2026-12-31", Notice(1, DAYS), "2027-01-01"),
        ("2026-11-27", Notice(2, WEEKS), "2026-12-11"),
        ("2026-12-24", Notice(1, WEEKS), "2026-12-31"),
        ("2026-11-27", Notice(1, MONTHS), "2026-12-27"),
        ("2026-01-31", Notice(1, MONTHS), "2026-02-28"),
        ("2028-01-31", Notice(1, MONTHS), "2028-02-29"),
        ("2026-03-31", Notice(1, MONTHS), "2026-04-30"),
        ("2026-11-30", Notice(3, MONTHS), "2027-02-28"),
        ("2027-11-30", Notice(3, MONTHS), "2028-02-29"),
        ("2028-02-29", Notice(12, MONTHS), "2029-02-28"),
        ("2026-02-28", Notice(1, MONTHS), "2026-03-28"),
    ],
)
def test_the_last_day_follows_from_what_was_agreed(told: str, notice: Notice, last: str) -> None:
    assert last_day(date.fromisoformat(told), notice) == date.fromisoformat(last)


@pytest.mark.parametrize(
    ("told", "notice", "last"),
    [
        ("2026-11-27", Notice(1, MONTHS, to_month_end=True), "2026-12-31"),
        ("2026-12-01", Notice(1, MONTHS, to_month_end=True), "2027-01-31"),
        ("2026-01-31", Notice(1, MONTHS, to_month_end=True), "2026-02-28"),
        ("2028-01-10", Notice(1, MONTHS, to_month_end=True), "2028-02-29"),
        ("2026-11-30", Notice(0, DAYS, to_month_end=True), "2026-11-30"),
        ("2026-11-16", Notice(2, WEEKS, to_month_end=True), "2026-11-30"),
        ("2026-11-17", Notice(2, WEEKS, to_month_end=True), "2026-12-31"),
    ],
)
def test_to_the_end_of_the_month_moves_it_to_the_last_day(told: str, notice: Notice, last: str) -> None:
    assert last_day(date.fromisoformat(told), notice) == date.fromisoformat(last)


@pytest.mark.parametrize(
    ("told", "notice", "last"),
    [
        ("2026-11-27", Notice(30, DAYS, from_month_start=True), "2026-12-30"),
        ("2026-12-01", Notice(31, DAYS, from_month_start=True), "2027-01-31"),
        ("2026-11-27", Notice(1, MONTHS, from_month_start=True), "2026-12-31"),
        ("2026-11-27", Notice(0, DAYS, from_month_start=True), "2026-11-30"),
    ],
)
def test_notice_may_begin_to_count_on_the_first_of_a_month(told: str, notice: Notice, last: str) -> None:
    assert last_day(date.fromisoformat(told), notice) == date.fromisoformat(last)


def test_notice_is_never_counted_back() -> None:
    with pytest.raises(ValueError, match="forward"):
        last_day(date(2026, 11, 27), Notice(-1, DAYS))


@pytest.mark.parametrize(
    ("day", "end"), [("2026-02-01", "2026-02-28"), ("2028-02-29", "2028-02-29"), ("2026-12-05", "2026-12-31")]
)
def test_a_month_has_its_own_end(day: str, end: str) -> None:
    assert month_end(date.fromisoformat(day)) == date.fromisoformat(end)


def test_too_early_is_before_the_agreed_day_and_never_without_an_agreement() -> None:
    told, notice = date(2026, 11, 27), Notice(1, MONTHS)
    assert is_too_early(date(2026, 12, 26), told, notice)
    assert not is_too_early(date(2026, 12, 27), told, notice)
    assert not is_too_early(date(2026, 11, 28), told, None)


@pytest.mark.parametrize(
    ("today", "asks"),
    [
        ("2026-02-27", False),
        ("2026-02-28", True),
        ("2026-03-13", True),
        ("2026-03-14", False),
        ("2027-02-28", False),
    ],
)
def test_how_it_ended_is_asked_two_weeks_long_a_month_later(today: str, asks: bool) -> None:
    assert looks_back_on(date(2026, 1, 31)) == date(2026, 2, 28)
    assert asks_to_look_back(date(2026, 1, 31), date.fromisoformat(today)) is asks


def test_without_a_last_day_nothing_is_asked() -> None:
    assert not asks_to_look_back(None, date(2026, 2, 28))
