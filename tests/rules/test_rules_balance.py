"""What was agreed, given and left: periods, what is carried over, and the marks."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenstroom.rules.balance import (
    OVER,
    Given,
    Left,
    Period,
    Plan,
    Stretch,
    Unused,
    left_on,
    months_later,
    per_week,
    stretch_on,
)
from samenstroom.rules.entries import Stance
from samenstroom.rules.findings import Side
from samenstroom.rules.hours_given import GivenLine, by_week
from samenstroom.rules.hours_line import LineError, read_hours, read_line

TODAY = date(2026, 3, 12)  # a Thursday
DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))
HOURS = st.decimals(Decimal("0.25"), Decimal(60), places=2)


def plan(period: Period, hours: int = 20, **more: object) -> Plan:
    return Plan(Decimal(hours), period, more.pop("starts_on", date(2026, 1, 15)), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("made", "day", "begins", "ends"),
    [
        (plan(Period.WEEK), date(2026, 3, 12), date(2026, 3, 9), date(2026, 3, 16)),
        (plan(Period.MONTH), date(2026, 2, 28), date(2026, 2, 1), date(2026, 3, 1)),
        (plan(Period.MONTH), date(2026, 12, 31), date(2026, 12, 1), date(2027, 1, 1)),
        (plan(Period.BUNDLE, valid_months=3), date(2026, 4, 14), date(2026, 1, 15), date(2026, 4, 15)),
        (plan(Period.BUNDLE, valid_months=3), date(2026, 4, 15), date(2026, 4, 15), date(2026, 7, 15)),
        (plan(Period.BUNDLE), date(2030, 1, 1), date(2026, 1, 15), None),
        (plan(Period.WEEK), date(2025, 1, 1), date(2026, 1, 12), date(2026, 1, 19)),
    ],
)
def test_a_period_has_its_days(made: Plan, day: date, begins: date, ends: date | None) -> None:
    assert stretch_on(made, day) == Stretch(begins, ends)


def test_a_bundle_that_begins_on_the_last_day_of_a_month_ends_on_a_last_day() -> None:
    assert months_later(date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert months_later(date(2024, 1, 31), 1) == date(2024, 2, 29)
    assert months_later(date(2026, 11, 30), 3) == date(2027, 2, 28)


@given(st.sampled_from([1, 2, 3, 6, 12]), DAYS, DAYS)
def test_every_day_of_a_bundle_lies_in_its_period(months: int, starts: date, day: date) -> None:
    found = stretch_on(plan(Period.BUNDLE, starts_on=starts, valid_months=months), max(day, starts))
    assert found.holds(max(day, starts))


@pytest.mark.parametrize(
    ("used", "mark"), [("9.99", None), ("10", 50), ("14.99", 50), ("15", 75), ("18", 90), ("20", 90), ("20.01", OVER)]
)
def test_a_word_is_said_at_its_mark_and_not_before(used: str, mark: int | None) -> None:
    left = Left(Stretch(TODAY, None), Decimal(20), Decimal(0), Decimal(used))
    assert left.mark == mark
    assert left.left - left.above == Decimal(20) - Decimal(used)


def test_only_what_is_carried_over_changes_the_next_period() -> None:
    hours = [Given(date(2026, 1, 20), Decimal(12)), Given(date(2026, 2, 3), Decimal(25)), Given(TODAY, Decimal(1))]
    for unused, room in ((Unused.EXPIRE, 20), (Unused.REFUND, 20), (Unused.CARRY_OVER, 23)):
        assert left_on(plan(Period.MONTH, unused=unused), hours, TODAY).room == room


@given(st.lists(st.builds(Given, DAYS, HOURS), max_size=12))
def test_nothing_is_ever_left_below_nought(hours: list[Given]) -> None:
    left = left_on(plan(Period.MONTH, unused=Unused.CARRY_OVER), hours, date(2026, 12, 1))
    assert left.left >= 0 and left.above >= 0 and left.room >= left.agreed


def test_hours_a_week_are_known_of_a_week_and_a_month() -> None:
    assert per_week(plan(Period.WEEK)) == 20 and per_week(plan(Period.BUNDLE)) is None
    assert per_week(plan(Period.MONTH, 52)) == 12


@pytest.mark.parametrize(
    ("text", "hours", "back", "what"),
    [
        ("2,5 gisteren nieuwsbrief", "2.50", 1, "nieuwsbrief"),
        ("2.5 nieuwsbrief", "2.50", 0, "nieuwsbrief"),
        ("1:30 bellen met Marleen", "1.50", 0, "bellen met Marleen"),
        ("90 min eergisteren cijfers", "1.50", 2, "cijfers"),
        ("1u30 overleg", "1.50", 0, "overleg"),
        ("3 uur maandag site", "3.00", 3, "site"),
        ("gisteren 2 uur site", "2.00", 1, "site"),
        ("2 donderdag site", "2.00", 0, "site"),
        ("45m 11-3 mail", "0.75", 1, "mail"),
        ("2 hours yesterday newsletter", "2.00", 1, "newsletter"),
        ("1 mail over maandag", "1.00", 0, "mail over maandag"),
    ],
)
def test_a_line_is_read_as_people_write_it(text: str, hours: str, back: int, what: str) -> None:
    read = read_line(text, TODAY)
    assert (read.hours, read.on, read.what) == (Decimal(hours), TODAY - timedelta(days=back), what)


@pytest.mark.parametrize(
    ("text", "fault"),
    [("nieuwsbrief", "hours"), ("0 nieuwsbrief", "hours"), ("25 nieuwsbrief", "much"), ("2,5", "words"), ("2 gisteren", "words"), ("2 31-2 mail", "day"), ("", "hours"), ("2,5x mail", "hours")],
)  # fmt: skip
def test_what_cannot_be_read_is_told_apart(text: str, fault: str) -> None:
    with pytest.raises(LineError) as caught:
        read_line(text, TODAY)
    assert caught.value.fault == fault


def test_a_day_without_a_year_is_the_last_one_that_was() -> None:
    assert read_line("2 24-12 kaarten", TODAY).on == date(2025, 12, 24)


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        read = read_line(text, TODAY)
    except LineError:
        return
    assert 0 < read.hours <= 24 and read.what


def test_hours_alone_have_no_words_behind_them() -> None:
    assert read_hours("01:30:00") == Decimal("1.50")
    with pytest.raises(LineError):
        read_hours("2 mail")


def test_a_week_is_one_entry_a_side_and_contested_when_a_line_is() -> None:
    lines = [
        GivenLine(date(2026, 3, 9), Side.SELF, Decimal(2), Stance.SO),
        GivenLine(date(2026, 3, 11), Side.SELF, Decimal("1.5"), Stance.OTHERWISE),
        GivenLine(date(2026, 3, 4), Side.SELF, Decimal(4), Stance.SO),
        GivenLine(date(2026, 3, 10), Side.OTHER, Decimal(1)),
        GivenLine(date(2026, 3, 20), Side.OTHER, Decimal(9)),
    ]
    found = [(one.on, one.whom, one.number("hours"), one.stance) for one in by_week(lines, TODAY)]
    assert found == [
        (date(2026, 3, 2), Side.SELF, 4.0, Stance.SO),
        (date(2026, 3, 9), Side.OTHER, 1.0, None),
        (date(2026, 3, 9), Side.SELF, 3.5, Stance.OTHERWISE),
    ]
