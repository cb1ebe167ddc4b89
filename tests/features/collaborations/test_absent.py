"""What is not there is not asked for, and nothing else changes."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.db import connection
from django.db.models import Count
from django.test.utils import CaptureQueriesContext

from samenstroom.accounts.models import Person
from samenstroom.collaborations.absent import NoRows, in_one_look, kinds, one_look
from samenstroom.collaborations.models import Collaboration, HistoryLine, Seat
from samenstroom.collaborations.visibility import lines_seen_by, private_rows, shared_rows
from samenstroom.exploring.models import Feeling
from samenstroom.planning.models import Task
from tests.people import Together, ruben, together

pytestmark = pytest.mark.django_db


@pytest.fixture
def table() -> Together:
    return together()


def shared_tasks(person: Person) -> Any:
    return shared_rows(Task.objects.all(), seen_by=person)


def test_what_is_not_there_is_not_asked_for(table: Together, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(1), one_look(table.noor):
        assert list(shared_tasks(table.noor).filter(title="x").select_related("seat").order_by("-pk")) == []
        assert list(private_rows(Feeling.objects.all(), seen_by=table.noor)) == []


def test_outside_a_look_and_for_somebody_else_it_is_asked(table: Together, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(1):
        assert list(shared_tasks(table.noor)) == []
    with one_look(table.noor), django_assert_num_queries(1):
        assert list(shared_tasks(table.marleen)) == []


def test_what_is_there_is_found(table: Together) -> None:
    before = list(lines_seen_by(table.noor).order_by("pk"))
    with one_look(table.noor):
        assert before
        assert list(shared_rows(HistoryLine.objects.order_by("pk"), seen_by=table.noor)) == before
        assert shared_rows(Seat.objects.all(), seen_by=table.noor).count() == 2


def test_what_lies_at_the_table_of_another_is_not_there_for_her(table: Together) -> None:
    stranger = ruben()
    with one_look(stranger):
        assert type(shared_rows(HistoryLine.objects.all(), seen_by=stranger)) is NoRows
    with one_look(table.noor):
        assert type(shared_rows(HistoryLine.objects.all(), seen_by=table.noor)) is not NoRows


def test_a_look_in_a_look_asks_once(table: Together, django_assert_num_queries: Any) -> None:
    seen = in_one_look(lambda person: list(shared_tasks(person)))
    with django_assert_num_queries(1), one_look(table.noor):
        assert seen(table.noor) == seen(table.noor) == []
        with one_look(table.noor):
            assert seen(table.noor) == []


def test_one_question_for_any_number_of_tables(table: Together) -> None:
    with CaptureQueriesContext(connection) as asked, one_look(table.noor):
        pass
    assert len(asked) == 1
    assert len(kinds()[0]) > 40, "the kinds of rows at a table"


def test_no_rows_answers_as_an_empty_queryset(table: Together, django_assert_num_queries: Any) -> None:
    with one_look(table.noor):
        nothing = shared_tasks(table.noor)
        assert type(nothing) is NoRows
        with django_assert_num_queries(0):
            assert not nothing.exists() and nothing.count() == 0 and len(nothing) == 0 and not nothing
            assert nothing.first() is None and nothing.last() is None
            assert list(nothing.values_list("pk", flat=True)) == list(nothing[:3]) == list(nothing.iterator()) == []
            assert list(nothing.exclude(title="").annotate(how_many=Count("pk")).distinct()) == []
            assert nothing.in_bulk() == {}
            with pytest.raises(ObjectDoesNotExist):
                nothing.get(pk=1)
            assert list(Collaboration.objects.filter(tasks__in=nothing)) == []
        assert nothing.aggregate(how_many=Count("pk")) == {"how_many": 0}
