"""Friendly questions about feedback: asked, never a block."""

from __future__ import annotations

from typing import Any

import pytest

from samenstroom.rules.feedback import Question, has_reasons, offers_thanks, questions_for

WHOLE: dict[str, Any] = {
    "ground": "argument", "why": "Het leest makkelijker.", "source_year": 2025, "proposal": "Korter.", "this_year": 2026,
}  # fmt: skip


@pytest.mark.parametrize(
    ("changed", "asked"),
    [
        ({}, ()),
        ({"ground": "taste"}, ()),
        ({"ground": "taste", "why": " "}, (Question.TASTE,)),
        ({"why": ""}, (Question.NO_WHY,)),
        ({"source_year": 2021}, ()),
        ({"source_year": 2020}, (Question.OLD,)),
        ({"source_year": None}, ()),
        ({"proposal": "  "}, (Question.NO_PROPOSAL,)),
        (
            {"ground": "taste", "why": "", "source_year": 1999, "proposal": ""},
            (Question.TASTE, Question.OLD, Question.NO_PROPOSAL),
        ),
    ],
)
def test_what_is_missing_is_asked_kindly(changed: dict[str, Any], asked: tuple[Question, ...]) -> None:
    assert questions_for(**(WHOLE | changed)) == asked


def test_a_reason_makes_taste_worth_as_much_as_an_argument() -> None:
    assert has_reasons(ground="taste", why="Ik word er blij van.")
    assert has_reasons(ground="argument", why="Het leest makkelijker.")
    assert not has_reasons(ground="argument", why=" ")


@pytest.mark.parametrize(
    ("days", "offers"),
    [(0, False), (41, False), (42, True), (48, True), (49, False), (84, True), (90, True), (91, False)],
)
def test_thanks_are_offered_a_week_out_of_every_six(days: int, offers: bool) -> None:
    assert offers_thanks(days) is offers
