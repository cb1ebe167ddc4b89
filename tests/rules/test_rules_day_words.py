"""A day at the end of what somebody types, in Dutch and in English."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenstroom.rules.day_words import Understood, read_day, read_due

WEDNESDAY = date(2026, 3, 11)


@pytest.mark.parametrize(
    ("said", "due_on"),
    [
        ("vandaag", date(2026, 3, 11)),
        ("today", date(2026, 3, 11)),
        ("morgen", date(2026, 3, 12)),
        ("overmorgen", date(2026, 3, 13)),
        ("the day after tomorrow", date(2026, 3, 13)),
        ("vrijdag", date(2026, 3, 13)),
        ("Vrijdag", date(2026, 3, 13)),
        ("voor vrijdag", date(2026, 3, 13)),
        ("by Friday", date(2026, 3, 13)),
        ("komende vrijdag", date(2026, 3, 13)),
        ("woensdag", date(2026, 3, 18)),
        ("volgende week vrijdag", date(2026, 3, 20)),
        ("next Friday", date(2026, 3, 20)),
        ("over 2 weken", date(2026, 3, 25)),
        ("over een week", date(2026, 3, 18)),
        ("in three days", date(2026, 3, 14)),
        ("over een maand", date(2026, 4, 11)),
        ("14 maart", date(2026, 3, 14)),
        ("uiterlijk op 14 mrt", date(2026, 3, 14)),
        ("14th of March", date(2026, 3, 14)),
        ("March 14", date(2026, 3, 14)),
        ("10 maart", date(2027, 3, 10)),
        ("29 februari", date(2028, 2, 29)),
        ("14 maart 2028", date(2028, 3, 14)),
        ("14-3-2027", date(2027, 3, 14)),
        ("voor 14-3", date(2026, 3, 14)),
        ("2026-04-01", date(2026, 4, 1)),
        ("eind van de maand", date(2026, 3, 31)),
        ("(vrijdag)", date(2026, 3, 13)),
    ],
)
def test_the_day_is_taken_off_the_end(said: str, due_on: date) -> None:
    understood = read_due(f"Prijslijst sturen, {said}", WEDNESDAY)
    assert (understood.what, understood.due_on) == ("Prijslijst sturen", due_on)
    assert understood.said == said.strip("()")


@pytest.mark.parametrize(
    "text",
    [
        "Prijslijst sturen",
        "De foto's van maandag",
        "Photos of Monday",
        "Hoofdstuk 2-3",
        "Vergadering 31 februari",
        "Naar de zondagmorgen",
        "morgen",
        "vrijdag",
        "Vrijdag bellen we",
        "",
    ],
)
def test_a_text_without_a_day_at_its_end_stays_whole(text: str) -> None:
    assert read_due(text, WEDNESDAY) == Understood(text)


def test_the_end_of_a_month_is_its_last_day_when_that_month_is_shorter() -> None:
    assert read_due("Bel over een maand", date(2026, 1, 31)).due_on == date(2026, 2, 28)


@pytest.mark.parametrize(
    "said", ["14-3", "14-03-2026", "2026-03-14", "2026-03-14T00:00:00Z", "14/3/2026 09:00", "14 maart"]
)
def test_a_cell_that_is_a_day(said: str) -> None:
    assert read_day(said, WEDNESDAY) == date(2026, 3, 14)


@pytest.mark.parametrize("said", ["", "snel", "31-2-2026", "14-13", "lijst vrijdag"])
def test_a_cell_that_is_no_day(said: str) -> None:
    assert read_day(said, WEDNESDAY) is None


PARTS = st.sampled_from(
    [
        "bel",
        "voor",
        "31",
        "14",
        "2-3",
        "maart",
        "april",
        "vrijdag",
        "over",
        "999",
        "weken",
        "maanden",
        "volgende",
        "next",
        "morgen",
        ".",
        ",",
    ]
)


@given(st.lists(PARTS | st.text(max_size=5), max_size=7).map(" ".join), st.dates())
def test_any_text_is_read_without_losing_a_word(text: str, today: date) -> None:
    understood = read_due(text, today)
    whole = " ".join(text.split())
    assert whole.startswith(understood.what)
    assert understood.said in whole
    assert bool(understood.what) == bool(whole)
    assert (understood.due_on is None) == (not understood.said)
