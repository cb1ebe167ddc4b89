"""The pages of the action plan: one field, looks, every act on the page of a task; and alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.test import Client

from samenstroom.kit import clock
from samenstroom.planning.actions.task_days import tell_later
from samenstroom.planning.actions.tasks import TaskTerms, add_task
from samenstroom.planning.models import Task
from tests.features.planning.task_steps import FRIDAY, MONDAY, added
from tests.people import Together, day, noor, started, together

pytestmark = pytest.mark.django_db


@pytest.fixture
def pages(client: Client) -> Iterator[tuple[Together, Client, str]]:
    table = together()
    with clock.frozen(day(1)):
        client.force_login(table.noor)
        yield table, client, f"/s/{table.collaboration.public_id}/starten/actieplan/"


def test_one_field_is_enough_and_what_was_understood_is_said_back(pages: Any) -> None:
    table, client, base = pages
    page = client.post(base, {"what": "Prijslijst sturen vrijdag", "owner": "me"}, follow=True).content.decode()
    assert "Op het plan: Prijslijst sturen (Jij), voor vrijdag 9 januari." in page
    task = Task.objects.get()
    assert (task.what, task.due_on, task.owner) == ("Prijslijst sturen", FRIDAY, table.noors_seat.party)


def test_nothing_and_too_much_are_told_next_to_the_field_and_stay(pages: Any) -> None:
    _table, client, base = pages
    assert client.post(base, {"what": "", "owner": "me"}).status_code == 422
    page = client.post(base, {"what": "x" * 201, "owner": "me"})
    assert (
        page.status_code == 422
        and "maximaal 200 tekens" in page.content.decode()
        and "x" * 201 in page.content.decode()
    )


def test_the_list_shows_hers_or_the_others_and_the_board_has_four_columns(pages: Any) -> None:
    table, client, base = pages
    added(table)
    add_task(seat=table.noors_seat, terms=TaskTerms("Foto’s kiezen", owner=table.marleens_seat.party), now=day(0))
    hers = client.get(f"{base}?van=mij").content.decode()
    theirs = client.get(f"{base}?van=ander&zo=bord").content.decode()
    assert "Prijslijst sturen" in hers and "Foto’s kiezen" not in hers
    assert "Foto’s kiezen" in theirs and "Prijslijst sturen" not in theirs
    assert all(name in theirs for name in ("Te doen", "Mee bezig", "Wacht op", "Klaar"))


def test_a_day_that_is_over_is_told_calmly_and_never_to_the_other_as_hers(pages: Any) -> None:
    table, client, base = pages
    task = added(table, due_on=date(2026, 1, 5))
    page = client.get(f"{base}{task.public_id}/").content.decode()
    assert "De dag is voorbij" in page and "Hoe staat het ervoor?" in page


def test_a_task_goes_through_everything_on_its_page(pages: Any) -> None:
    table, client, base = pages
    task = added(table)
    url = f"{base}{task.public_id}/"
    for do in ("start", "wait", "on"):
        assert client.post(url, {"do": do}).status_code == 302
    wrong = client.post(url, {"do": "later", "new_due": "2026-01-01", "reason": "Ziek"})
    assert wrong.status_code == 422 and "al geweest" in wrong.content.decode() and "Ziek" in wrong.content.decode()
    client.post(url, {"do": "later", "new_due": "2026-01-12", "reason": "Ziek"})
    page = client.get(url).content.decode()
    assert "niet vrijdag 9 januari, wel maandag 12 januari" in page
    client.post(url, {"do": "change", "what": "Lijst sturen", "owner": "me", "note": "In de map"})
    client.post(url, {"do": "done"})
    task.refresh_from_db()
    assert (task.what, task.due_on, task.done_at) == ("Lijst sturen", MONDAY, day(1))
    client.post(url, {"do": "drop"})
    assert client.get(url).status_code == 404


def test_marleen_answers_a_new_day_and_a_missing_day_is_asked_for(pages: Any) -> None:
    table, client, base = pages
    task = add_task(
        seat=table.marleens_seat, terms=TaskTerms("Foto’s", owner=table.marleens_seat.party, due_on=FRIDAY), now=day(0)
    )
    tell_later(task=task, seat=table.marleens_seat, new_due=MONDAY, reason="", now=day(0))
    url = f"{base}{task.public_id}/"
    assert "Marleen stelt voor: maandag 12 januari" in client.get(url).content.decode()
    wrong = client.post(url, {"do": "answer", "answer": "other", "other_due": ""})
    assert wrong.status_code == 422 and "Vul de dag in die beter is." in wrong.content.decode()
    client.post(url, {"do": "answer", "answer": "fine"})
    assert task.words.get().answer == "fine"
    late = client.post(url, {"do": "answer", "answer": "fine"}, follow=True)
    assert "Dit kan nu niet meer" in late.content.decode()


def test_alone_the_whole_plan_works(client: Client) -> None:
    me = noor()
    table = started(me)
    with clock.frozen(day(1)):
        client.force_login(me)
        base = f"/s/{table.public_id}/starten/actieplan/"
        client.post(base, {"what": "Prijslijst sturen vrijdag", "owner": "me"})
        url = f"{base}{Task.objects.get().public_id}/"
        for do in ("start", "wait", "start"):
            client.post(url, {"do": do})
        client.post(url, {"do": "later", "new_due": "2026-01-12", "reason": ""})
        client.post(url, {"do": "done"})
    task = Task.objects.get()
    assert (task.due_on, task.done_at) == (MONDAY, day(1))
