"""How it began, on paper or not, with whom; dates, access, and what a person notes about herself."""

from collections.abc import Sequence
from typing import Any

import pytest

from samenstroom.rules.entries import Feeling
from samenstroom.rules.facts import mirror
from samenstroom.rules.indicators import look_at
from samenstroom.rules.indicators.person import gut, unsafe
from samenstroom.rules.visibility import Circle
from tests.rules.conftest import FIRST_MONDAY, fact, happened, seen

Told = list[tuple[str, str, str]]
BEGUN = fact("work_started", 0)
SIGNED, KICK_OFF = fact("agreement_signed", 1), fact("kickoff_held", 1)
UNKNOWN = fact("identity_unchecked", 0, private=True)


@pytest.mark.parametrize(
    ("code", "entries", "week", "told"),
    [
        ("bare_start", [], 1, []),
        ("bare_start", [BEGUN], 1, [("notice", "neither", "both")]),
        ("bare_start", [BEGUN, SIGNED], 1, [("notice", "no_goals", "both")]),
        ("bare_start", [BEGUN, KICK_OFF], 1, [("notice", "unsigned", "both")]),
        ("bare_start", [BEGUN, SIGNED, KICK_OFF], 1, []),
        ("bare_start", [BEGUN, SIGNED, fact("goals_accepted", 1)], 1, []),
        ("bare_start", [fact("deal_spoken", 0)], 0, [("notice", "spoken", "both")]),
        ("bare_start", [fact("deal_spoken", 0), UNKNOWN], 0, [("concern", "spoken", "both")]),
        ("bare_start", [UNKNOWN], 0, []),
        ("bare_start", [fact("deal_spoken", 0), BEGUN], 1, [("notice", "neither", "both")]),
        ("bare_start", [BEGUN, fact("information_missing", 0)], 0, [("concern", "neither", "both")]),
        (
            "bare_start",
            [BEGUN, fact("information_missing", 0), fact("talk_held", 1)],
            1,
            [("notice", "neither", "both")],
        ),
        ("bare_start", [BEGUN, KICK_OFF, fact("information_missing", 2)], 2, [("notice", "unsigned", "both")]),
        ("bare_start", [BEGUN], 30, []),
        ("identity", [UNKNOWN], 0, [("notice", "unchecked", "both")]),
        ("identity", [UNKNOWN, fact("deal_spoken", 0)], 0, [("concern", "unchecked", "both")]),
        ("identity", [UNKNOWN, fact("motive_need", 0, private=True)], 0, [("concern", "unchecked", "both")]),
        ("identity", [UNKNOWN, BEGUN], 0, [("alarm", "at_work", "both")]),
        ("identity", [UNKNOWN, fact("talk_held", 1)], 1, [("notice", "unchecked", "both")]),
        ("identity", [UNKNOWN, fact("offer_declined", 1, "self")], 1, []),
        ("identity", [fact("party_in_between", 0)], 0, [("notice", "in_between", "both")]),
        ("identity", [fact("party_in_between", 0), BEGUN], 1, []),
        ("identity", [BEGUN], 1, []),
        ("sole_access", [fact("access_one_person", 0, "other")], 1, [("notice", "alone", "other")]),
        ("sole_access", [fact("access_one_person", 0, "self")], 1, [("notice", "alone", "self")]),
        (
            "sole_access",
            [fact("access_one_person", 0, "other"), fact("wants_to_stop", 2, "other")],
            2,
            [("concern", "ending", "other")],
        ),
        (
            "sole_access",
            [fact("access_one_person", 0, "other"), fact("message_unanswered", 2, "other")],
            2,
            [("concern", "silent", "other")],
        ),
        ("sole_access", [fact("access_one_person", 0, "other"), fact("access_returned", 2, "other")], 2, []),
        (
            "sole_access",
            [fact("access_one_person", 0, "other"), fact("talk_held", 2)],
            2,
            [("notice", "alone", "other")],
        ),
        ("date_near", [fact("review_date_set", 0, due_on="2026-03-02")], 3, []),
        ("date_near", [fact("review_date_set", 0, due_on="2026-03-02")], 5, [("notice", "near", "both")]),
        ("date_near", [fact("review_date_set", 0, due_on="2026-03-02")], 9, [("notice", "passed", "both")]),
        ("date_near", [fact("review_date_set", 0, due_on="2026-03-02")], 17, []),
        ("date_near", [fact("review_date_set", 0, due_on="2026-03-02"), fact("talk_held", 6)], 7, []),
        ("date_near", [fact("agreement_signed", 0)], 7, []),
        ("date_near", [fact("renewed_silently", 0)], 1, [("notice", "renewed", "both")]),
        ("date_near", [fact("renewed_silently", 0), fact("renegotiated", 1)], 1, []),
    ],
)
def test_how_it_began(code: str, entries: Sequence[Any], week: float, told: Told) -> None:
    assert seen(happened(*entries, week=week), code) == told


def test_the_last_day_to_give_notice_comes_before_the_day_itself() -> None:
    signed = fact("agreement_signed", 0, due_on="2026-06-01")
    assert seen(happened(signed, week=10, notice_days=30), "date_near") == []
    assert seen(happened(signed, week=14, notice_days=30), "date_near") == [("notice", "notice", "both")]
    assert seen(happened(signed, week=16, notice_days=30), "date_near") == [("concern", "notice", "both")]


NEED = fact("motive_need", 0, private=True)


@pytest.mark.parametrize(
    ("code", "entries", "week", "told"),
    [
        ("motive", [NEED], 0, [("notice", "need", "self")]),
        ("motive", [fact("motive_flattered", 0, private=True)], 0, [("notice", "flattered", "self")]),
        ("motive", [NEED, fact("motive_flattered", 0, private=True)], 0, [("concern", "need", "self")]),
        ("motive", [NEED, fact("feels_off", 0, private=True)], 0, [("concern", "need", "self")]),
        ("motive", [NEED, fact("invoice_overdue", 8)], 8, [("concern", "shows", "self")]),
        ("motive", [NEED, fact("extra_work_asked", 8, "self")], 8, [("notice", "need", "self")]),
        ("motive", [NEED, fact("offer_declined", 1, "self")], 1, []),
        ("motive", [NEED], 40, []),
        ("own_rule", [fact("exception_asked", 0, "other")], 0, [("notice", "asked", "self")]),
        ("own_rule", [fact("own_rule_dropped", 0, private=True)], 0, [("notice", "dropped", "self")]),
        (
            "own_rule",
            [fact("exception_asked", 0, "other"), fact("own_rule_dropped", 1, private=True)],
            1,
            [("concern", "both", "self")],
        ),
        ("own_rule", [fact("exception_asked", 0, "other"), fact("offer_declined", 1, "self")], 1, []),
        ("mixed", [fact("friend_or_family", 0, private=True)], 1, [("notice", "mixed", "both")]),
        (
            "mixed",
            [fact("friend_or_family", 0), fact("effort_felt_unequal", 4)],
            4,
            [("concern", "strained", "both")],
        ),
        ("mixed", [fact("friend_or_family", 0), fact("invoice_overdue", 4)], 4, [("notice", "mixed", "both")]),
        ("mixed", [fact("friend_or_family", 0)], 40, []),
        ("predecessors", [fact("predecessors_failed", 0, private=True)], 0, [("notice", "heard", "self")]),
        (
            "predecessors",
            [fact("predecessors_failed", 0), fact("criticism_without_reasons", 6, "other")],
            6,
            [("concern", "beside", "self")],
        ),
        (
            "predecessors",
            [fact("predecessors_failed", 0), fact("criticism_without_reasons", 6, "self")],
            6,
            [("notice", "heard", "self")],
        ),
        ("gut_feeling", [fact("feels_off", 0, private=True)], 0, [("notice", "doubts", "self")]),
        ("gut_feeling", [fact("feels_off", 0), fact("feels_off", 2)], 2, [("concern", "doubts", "self")]),
        ("gut_feeling", [fact("feels_off", 0), fact("offer_declined", 1, "self")], 1, []),
        ("gut_feeling", [fact("feels_off", 0)], 20, []),
        ("unsafe", [fact("unsafe_asked", 0, private=True)], 0, [("alarm", "asked", "both")]),
        ("unsafe", [fact("unsafe_asked", 0), fact("talk_held", 1)], 1, [("alarm", "asked", "both")]),
        ("unsafe", [fact("unsafe_asked", 0), fact("end_confirmed", 1)], 1, [("concern", "asked", "both")]),
        ("unsafe", [fact("unsafe_asked", 0)], 20, [("concern", "asked", "both")]),
        ("unsafe", [fact("unsafe_asked", 0)], 40, []),
    ],
)
def test_about_herself(code: str, entries: Sequence[Any], week: float, told: Told) -> None:
    assert seen(happened(*entries, week=week), code) == told


def test_where_talking_is_not_safe_no_talk_is_offered() -> None:
    (finding,) = unsafe.look(happened(fact("unsafe_asked", 0, private=True)))
    assert finding.remedies[:2] == ("secure", "stop_safely")
    assert "talk" not in finding.remedies
    assert finding.audience == Circle.PRIVATE


def feelings(*steps: int, sussed: bool = False) -> tuple[Feeling, ...]:
    return tuple(
        Feeling(date, step, sussed)
        for date, step in zip((happened(week=week).today for week in range(len(steps))), steps, strict=True)
    )


@pytest.mark.parametrize(
    ("steps", "sussed", "told"),
    [
        ((4, 4, 4, 4, 4, 4), False, []),
        ((5, 4, 5, 3, 3, 3), False, [("notice", "falling", "self")]),
        ((5, 5, 5, 2, 2, 2), False, [("concern", "falling", "self")]),
        ((5, 5, 5, 2, 2), False, []),
        ((5, 5, 5, 2, 2, 2, 5, 5, 5), False, []),
        ((3,), True, []),
        ((3, 3), True, [("notice", "doubts", "self")]),
        ((3, 3, 3, 3), True, [("concern", "doubts", "self")]),
    ],
)
def test_the_log_of_feelings_is_hers_alone(steps: tuple[int, ...], sussed: bool, told: Told) -> None:
    history = happened(week=len(steps) - 1, feelings=feelings(*steps, sussed=sussed))
    assert seen(history, "gut_feeling") == told
    assert all(one.audience == Circle.PRIVATE for one in gut.look(history))
    assert look_at(mirror(history)) == ()


def test_a_feeling_is_a_step_of_five() -> None:
    with pytest.raises(ValueError):
        Feeling(FIRST_MONDAY, 6)
