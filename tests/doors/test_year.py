"""A year in review: what was, of hers, with and without names."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import Client

from samenstroom.accounts.models import Person
from samenstroom.feedback.actions.appreciations import appreciate
from samenstroom.kit import clock
from samenstroom.learning.actions.lessons import OWN, Taught, learn_lesson
from samenstroom.learning.queries.cases import cases_of
from samenstroom.learning.queries.years import year_of, years_of
from tests.people import day, noor, ruben, together
from tests.practice import STORIES, live_all

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _stopped_clock() -> Iterator[None]:
    with clock.frozen(day(10)):
        yield


@pytest.fixture
def me() -> Person:
    return noor(now=day(-1000))


def read(person: Person, page: str = "") -> str:
    client = Client()
    client.force_login(person)
    answer = client.get(f"/leren/jaar/{page}")
    assert answer.status_code == 200
    return str(answer.content.decode())


def test_a_year_without_anything_is_no_shame(me: Person) -> None:
    assert "Van dit jaar staat er niets. Dat mag." in read(me)


def test_a_year_tells_what_began_ended_and_brought(me: Person) -> None:
    live_all(me, stories=STORIES[:3])
    cases = cases_of(me, day(10))
    first = min(case.began_on for case in cases).year
    assert years_of(cases, clock.day_of(day(10))) == list(range(day(10).year, first - 1, -1))
    year = year_of(me, cases, first)
    assert [case.name for case in year.began] == ["Villa Verde", "Mira Coaching", "Bureau Noord"][: len(year.began)]
    assert (year.brought[-1].paid, year.brought[-1].hours) == (1300, 52)
    assert (year.flowed, year.answers) == (
        sum(
            flow >= 4
            for case in cases
            for on, values in case.own_answers
            if on.year == first
            for flow in [values["flow"]]
        ),
        sum(on.year == first for case in cases for on, _values in case.own_answers),
    )
    page = read(me, f"{first}/")
    assert "Villa Verde" in page and "€ 1.300 in 52 uur" in page and "stroomde" in page


def test_without_names_nobody_can_be_recognised(me: Person) -> None:
    live_all(me, stories=STORIES[:1])
    first = cases_of(me, day(10))[0].began_on.year
    shown = read(me, f"{first}/?zonder-namen")
    assert "Villa Verde" not in shown and "Marleen" not in shown and "Samenwerking 1" in shown


def test_appreciation_of_the_other_and_own_lessons_are_in_it_and_nothing_private_of_the_other(me: Person) -> None:
    table = together(by=me, with_rhythm=False)
    appreciate(seat=table.marleens_seat, words="Jij ziet alles.", now=day(2))
    appreciate(seat=table.noors_seat, words="Fijn dat je snel antwoordt.", now=day(2))
    learn_lesson(person=me, collaboration=None, taught=Taught("Eerder bellen."), source=OWN, now=day(3))
    page = read(me)
    assert "Jij ziet alles." in page and "Eerder bellen." in page and "Fijn dat je" not in page
    assert "Jij ziet alles." not in read(me, "?zonder-namen")
    assert "Eerder bellen." not in read(ruben())


@pytest.mark.parametrize("year", ["1999", "2999"])
def test_a_year_in_which_she_was_not_here_is_not_there(me: Person, year: str) -> None:
    client = Client()
    client.force_login(me)
    assert client.get(f"/leren/jaar/{year}/").status_code == 404
