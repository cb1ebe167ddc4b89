"""Boundaries: what holds, how the words grew, letting go and taking up again."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import connection

from samenstroom.accounts.models import Person
from samenstroom.profiles.actions import boundaries as actions
from samenstroom.profiles.models import Boundary
from samenstroom.profiles.queries.boundaries import all_boundaries_of, boundaries_of, boundary_by_id
from tests import people
from tests.people import day

pytestmark = pytest.mark.django_db


def drawn(person: Person, words: str = "Ik werk niet zonder voorschot.", topic: str = "payment") -> Boundary:
    return actions.draw_boundary(person=person, topic=topic, words=words, why="Leergeld.", now=day(0))


def test_other_words_are_a_new_version_and_the_old_ones_stay() -> None:
    noor = people.noor()
    boundary = drawn(noor)
    actions.reword_boundary(boundary=boundary, topic="payment", words="De helft vooraf.", why="", now=day(30))
    (view,) = boundaries_of(noor)
    assert (view.words, view.version, view.since) == ("De helft vooraf.", 2, date(2026, 2, 4))
    (before,) = view.earlier
    assert (before.words, before.why, before.since) == ("Ik werk niet zonder voorschot.", "Leergeld.", date(2026, 1, 5))
    assert before.until == view.since


def test_another_reason_or_topic_is_no_new_version() -> None:
    noor = people.noor()
    boundary = drawn(noor)
    actions.reword_boundary(
        boundary=boundary, topic="price", words="Ik werk niet zonder voorschot.", why="Twee keer misgegaan.", now=day(3)
    )
    (view,) = boundaries_of(noor)
    assert (view.topic, view.why, view.version, view.earlier) == ("price", "Twee keer misgegaan.", 1, ())


def test_letting_go_is_a_moment_and_taking_up_again_another() -> None:
    noor = people.noor()
    boundary = drawn(noor)
    actions.let_go(boundary=boundary, now=day(10))
    actions.let_go(boundary=boundary, now=day(11))
    assert boundaries_of(noor) == []
    (view,) = all_boundaries_of(noor)
    assert view.let_go_on == date(2026, 1, 15)
    actions.reword_boundary(boundary=boundary, topic="payment", words="Stiekem anders.", why="", now=day(12))
    actions.take_up_again(boundary=boundary, now=day(20))
    actions.take_up_again(boundary=boundary, now=day(21))
    (view,) = boundaries_of(noor)
    assert (view.words, view.version) == ("Ik werk niet zonder voorschot.", 2)
    assert [(one.since, one.until) for one in view.earlier] == [(date(2026, 1, 5), date(2026, 1, 15))]


def test_pressing_twice_draws_one_boundary() -> None:
    noor = people.noor()
    assert drawn(noor) == drawn(noor)
    assert len(boundaries_of(noor)) == 1


def test_a_boundary_is_hers_alone() -> None:
    noor = people.noor()
    boundary = drawn(noor)
    karin, ruben = people.karin(colleague_of=noor), people.ruben()
    for other in (karin, ruben):
        assert boundaries_of(other) == [] and boundary_by_id(other, boundary.public_id) is None


def test_a_topic_that_does_not_exist_is_refused() -> None:
    noor = people.noor()
    with pytest.raises(actions.UnknownTopicError):
        drawn(noor, topic="weather")
    with pytest.raises(actions.UnknownTopicError):
        actions.reword_boundary(boundary=drawn(noor), topic="weather", words="Regen.", why="", now=day(1))


def test_reading_them_costs_the_same_however_many(django_assert_num_queries: Any) -> None:
    noor = people.noor()
    for number in range(5):
        boundary = drawn(noor, words=f"Grens {number}")
        actions.reword_boundary(boundary=boundary, topic="price", words=f"Anders {number}", why="", now=day(1))
    with django_assert_num_queries(2):
        assert len(boundaries_of(noor)) == 5


def test_neither_words_nor_topic_can_be_read_in_the_database() -> None:
    drawn(people.noor())
    with connection.cursor() as cursor:
        cursor.execute("select * from profiles_boundary b join profiles_boundaryversion v on v.boundary_id = b.id")
        row = str(cursor.fetchall())
    assert not [word for word in ("voorschot", "Leergeld", "payment") if word in row]
