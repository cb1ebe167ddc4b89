"""Her own room behind her own door."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import Client

from samenstroom.accounts.models import Person
from samenstroom.exploring.models import Asked, OwnRoom
from samenstroom.kit import clock
from tests.people import day, noor, started

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _stopped_clock() -> Iterator[None]:
    with clock.frozen(day(1)):
        yield


@pytest.fixture
def client() -> Client:
    found = Client()
    found.force_login(noor())
    return found


def text(client: Client) -> str:
    return str(client.get("/ik/ruimte/").content.decode())


def test_empty_it_is_friendly_and_half_of_it_is_kept(client: Client) -> None:
    assert "Nog geen samenwerking" in text(client)
    assert client.post("/ik/ruimte/", {"hours": "32", "income": "", "energy": ""}).status_code == 302
    assert "32 uur per week" in text(client) and OwnRoom.objects.get().energy is None


def test_what_each_asks_and_what_a_yes_would_mean(client: Client) -> None:
    table = started(noor_of(client), stage="explore", name="Boog")
    address = f"/ik/ruimte/{table.public_id}/"
    assert "Vul in wat het vraagt" in text(client)
    client.post("/ik/ruimte/", {"hours": "8", "energy": "2"})
    given = {"hours": "10,5", "income": "1.250", "energy": "4", "starts_on": "2026-02-02"}
    assert client.post(address, given).status_code == 302
    page = text(client)
    assert "Zeg je ja tegen Boog?" in page and "Dat is 2,5 uur meer dan de 8 uur die je hebt." in page
    assert "€ 1.250 per maand" in page and "2 februari 2026" in page
    again = client.get(address).content.decode()
    assert 'value="10,5"' in again and 'value="1250"' in again and 'value="2026-02-02"' in again


def noor_of(client: Client) -> Person:
    return Person.objects.get(pk=client.session["_auth_user_id"])


def test_wrong_input_is_said_and_kept(client: Client) -> None:
    table = started(noor_of(client), stage="explore")
    response = client.post("/ik/ruimte/", {"hours": "veel", "income": "1250"})
    assert response.status_code == 422 and "Vul een getal in" in response.content.decode()
    response = client.post(f"/ik/ruimte/{table.public_id}/", {"hours": "200", "income": "77"})
    assert response.status_code == 422 and 'value="77"' in response.content.decode()
    assert not Asked.objects.exists()
