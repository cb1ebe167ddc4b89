"""Before the yes: what hangs on it, how fast it went, a love, a test, a boundary; and what was done with care."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import pytest

from samenstroom.rules.entries import Entry, Feeling
from samenstroom.rules.facts import History, mirror
from samenstroom.rules.findings import Level
from samenstroom.rules.indicators import look_at
from samenstroom.rules.indicators.start import readiness, stakes
from samenstroom.rules.life_cycle import Stage
from samenstroom.rules.remedies import SHOWN
from samenstroom.rules.visibility import Circle
from tests.rules.conftest import FIRST_MONDAY, fact, happened, seen

Told = list[tuple[str, str, str]]


def own(kind: str, week: float = 0, **data: Any) -> Entry:
    return fact(kind, week, private=True, **data)


MUCH, YES, HEARD = own("stakes_high"), own("decided", 1), own("reference_heard", 0)
FAST, SLOW = own("decided", 0, days=0), own("decided", 0, days=1)
LOVED, TOUCHED, TEST = own("idea_loved"), own("boundary_touched"), own("readiness_heard")
HURRY, NO_AGAIN, DOUBT = own("urgency_felt"), own("no_ignored"), own("feels_off")
NO = fact("offer_declined", 1, "self")

Rows = list[tuple[str, list[Entry], float, Told]]

BEFORE: Rows = [
    ("stakes", [MUCH], 0, [("notice", "open", "self")]),
    ("stakes", [MUCH, YES], 1, [("concern", "yes", "self")]),
    ("stakes", [MUCH, fact("deal_spoken", 1)], 1, [("concern", "yes", "self")]),
    ("stakes", [MUCH, HEARD, YES], 1, []),
    ("stakes", [MUCH, fact("trial_agreed", 0), YES], 1, []),
    ("stakes", [MUCH, YES, own("reference_heard", 2)], 2, [("notice", "yes", "self")]),
    ("stakes", [MUCH, YES, fact("agreement_signed", 2)], 2, [("notice", "yes", "self")]),
    ("stakes", [MUCH, YES, fact("trial_done", 2)], 2, []),
    ("stakes", [MUCH, YES, fact("talk_held", 2)], 2, [("concern", "yes", "self")]),
    ("stakes", [MUCH, NO], 1, []),
    ("stakes", [fact("work_started", 0), own("stakes_high", 2)], 2, [("concern", "yes", "self")]),
    ("stakes", [fact("work_started", 0), own("stakes_high", 14)], 14, []),
    ("stakes", [YES], 1, []),
    ("stakes", [MUCH], 40, []),
    ("hasty", [FAST], 0, [("notice", "fast", "self")]),
    ("hasty", [SLOW], 0, []),
    ("hasty", [own("decided", 0)], 0, []),
    ("hasty", [FAST, HURRY], 0, [("concern", "hurried", "self")]),
    ("hasty", [FAST, own("urgency_felt", 8)], 8, [("notice", "fast", "self")]),
    ("hasty", [FAST, HURRY, own("reference_heard", 1)], 1, [("notice", "hurried", "self")]),
    ("hasty", [FAST, HURRY, fact("trial_done", 3)], 3, []),
    ("hasty", [FAST, own("decided", 1, days=7)], 1, []),
    ("hasty", [FAST, NO], 1, []),
    ("hasty", [HURRY], 0, []),
    ("hasty", [FAST], 20, []),
    ("idea", [LOVED], 0, [("notice", "loved", "self")]),
    ("idea", [LOVED, DOUBT], 0, [("concern", "doubt", "self")]),
    ("idea", [LOVED, own("own_rule_dropped", 1)], 1, [("concern", "doubt", "self")]),
    ("idea", [LOVED, DOUBT, fact("trial_agreed", 1)], 1, [("notice", "doubt", "self")]),
    ("idea", [LOVED, DOUBT, fact("trial_done", 1)], 1, []),
    ("idea", [LOVED, NO], 1, []),
    ("idea", [DOUBT], 0, []),
    ("readiness", [TEST], 0, [("notice", "closed", "self")]),
    ("readiness", [TEST, own("predecessors_failed")], 0, [("concern", "beside", "self")]),
    ("readiness", [TEST, fact("criticism_without_reasons", 1, "other")], 1, [("concern", "beside", "self")]),
    ("readiness", [TEST, fact("criticism_without_reasons", 1, "self")], 1, [("notice", "closed", "self")]),
    ("readiness", [TEST, fact("feels_off", 0, by="other")], 0, [("notice", "closed", "self")]),
    ("readiness", [TEST, NO_AGAIN, fact("talk_held", 1)], 1, [("notice", "beside", "self")]),
    ("readiness", [TEST, fact("kickoff_held", 1)], 1, []),
    ("boundary", [TOUCHED], 0, [("notice", "touched", "self")]),
    ("boundary", [own("boundary_touched", count=1)], 0, [("notice", "touched", "self")]),
    ("boundary", [own("boundary_touched", count=3)], 0, [("concern", "several", "self")]),
    ("boundary", [TOUCHED, own("boundary_touched", 2)], 2, [("concern", "several", "self")]),
    ("boundary", [TOUCHED, NO_AGAIN], 0, [("concern", "ignored", "self")]),
    ("boundary", [NO_AGAIN], 0, [("notice", "ignored", "self")]),
    ("boundary", [TOUCHED, NO_AGAIN, own("worry_shared", 1)], 1, [("notice", "ignored", "self")]),
    ("boundary", [TOUCHED, fact("renegotiated", 1)], 1, []),
    ("boundary", [TOUCHED, NO_AGAIN, NO], 1, []),
]

WITH_CARE: Rows = [
    ("slept_on_it", [SLOW], 0, [("good", "night", "self")]),
    ("slept_on_it", [FAST], 0, []),
    ("slept_on_it", [own("decided", 0)], 0, []),
    ("slept_on_it", [SLOW], 4, []),
    ("asked_around", [HEARD], 1, [("good", "once", "self")]),
    ("asked_around", [HEARD, own("reference_heard", 1)], 1, [("good", "again", "self")]),
    ("asked_around", [HEARD], 8, []),
    ("tried_small", [fact("trial_agreed", 0)], 0, []),
    ("tried_small", [fact("trial_agreed", 0), fact("trial_done", 4)], 4, [("good", "looked_back", "both")]),
    ("tried_small", [fact("trial_done", 0)], 8, []),
    ("spoke_out", [own("price_named")], 0, [("good", "price", "self")]),
    ("spoke_out", [own("price_named"), fact("worry_shared", 0)], 0, [("good", "worry", "self")]),
    ("spoke_out", [fact("worry_shared", 0, by="other")], 0, [("good", "worry", "other")]),
    ("spoke_out", [own("price_named")], 4, []),
]


@pytest.mark.parametrize(("code", "entries", "week", "told"), BEFORE)
def test_before_the_yes(code: str, entries: Sequence[Entry], week: float, told: Told) -> None:
    history = happened(*entries, week=week)
    assert seen(history, code) == told
    assert not [one for one in look_at(mirror(history)) if one.code == code]


@pytest.mark.parametrize(("code", "entries", "week", "told"), WITH_CARE)
def test_what_was_done_with_care(code: str, entries: Sequence[Entry], week: float, told: Told) -> None:
    assert seen(happened(*entries, week=week), code) == told


@pytest.mark.parametrize(
    ("code", "before", "step", "told"),
    [
        ("identity", own("identity_unchecked"), own("identity_checked", 1), []),
        ("identity", fact("party_in_between", 0), own("identity_checked", 1), []),
        ("predecessors", own("predecessors_failed"), own("reference_heard", 1), []),
        ("below_rate", own("rate_below_own"), fact("haggled", 0, "other"), [("concern", "price", "self")]),
        ("below_rate", own("rate_below_own"), fact("haggled", 0, "self"), [("notice", "price", "self")]),
        ("below_rate", own("rate_below_own"), fact("price_agreed", 1), [("notice", "price", "self")]),
    ],
)
def test_what_was_noted_before_listens_to_the_new_facts(code: str, before: Entry, step: Entry, told: Told) -> None:
    assert seen(happened(before, step, week=1), code) == told


def test_a_motive_with_her_own_rate_halved_is_a_concern_and_one_alone_is_not() -> None:
    need, less = own("motive_need"), own("rate_below_own")
    assert seen(happened(need), "motive") == [("notice", "need", "self")]
    assert seen(happened(need, less), "motive") == [("concern", "need", "self")]


def test_what_was_heard_about_predecessors_is_over_when_one_of_them_was_asked() -> None:
    heard, doubt = own("predecessors_failed"), own("feels_off")
    asked = own("reference_heard", 1)
    assert seen(happened(heard, doubt), "predecessors") == [("concern", "beside", "self")]
    later = happened(heard, doubt, asked, fact("talk_held", 1), week=1)
    assert seen(later, "predecessors") == []


def test_a_feeling_argued_away_makes_a_love_for_an_idea_heavier_for_her_alone() -> None:
    felt = (Feeling(FIRST_MONDAY, 2, sussed=True), Feeling(FIRST_MONDAY, 5))
    history = happened(fact("idea_loved", 0), feelings=felt)
    (found,) = [one for one in look_at(history) if one.code == "idea"]
    assert (found.level, found.variant, found.audience) == (Level.CONCERN, "doubt", Circle.PRIVATE)
    assert [one.kind for one in found.evidence] == ["feeling", "idea_loved"]
    (theirs,) = [one for one in look_at(mirror(history)) if one.code == "idea"]
    assert (theirs.level, theirs.variant, theirs.side.value) == (Level.NOTICE, "loved", "other")


@pytest.mark.parametrize(
    ("percent", "weeks", "much"),
    [(None, None, False), (49, None, False), (50, None, True), (None, 51, False), (None, 52, True), (10, 60, True)],
)
def test_what_is_much_is_said_in_one_place(percent: float | None, weeks: int | None, much: bool) -> None:
    until = None if weeks is None else FIRST_MONDAY + timedelta(weeks=weeks)
    assert stakes.is_much(percent, until, FIRST_MONDAY) is much


def test_one_or_two_answers_that_hold_back_are_no_fact() -> None:
    assert [readiness.holds_back(closed) for closed in (0, 2, 3)] == [False, False, True]


@pytest.mark.parametrize(
    ("entries", "fits"),
    [
        ([MUCH], {"references", "trial_project"}),
        ([FAST], {"gut_check"}),
        ([LOVED], {"gut_check", "trial_project"}),
        ([TEST], {"acquaintance"}),
        ([TOUCHED], {"speak_out", "good_no"}),
        ([own("identity_unchecked")], {"verify_identity", "references"}),
    ],
)
def test_the_first_steps_fit_the_stage_of_exploring(entries: Sequence[Entry], fits: set[str]) -> None:
    (found,) = look_at(happened(*entries, stage=Stage.EXPLORE))
    assert fits <= set(found.remedies[:SHOWN])


def every_day(history: History, days: Sequence[date]) -> list[Level]:
    return [one.level for day in days for one in look_at(happened(*history.entries, week=_week(day)))]


def _week(day: date) -> float:
    return (day - FIRST_MONDAY).days / 7


def test_a_careful_start_is_never_more_than_good_news() -> None:
    careful = happened(
        own("stakes_high", 1), own("reference_heard", 1), own("price_named", 1), fact("worry_shared", 2),
        fact("trial_agreed", 2, due_on="2026-02-02"), fact("trial_done", 5), own("decided", 6, days=42),
        fact("agreement_signed", 6), fact("kickoff_held", 6), fact("work_started", 6),
    )  # fmt: skip
    days = [FIRST_MONDAY + timedelta(days=day) for day in range(14, 120)]
    assert set(every_day(careful, days)) <= {Level.GOOD}
