"""Examples to look around in, by one click, and gone by one click."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from samenstroom.accounts.models import Person
from samenstroom.collaborations.models import Collaboration
from samenstroom.flows.demo import has_demo
from samenstroom.kit import clock
from samenstroom.mail.models import OutgoingMail
from tests.people import noor, started
from tests.worlds import NOW

pytestmark = pytest.mark.django_db

EXAMPLES, REMOVE = reverse("workspace:examples"), reverse("workspace:examples_remove")
TODAY, LIST, ME = reverse("workspace:today"), reverse("workspace:collaborations"), reverse("workspace:me")


@pytest.fixture(autouse=True)
def in_dutch() -> Iterator[None]:
    """Whatever language a page leaves behind stays inside its own test."""
    with translation.override("nl"):
        yield


@pytest.fixture
def person() -> Person:
    return noor(now=NOW)


@pytest.fixture
def client(person: Person) -> Client:
    signed_in = Client()
    signed_in.force_login(person)
    return signed_in


def page(client: Client, address: str) -> str:
    with clock.frozen(NOW):
        response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def click(client: Client, address: str) -> str:
    """She clicks, and reads where that brings her."""
    with clock.frozen(NOW):
        response = client.post(address, follow=True)
    assert response.status_code == 200
    return response.content.decode()


def test_an_empty_start_offers_to_look_around(client: Client) -> None:
    for address in (TODAY, LIST):
        html = page(client, address)
        assert f'action="{EXAMPLES}"' in html and f'href="{EXAMPLES}"' in html
    assert f'href="{EXAMPLES}"' in page(client, reverse("workspace:settings"))
    assert f'action="{EXAMPLES}"' in page(client, EXAMPLES)


def test_opening_the_page_makes_nothing(client: Client, person: Person) -> None:
    page(client, EXAMPLES)
    assert client.get(REMOVE).status_code == 405
    assert not has_demo(person)


def test_who_has_work_of_her_own_is_not_offered_it_on_today(client: Client, person: Person) -> None:
    started(person, now=NOW)
    assert EXAMPLES not in page(client, TODAY)


def test_one_click_in_and_one_click_out(client: Client, person: Person, settings: Any) -> None:
    settings.MAIL_MODE = "preview"
    own = started(person, now=NOW, name="Echt Werk")
    html = click(client, EXAMPLES)
    assert "Je voorbeelden staan klaar." in html
    assert html.count('class="status status--mark">Voorbeeld<') == 10
    _every_example_opens(client, person)
    assert "stonden er al" in click(client, EXAMPLES)
    assert f'action="{REMOVE}"' in page(client, EXAMPLES)
    html = click(client, REMOVE)
    assert "De voorbeelden zijn weg." in html and "Voorbeeld<" not in html
    assert list(Collaboration.objects.all()) == [own]
    assert not OutgoingMail.objects.exists()


def _every_example_opens(client: Client, person: Person) -> None:
    """Each says that it is one, opens its pages, and nobody can be invited to it."""
    for table in Collaboration.objects.filter(demo_for=person):
        home = page(client, reverse("workspace:collaboration", args=[table.public_id]))
        assert "Dit is een voorbeeld." in home
        assert reverse("workspace:link_make", args=[table.public_id]) not in home
        links = page(client, reverse("workspace:links", args=[table.public_id]))
        assert reverse("workspace:link_make", args=[table.public_id]) not in links
        for name in ("stream", "logbook", "checkins", "talks", "own"):
            page(client, reverse(f"workspace:{name}", args=[table.public_id]))
    one = Collaboration.objects.filter(demo_for=person)[0]
    refused = click(client, reverse("workspace:link_make", args=[one.public_id]))
    assert "/l/" not in refused
    with clock.frozen(NOW):
        mail = {"channel": "mail", "email": "iemand@voorbeeld.nl"}
        client.post(reverse("workspace:link_make", args=[one.public_id]), mail)


def test_an_english_reader_gets_english_stories(client: Client, person: Person) -> None:
    Person.objects.filter(pk=person.pk).update(language="en")
    click(client, EXAMPLES)
    table = Collaboration.objects.get(demo_for=person, name="Boekwinkel Pluis")
    assert "Finished together, with cake." in page(client, reverse("workspace:logbook", args=[table.public_id]))
