"""When a collaboration may be closed, which invoices are open, and what "it ended badly" means."""

from datetime import date

import pytest

from samenstroom.rules.closing import Notice, Wait, ended_badly, may_close_from, reminder_due_on, waits_for
from samenstroom.rules.settlement import Bill, open_bills

TOLD = date(2026, 11, 1)
LAST = date(2026, 11, 27)


@pytest.mark.parametrize(
    ("last_on", "is_confirmed", "takes_part", "from_day"),
    [
        (LAST, True, True, date(2026, 11, 28)),
        (LAST, False, False, date(2026, 11, 28)),
        (LAST, False, True, date(2026, 11, 28)),
        (date(2026, 11, 3), False, True, date(2026, 11, 15)),
        (date(2026, 10, 1), True, True, TOLD),
        (None, True, True, TOLD),
        (None, False, True, date(2026, 11, 15)),
    ],
)
def test_it_may_be_closed_after_the_last_day_and_an_answer_or_fourteen_days(
    last_on: date | None, is_confirmed: bool, takes_part: bool, from_day: date
) -> None:
    assert may_close_from(Notice(TOLD, last_on, is_confirmed, takes_part)) == from_day


def test_it_says_what_it_waits_for() -> None:
    assert waits_for(Notice(TOLD, LAST, True, True), LAST) is Wait.LAST_DAY
    assert waits_for(Notice(TOLD, None, False, True), date(2026, 11, 14)) is Wait.ANSWER
    assert waits_for(Notice(TOLD, LAST, True, True), date(2026, 11, 28)) is None
    assert reminder_due_on(TOLD) == date(2026, 11, 8)


@pytest.mark.parametrize(
    ("mine", "theirs", "is_bad"),
    [
        ({"planned": "yes"}, {"planned": "yes", "would_again": "no"}, False),
        ({"planned": "no", "conflict": "yes"}, {"planned": "yes"}, True),
        ({"planned": "no", "kept": "no"}, {"planned": "no"}, True),
        ({"planned": "no", "would_again": "unsure"}, {"planned": "unsure"}, False),
        ({}, {"would_again": "no"}, True),
    ],
)
def test_it_ended_badly_by_what_both_said(mine: dict[str, str], theirs: dict[str, str], is_bad: bool) -> None:
    assert ended_badly([mine, theirs]) is is_bad
    assert ended_badly([mine]) is None and ended_badly([]) is None


def bill(key: str, day: int, amount: str = "") -> Bill:
    return Bill(key, date(2026, 1, day), amount)


@pytest.mark.parametrize(
    ("paid", "open_keys"),
    [
        ([], ["a", "b", "c"]),
        ([bill("p", 20, "250")], ["a", "c"]),
        ([bill("p", 20)], ["a", "b"]),
        ([bill("p", 20, "999")], ["a", "b"]),
        ([bill("p", 1, "250")], ["a", "b", "c"]),
        ([bill("p", 20, "250"), bill("q", 21, "100"), bill("r", 22)], []),
    ],
)
def test_a_payment_closes_the_invoice_that_fits(paid: list[Bill], open_keys: list[str]) -> None:
    sent = [bill("b", 3, "250"), bill("a", 2, "100"), bill("c", 4)]
    assert [one.key for one in open_bills(sent, paid)] == open_keys
