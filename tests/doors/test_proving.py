"""An act that could do harm asks once more who it is, and not again for a quarter of an hour."""

from __future__ import annotations

from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import reverse

from samenstroom.accounts.models import Person
from samenstroom.accounts.proven import note_proof, recently_proven
from samenstroom.kit import clock
from tests.people import CODE, PASSWORD, START, marleen_at, noor, ruben, started

pytestmark = pytest.mark.django_db


@recently_proven
def harmful(request: HttpRequest) -> HttpResponse:
    return HttpResponse("gedaan")


@recently_proven(then="workspace:settings")
def harmful_post(request: HttpRequest) -> HttpResponse:
    return HttpResponse("gedaan")


def asking(person: Person, session: dict[str, Any]) -> Any:
    return SimpleNamespace(user=person, session=session, get_full_path=lambda: "/iets/?a=1")


def test_it_asks_once_and_then_for_a_quarter_of_an_hour_no_more() -> None:
    person = noor()
    session: dict[str, Any] = {}
    with clock.frozen(START):
        first = harmful(asking(person, session))
        assert first.headers["Location"] == "/bevestigen/?next=%2Fiets%2F%3Fa%3D1"
        note_proof(asking(person, session), START)
        assert harmful(asking(person, session)).content == b"gedaan"
    with clock.frozen(START + timedelta(minutes=15)):
        assert harmful(asking(person, session)).status_code == 302


def test_the_proof_of_one_person_is_not_that_of_another() -> None:
    session: dict[str, Any] = {}
    with clock.frozen(START):
        note_proof(asking(noor(), session), START)
        assert harmful(asking(ruben(), session)).status_code == 302


def test_what_takes_only_a_post_says_where_to_come_back() -> None:
    assert harmful_post(asking(noor(), {})).headers["Location"] == "/bevestigen/?next=%2Finstellingen%2F"


def signed_in(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def test_she_proves_it_with_her_password_and_goes_on() -> None:
    client = signed_in(noor())
    address = reverse("workspace:prove") + "?next=/ik/"
    assert "Even zeker weten dat jij het bent" in client.get(address).content.decode()
    wrong = client.post(address, {"secret": "fout", "next": "/ik/"})
    assert wrong.status_code == 422 and "Dit wachtwoord klopt niet." in wrong.content.decode()
    right = client.post(address, {"secret": PASSWORD, "next": "/ik/"})
    assert right.headers["Location"] == "/ik/"


def test_a_way_back_outside_the_app_is_not_followed() -> None:
    answer = signed_in(noor()).post(reverse("workspace:prove"), {"secret": PASSWORD, "next": "https://elders.nl/"})
    assert answer.headers["Location"] == reverse("workspace:settings")


def test_guessing_stops_after_five_times_and_says_so_kindly() -> None:
    client = signed_in(noor())
    for _ in range(5):
        client.post(reverse("workspace:prove"), {"secret": "fout"})
    answer = client.post(reverse("workspace:prove"), {"secret": PASSWORD})
    assert "Wacht een kwartier en probeer het dan weer." in answer.content.decode()


def test_behind_a_link_she_proves_it_with_her_own_code() -> None:
    client = signed_in(marleen_at(started(noor())))
    page = client.get(reverse("portal:prove")).content.decode()
    assert "Je eigen code" in page
    assert client.post(reverse("portal:prove"), {"secret": f" {CODE} "}).headers["Location"] == reverse("portal:tables")
