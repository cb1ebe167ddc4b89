"""Promises: the same measure for both, no share under five, and what nobody promised counts for nobody."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.test import Client

from samenstroom.kit import clock
from samenstroom.planning.actions import tasks as acts
from samenstroom.planning.actions.task_days import tell_later
from samenstroom.planning.actions.tasks import TaskTerms, add_task
from samenstroom.planning.models import Task
from tests.features.planning.task_steps import FRIDAY, MONDAY
from tests.people import Together, day, together

pytestmark = pytest.mark.django_db


def promised(table: Together, what: str, due_on: date = FRIDAY) -> Task:
    terms = TaskTerms(what, owner=table.noors_seat.party, due_on=due_on, due_kind="target")
    return add_task(seat=table.noors_seat, terms=terms, now=day(0))


def read(client: Client, table: Together, n: int) -> str:
    with clock.frozen(day(n)):
        client.force_login(table.noor)
        return client.get(f"/s/{table.collaboration.public_id}/samenwerken/beloften/").content.decode()


def test_each_day_is_told_with_what_became_of_it_and_a_few_days_have_no_share(client: Client) -> None:
    table = together()
    assert "Nog geen dagen om iets over te zeggen." in read(client, table, 1)
    acts.finish_task(task=promised(table, "Een"), seat=table.noors_seat, now=day(2))
    tell_later(task=promised(table, "Twee"), seat=table.noors_seat, new_due=MONDAY, reason="", now=day(3))
    promised(table, "Drie")
    page = read(client, table, 6)
    assert "Nieuwe dag: maandag 12 januari" in page and "De dag ging voorbij" in page
    assert "3 dagen. Vanaf 5 staat hier een deel." in page and "%" not in page.split("<main")[1]


def test_from_five_days_on_there_is_a_share(client: Client) -> None:
    table = together()
    for number in range(5):
        task = promised(table, f"Taak {number}")
        if number:
            acts.finish_task(task=task, seat=table.noors_seat, now=day(2))
    assert "Woord gehouden: 80%" in read(client, table, 6)


def test_a_task_that_is_off_the_plan_in_time_counts_for_nobody(client: Client) -> None:
    table = together()
    acts.drop_task(task=promised(table, "Een"), seat=table.noors_seat, now=day(2))
    assert "Nog geen dagen om iets over te zeggen." in read(client, table, 9)


def test_one_that_was_taken_off_after_its_day_still_counts_and_leads_nowhere(client: Client) -> None:
    table = together()
    task = promised(table, "Een", day(1).date())
    acts.drop_task(task=task, seat=table.noors_seat, now=day(1) + timedelta(days=3))
    page = read(client, table, 9)
    assert "De dag ging voorbij" in page and task.public_id not in page
