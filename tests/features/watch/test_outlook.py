"""The outlook: a band in plain words, only where enough is known, only for someone with an account."""

from __future__ import annotations

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.utils import translation

from samenstroom import content
from samenstroom.checkins.models import Round
from samenstroom.flows.rounds import sweep_rounds
from samenstroom.rules.risk.outlook import LOWERS
from samenstroom.watch.gather import known_of
from samenstroom.watch.outlook import Outlook, outlook_of
from tests.people import Together, answer, day, together

pytestmark = pytest.mark.django_db


def rounds(table: Together, steps: list[tuple[int, int]]) -> int:
    """One round per pair of steps, two weeks apart; returns the day of the last one."""
    for number, (mine, theirs) in enumerate(steps):
        moment = day(14 * number)
        sweep_rounds(now=moment)
        round_ = Round.objects.filter(collaboration=table.collaboration).order_by("-number")[0]
        answer(round_, table.noors_seat, now=moment + timedelta(hours=1), every=mine)
        answer(round_, table.marleens_seat, now=moment + timedelta(hours=2), every=theirs)
    return 14 * (len(steps) - 1)


def seen(table: Together, last: int, by: str = "noor") -> Outlook | None:
    look = getattr(table, f"seen_by_{by}")(day(last + 1))
    return outlook_of(look, known_of(look.person, [look])[look.collaboration.pk])


def test_nothing_is_told_before_three_opened_rounds() -> None:
    table = together()
    assert seen(table, rounds(table, [(4, 4), (4, 4)])) is None


def test_two_who_answer_well_read_that_it_is_calm() -> None:
    table = together()
    found = seen(table, rounds(table, [(4, 4), (5, 4), (4, 5), (4, 4)]))
    assert found is not None and found.band == "calm"


def test_when_both_fall_it_says_so_and_what_would_lower_it() -> None:
    table = together()
    found = seen(table, rounds(table, [(4, 4), (4, 4), (4, 4), (2, 2), (1, 1)]))
    assert found is not None and found.band in ("watch", "talk")
    assert "De antwoorden liggen lager dan gewoonlijk." in found.moved and found.lowers
    with translation.override("en"):
        other = seen(table, 14 * 4)
    assert other is not None and "{" not in other.sentence and other.sentence.startswith("Out of ten")


def test_calm_is_not_said_beside_a_concern() -> None:
    table = together()
    last = rounds(table, [(4, 4), (5, 4), (4, 5), (4, 4)])
    look = table.seen_by_noor(day(last + 1))
    known = known_of(look.person, [look])[look.collaboration.pk]
    worry = SimpleNamespace(level="concern")
    assert outlook_of(look, known) is not None
    assert outlook_of(look, known, [worry]) is None  # type: ignore[list-item]


def test_without_an_account_there_is_no_outlook() -> None:
    table = together()
    assert seen(table, rounds(table, [(4, 4), (4, 4), (4, 4)]), by="marleen") is None


def test_everything_that_can_move_it_has_words() -> None:
    worded = {one["id"] for one in content.load("outlook", "nl")["drivers"]}
    assert {*LOWERS, "answered", "good_step"} <= worded
