"""The pages of connections: made after proving who she is, shown once, and taken back."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from samenstroom.accounts.proven import PROVEN
from samenstroom.connections.actions import connections as actions
from samenstroom.connections.actions.connections import Terms, make_connection
from samenstroom.connections.labels import Scope
from samenstroom.connections.models import Connection
from samenstroom.kit import clock
from tests import people
from tests.doors.api_client import Program, program_of

pytestmark = pytest.mark.django_db
NOW = people.day(3)
GIVEN: dict[str, Any] = {"name": "Urenklok", "shared": ["shared:read", "shared:write"], "reach": "all", "days": "90"}


@pytest.fixture
def table() -> Any:
    with clock.frozen(NOW):
        yield people.together(now=people.START)


def browser_of(person: Any, *, proven: bool = True) -> Client:
    client = Client()
    client.force_login(person)
    if proven:
        session = client.session
        session[PROVEN] = {"person": person.pk, "at": NOW.isoformat()}
        session.save()
    return client


def test_making_one_asks_who_she_is_and_shows_the_token_once(table: people.Together) -> None:
    address = reverse("workspace:connection_new")
    asked = browser_of(table.noor, proven=False).post(address, GIVEN)
    assert (asked.status_code, asked.headers["Location"].startswith("/bevestigen/")) == (302, True)
    assert not Connection.objects.exists()
    noor = browser_of(table.noor)
    told = noor.post(address, GIVEN)
    token = told.context["token"]
    assert token in told.content.decode()
    assert "no-store" in told.headers["Cache-Control"]
    assert Program(token).get("/me").json()["connection"]["scopes"] == ["shared:read", "shared:write"]
    made = Connection.objects.get()
    pages = [reverse("workspace:connections"), reverse("workspace:connection", args=[made.public_id])]
    for page in pages:
        words = noor.get(page).content.decode()
        assert "Urenklok" in words
        assert token not in words


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"name": ""}, "Geef de koppeling een naam."),
        ({"shared": []}, "Kies minstens één ding dat deze koppeling mag."),
        ({"reach": "some"}, "Kies minstens één samenwerking."),
        ({"days": "99999"}, "Kies een van de genoemde termijnen."),
    ],
)
def test_what_is_missing_is_said_next_to_it(table: people.Together, change: dict[str, Any], fault: str) -> None:
    answer = browser_of(table.noor).post(reverse("workspace:connection_new"), GIVEN | change)
    assert answer.status_code == 422
    assert fault in answer.content.decode()
    assert not Connection.objects.exists()


def test_private_scopes_are_off_unless_she_ticks_them(table: people.Together) -> None:
    form = browser_of(table.noor).get(reverse("workspace:connection_new")).context["form"]
    assert (form["private"].value(), form["shared"].value()) == (None, ["shared:read"])


def test_taking_it_back_ends_it_and_its_use_stays_to_be_read(table: people.Together) -> None:
    mine = program_of(table.noor, NOW, [Scope.PRIVATE_WRITE])
    assert mine.connection is not None
    mine.post("/feelings", {"step": 2})
    mine.post("/feelings", {"step": 3})
    assert mine.post("/feelings", {"step": 9}).status_code == 422
    noor, page = browser_of(table.noor), reverse("workspace:connection", args=[mine.connection.public_id])
    assert "Je gevoel: geschreven, 2 keer" in noor.get(page).content.decode()
    for _ in range(2):
        noor.post(reverse("workspace:connection_withdraw", args=[mine.connection.public_id]))
    assert mine.get("/me").status_code == 401
    assert "Ingetrokken op" in noor.get(page).content.decode()
    assert "ingetrokken" in noor.get(reverse("workspace:connections")).content.decode()


def test_nobody_else_finds_it(table: people.Together) -> None:
    mine = program_of(table.noor, NOW)
    assert mine.connection is not None
    ruben = browser_of(people.ruben())
    assert ruben.get(reverse("workspace:connection", args=[mine.connection.public_id])).status_code == 404
    assert ruben.post(reverse("workspace:connection_withdraw", args=[mine.connection.public_id])).status_code == 404
    assert mine.get("/me").status_code == 200


def test_there_are_only_as_many_as_one_keeps_in_sight(table: people.Together, monkeypatch: Any) -> None:
    monkeypatch.setattr(actions, "MOST", 2)
    for number in range(2):
        program_of(table.noor, NOW, days=30 + number)
    answer = browser_of(table.noor).post(reverse("workspace:connection_new"), GIVEN)
    assert answer.status_code == 422
    with pytest.raises(actions.TooManyError):
        make_connection(person=table.noor, terms=Terms("Nog een", [Scope.SHARED_READ], None, 30), now=NOW)
    assert Connection.objects.count() == 2


def test_the_list_asks_as_many_questions_for_many_as_for_few(
    table: people.Together, django_assert_num_queries: Any
) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    noor, address = browser_of(table.noor), reverse("workspace:connections")
    program_of(table.noor, NOW)
    with CaptureQueriesContext(connection) as few:
        noor.get(address)
    asked = len(few)
    for _ in range(4):
        program_of(table.noor, NOW).get("/me")
    with django_assert_num_queries(asked):
        noor.get(address)
