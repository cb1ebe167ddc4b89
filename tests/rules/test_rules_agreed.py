"""Clauses that work, for the rules: a text that lies, terms for one side, days that an agreement names, whose hours."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from samenstroom.rules.entries import Entry
from samenstroom.rules.facts import History, mirror
from samenstroom.rules.findings import Side
from samenstroom.rules.one_sided import one_sided
from tests.rules.conftest import FIRST_MONDAY, fact, happened, seen

OFFERED = fact("agreement_offered", 0, "self")


def told(code: str, *facts: Entry, week: float = 0, **limits: Any) -> list[tuple[str, str, str]]:
    return seen(happened(*facts, week=week, **limits), code)


@pytest.mark.parametrize(
    ("facts", "week", "expected"),
    [
        ([OFFERED], 1.9, []),
        ([OFFERED], 2, [("notice", "lies", "both")]),
        ([OFFERED], 5, [("notice", "lies", "both")]),
        ([OFFERED, fact("work_started", 1)], 3, [("notice", "lies", "both")]),
        ([OFFERED, fact("work_started", 1)], 4, [("concern", "working", "both")]),
        ([OFFERED, fact("agreement_signed", 1)], 6, []),
        ([OFFERED, fact("offer_declined", 1, "other")], 6, []),
        ([OFFERED, fact("talk_held", 3)], 6, []),
        ([OFFERED], 30, []),
        ([fact("talk_held", 0), fact("agreement_offered", 1, "self")], 4, [("notice", "lies", "both")]),
    ],
)
def test_a_text_that_lies_is_told_after_two_weeks_and_no_longer_than_half_a_year(
    facts: list[Entry], week: float, expected: list[tuple[str, str, str]]
) -> None:
    assert told("unsigned_long", *facts, week=week) == expected


def test_terms_for_one_side_are_told_once_as_a_notice_and_a_talk_ends_it() -> None:
    uneven = fact("terms_one_sided", 0)
    assert told("one_sided", uneven, week=1) == [("notice", "told", "both")]
    assert told("one_sided", uneven, uneven, week=1) == [("notice", "told", "both")]
    assert told("one_sided", uneven, fact("renegotiated", 1), fact("talk_held", 2), week=3) == []


@pytest.mark.parametrize(
    ("terms", "expected"),
    [
        ({}, ()),
        ({"notice_days_client": 30, "notice_days_provider": 30}, ()),
        ({"notice_days_client": 30}, ()),
        ({"notice_days_client": 14, "notice_days_provider": 30}, ("notice",)),
        ({"notice_days_client": 0, "notice_days_provider": 1}, ()),
        ({"confidentiality_mutual": False, "liability_mutual": True}, ("confidentiality",)),
        ({"liability_mutual": None}, ()),
        ({"unilateral_price_change": True, "price_change_exit_right": False}, ("price",)),
        ({"unilateral_price_change": True}, ()),
        ({"provider_may_end_fixed_term": False, "client_may_end_fixed_term": True}, ()),
        (
            {"end_date": "2027-01-01", "provider_may_end_fixed_term": False, "client_may_end_fixed_term": True},
            ("leaving",),
        ),
        ({"sp_only_one_bound": True, "sp_one_interprets": True}, ("only_one_bound", "one_interprets")),
    ],
)
def test_a_term_that_is_not_known_is_no_sign_of_one_side(terms: dict[str, object], expected: tuple[str, ...]) -> None:
    assert one_sided(terms) == expected


def days(**after: int) -> dict[str, str]:
    return {name: (FIRST_MONDAY + timedelta(days=count)).isoformat() for name, count in after.items()}


def test_an_agreement_that_renews_itself_is_told_before_the_last_day_to_object() -> None:
    signed = fact("agreement_signed", 0, **days(due_on=200, choose_by=140))
    assert told("date_near", signed, week=109 / 7) == []
    assert told("date_near", signed, week=111 / 7) == [("notice", "notice", "both")]
    assert told("date_near", signed, week=135 / 7) == [("concern", "notice", "both")]


def test_of_two_days_in_one_agreement_the_nearer_one_is_told() -> None:
    signed = fact("agreement_signed", 0, **days(due_on=700, choose_by=700))
    review = fact("review_date_set", 0, **days(due_on=180))
    assert told("date_near", signed, review, week=170 / 7) == [("notice", "near", "both")]
    assert told("date_near", signed, review, week=690 / 7) == [("notice", "near", "both")]


def test_agreed_hours_judge_only_the_side_that_agreed_to_give_them() -> None:
    given = [fact("hours_given", week, "other", hours=2) for week in range(10)]
    agreed: dict[str, Any] = {"hours_per_period": 16.0}
    assert told("hours_away", *given, week=10, **agreed, hours_side=Side.OTHER) == [("concern", "below", "other")]
    assert told("hours_away", *given, week=10, **agreed, hours_side=Side.SELF) == []
    assert told("hours_away", *given, week=10, **agreed) == [("concern", "below", "other")]


def test_whose_hours_they_are_turns_with_who_looks() -> None:
    history = History(today=date(2026, 2, 1), hours_side=Side.SELF)
    assert mirror(history).hours_side == Side.OTHER
    assert mirror(mirror(history)) == history
