"""Looking back and lessons by rule: how far moments lie apart, what ended badly means, and when a lesson returns."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import permutations

import pytest

from samenstroom.rules.lessons import (
    Bound,
    Here,
    Learned,
    OwnRule,
    Verdict,
    Why,
    judge,
    own_rule_from,
    question_waves,
    why_it_returns,
)
from samenstroom.rules.retrospect import (
    Ended,
    Mark,
    Together,
    ended_from,
    first_marks,
    stretches,
    together_from,
)


def on(number: int) -> date:
    return date(2026, 1, number)


def told(**marks: int) -> list[tuple[str, str, int]]:
    first = {Mark(name): on(number) for name, number in marks.items()}
    return [(one.start.value, one.until.value, one.days) for one in stretches(first)]


def test_distances_follow_the_order_of_the_days() -> None:
    assert told(doubt=1, finding=6, talk=20, end=30) == [
        ("doubt", "finding", 5),
        ("finding", "talk", 14),
        ("talk", "end", 10),
    ]
    assert told(finding=1, doubt=3) == [("finding", "doubt", 2)]
    assert told(doubt=4, talk=4) == [("doubt", "talk", 0)]
    assert told(doubt=4) == [] == told()


def test_a_talk_before_the_first_doubt_was_about_something_else() -> None:
    first = first_marks(doubts=[on(9), on(5)], findings=[], talks=[on(2), on(12), on(20)], end=on(28))
    assert first == {Mark.DOUBT: on(5), Mark.TALK: on(12), Mark.END: on(28)}
    assert first_marks(doubts=[], findings=[on(3)], talks=[on(2)], end=None) == {Mark.FINDING: on(3), Mark.TALK: on(2)}


def test_the_distances_add_up_to_the_whole_whatever_the_order() -> None:
    for order in permutations((2, 7, 7, 19)):
        found = told(**dict(zip(("doubt", "finding", "talk", "end"), order, strict=True)))
        assert sum(days for _one, _other, days in found) == 17 and all(days >= 0 for _one, _other, days in found)


@pytest.mark.parametrize(
    ("said", "ended"),
    [
        ({"planned": "yes", "conflict": "no", "kept": "yes"}, Ended.PLANNED),
        ({"planned": "no", "conflict": "no", "kept": "yes"}, Ended.WELL),
        ({"planned": "no", "conflict": "yes", "kept": "yes"}, Ended.DISCORD),
        ({"planned": "yes", "conflict": "no", "kept": "no"}, Ended.BROKEN),
        ({"planned": "", "conflict": "", "kept": ""}, None),
        ({}, None),
    ],
)
def test_what_was_said_at_the_end_is_a_label_to_learn_from(said: dict[str, str], ended: Ended | None) -> None:
    assert ended_from(said) is ended


def test_whether_she_would_again_follows_from_what_she_said() -> None:
    assert together_from({"would_again": "unsure"}) is Together.OTHERWISE and together_from({}) is None


def test_a_lesson_returns_for_the_most_telling_reason() -> None:
    learned = Learned("client_va", "money", frozenset({"haggles"}))
    here = Here("client_va", frozenset({"haggles"}), frozenset({"money"}))
    assert why_it_returns(learned, here, is_everywhere=True) is Why.FLAG
    assert (
        why_it_returns(learned, Here("partner", frozenset(), frozenset({"money"})), is_everywhere=False)
        is Why.DIMENSION
    )
    assert why_it_returns(learned, Here("client_va"), is_everywhere=False) is Why.KIND
    assert why_it_returns(learned, Here("partner"), is_everywhere=True) is Why.EVERYWHERE
    assert why_it_returns(learned, Here("partner"), is_everywhere=False) is None
    assert why_it_returns(Learned(), Here("partner"), is_everywhere=False) is Why.EVERYWHERE, (
        "about nothing in particular"
    )


def test_a_rule_of_her_own_is_judged_at_its_edge() -> None:
    most = own_rule_from({"term": "payment_term_days", "bound": "at_most", "limit": "14"})
    assert most == OwnRule("payment_term_days", Bound.AT_MOST, Decimal(14))
    assert judge(most, Decimal(14)) is None
    assert judge(most, Decimal(15)) is Verdict.CROSSED
    assert judge(most, None) is Verdict.OPEN
    least = OwnRule("hourly_rate_eur", Bound.AT_LEAST, Decimal(75))
    assert judge(least, Decimal("74.99")) is Verdict.CROSSED
    assert judge(least, Decimal(75)) is None


def test_a_bit_of_a_yes_waves_and_not_knowing_does_not() -> None:
    waving = {given for given in ("yes", "bit", "no", "open") if question_waves(given, "yes")}
    assert waving == {"yes", "bit"}
    assert [given for given in ("yes", "bit", "no", "open") if question_waves(given, "no")] == ["no"]
