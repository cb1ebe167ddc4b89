"""Steps at the door of a personal link, as a browser takes them."""

from __future__ import annotations

from typing import Any

from django.test import Client
from django.urls import reverse

from samenstroom.accounts.links import Minted
from samenstroom.accounts.models import Person
from samenstroom.collaborations.actions import make_link
from samenstroom.collaborations.models import Collaboration, Seat
from tests.people import CODE, Together, day, noor, seat_of, started

NOW = day(1)
"""A Tuesday morning."""


def invited() -> tuple[Collaboration, Person, str]:
    """Noor made a link for Marleen; nobody opened it yet."""
    maker = noor()
    collaboration = started(maker)
    return collaboration, maker, minted_for(collaboration, maker).token


def minted_for(collaboration: Collaboration, by: Person) -> Minted:
    mine = seat_of(by, collaboration)
    other = Seat.objects.exclude(party=mine.party).select_related("invitee").get(collaboration=collaboration)
    return make_link(by=mine, other=other, channel="copy", now=NOW)


def copy_for(table: Together) -> str:
    """A new copy of Marleen's claimed link."""
    return minted_for(table.collaboration, table.noor).token


def address(token: str) -> str:
    return reverse("portal:link", args=[token])


def as_account(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def take_in_hand(token: str, client: Client | None = None) -> Client:
    """Open the link and press the button."""
    client = client or Client()
    assert client.get(address(token)).status_code == 200
    assert client.post(address(token)).status_code == 302
    return client


def with_code(client: Client, page: str, code: str = CODE) -> Any:
    """Type this code on a page."""
    return client.post(reverse(page), {"code": code})
