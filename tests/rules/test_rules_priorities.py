"""What comes first for two, what moved, and a change that is not on paper."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenstroom.rules.entries import Entry
from samenstroom.rules.priorities import TOP, compared, shift
from tests.rules.conftest import fact, happened, seen

ORDERS = st.lists(st.sampled_from("abcdefgh"), unique=True, max_size=5)


@given(ORDERS, ORDERS)
def test_two_lists_are_told_the_same_from_either_side(mine: list[str], theirs: list[str]) -> None:
    here, there = compared(mine, theirs), compared(theirs, mine)
    assert set(here.both) == set(there.both)
    assert (here.mine_only, here.theirs_only) == (there.theirs_only, there.mine_only)
    assert {*here.both, *here.mine_only} == set(mine[:TOP])


@given(ORDERS)
def test_the_same_list_again_is_no_shift(order: list[str]) -> None:
    assert not shift(order, order)
    assert not shift([], order) and not shift(order, [])


@pytest.mark.parametrize(
    ("before", "now", "is_course"),
    [
        ("abc", "acb", False),  # another order of the same three
        ("abc", "bac", False),  # another one first, nothing new
        ("abc", "abd", False),  # one new at the end
        ("abc", "dab", True),  # something new comes first
        ("abc", "bcd", True),  # what was first is gone
        ("abc", "ade", True),  # two of three are new
    ],
)
def test_it_is_another_course_when_much_of_the_three_moved(before: str, now: str, is_course: bool) -> None:
    assert shift(before, now).is_course is is_course


AGREED = fact("change_unwritten", 0)


@pytest.mark.parametrize(
    ("facts", "week", "expected"),
    [
        ([AGREED], 1.9, []),
        ([AGREED], 2, [("notice", "told", "both")]),
        ([AGREED, fact("work_delivered", 3)], 5, [("notice", "told", "both")]),
        ([AGREED, fact("work_delivered", 3)], 6, [("concern", "working", "both")]),
        ([AGREED], 30, [("notice", "told", "both")]),
        ([AGREED], 53, []),
        ([AGREED, fact("agreement_signed", 1)], 6, []),
        ([AGREED, fact("talk_held", 1)], 6, [("notice", "told", "both")]),
        ([fact("agreement_signed", 0), fact("change_unwritten", 1)], 3, [("notice", "told", "both")]),
    ],
)
def test_what_both_want_and_is_not_on_paper_is_told_until_it_is_signed(
    facts: list[Entry], week: float, expected: list[tuple[str, str, str]]
) -> None:
    assert seen(happened(*facts, week=week), "change_unwritten") == expected
