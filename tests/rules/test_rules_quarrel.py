"""The same quarrel again, and a step of the ladder of which the term is over."""

from __future__ import annotations

from datetime import timedelta

import pytest

from samenstroom.rules.entries import Entry
from samenstroom.rules.findings import Level
from samenstroom.rules.indicators.change import ladder_due, quarrel_again
from samenstroom.rules.ladder import Step, ladder_from
from tests.rules.conftest import FIRST_MONDAY, happened

MONEY = {"item": "money"}


def entry(kind: str, day: int, key: str = "", **data: object) -> Entry:
    return Entry(kind, FIRST_MONDAY + timedelta(days=day), key=key, data=data)


def opened(day: int, key: str, item: str = "money") -> Entry:
    return entry("disagreement_opened", day, key, item=item)


def solved(day: int, key: str, item: str = "money") -> Entry:
    return entry("disagreement_solved", day, key, item=item)


FIRST = (opened(0, "a"), solved(20, "a"))


@pytest.mark.parametrize(
    ("entries", "week", "level"),
    [
        (FIRST, 20, None),
        ((*FIRST, opened(100, "b")), 20, Level.NOTICE),
        ((*FIRST, opened(100, "b", "trust")), 20, None),
        ((*FIRST, opened(100, "b"), solved(120, "b")), 20, None),
        ((*FIRST, opened(100, "b"), solved(110, "b"), opened(120, "c")), 20, Level.NOTICE),
        ((*FIRST, opened(400, "b")), 60, None),
        ((*FIRST, opened(100, "b"), opened(110, "c")), 20, Level.CONCERN),
        ((*FIRST, opened(100, "b"), entry("mediator_asked", 110)), 20, None),
        ((entry("repair_unhelped", 30, "x"), entry("repair_unhelped", 60, "y")), 20, Level.NOTICE),
        ((entry("repair_unhelped", 30, "x"),), 20, None),
        ((entry("disagreement_again", 30),), 20, Level.NOTICE),
    ],
)
def test_the_same_quarrel_again(entries: tuple[Entry, ...], week: int, level: Level | None) -> None:
    found = quarrel_again.look(happened(*entries, week=week))
    assert [one.level for one in found] == ([level] if level else [])


@pytest.mark.parametrize(
    ("entries", "week", "level"),
    [
        ((entry("ladder_step", 0, due_on="2026-01-26", over_on=None),), 2, None),
        ((entry("ladder_step", 0, due_on="2026-01-06", over_on=None),), 2, Level.NOTICE),
        ((entry("ladder_step", 0, due_on="2026-01-06", over_on=None),), 4, Level.CONCERN),
        ((entry("ladder_step", 0, due_on="2026-01-06", over_on="2026-01-10"),), 4, None),
        ((entry("ladder_step", 0, due_on=None, over_on=None),), 4, None),
        ((entry("ladder_step", 0, due_on="2026-01-06", over_on=None),), 40, None),
        ((entry("ladder_step", 0, due_on="2026-01-06"), entry("mediator_asked", 4)), 4, None),
    ],
)
def test_a_step_of_which_the_term_is_over(entries: tuple[Entry, ...], week: int, level: Level | None) -> None:
    found = ladder_due.look(happened(*entries, week=week))
    assert [one.level for one in found] == ([level] if level else [])


def test_the_clause_in_force_sets_the_ladder_and_without_it_one_is_offered() -> None:
    agreed = ladder_from({"mediation_first": True, "mediation_max_weeks": 4, "mediation_urgent_exception": True})
    assert [(one.step, one.days) for one in agreed.rungs] == [(Step.TALK, 14), (Step.MEDIATOR, 28), (Step.LAW, None)]
    assert agreed.is_agreed and agreed.urgent_goes_first
    assert [one.step for one in ladder_from({"mediation_first": False}).rungs] == [Step.TALK, Step.LAW]
    for terms in (None, {}, {"payment_term_days": 14}):
        assert not ladder_from(terms).is_agreed
    assert [one.step for one in agreed.after(Step.MEDIATOR)] == [Step.LAW]
