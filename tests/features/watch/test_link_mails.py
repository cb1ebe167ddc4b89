"""A mail with the other's link that did not arrive: who sent it reads so, with the next step; nobody else does."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from samenstroom.accounts.models import Person
from samenstroom.collaborations.actions import make_link
from samenstroom.collaborations.models import Collaboration
from samenstroom.collaborations.visits import visit_of
from samenstroom.flows.inviting import mail_invitation
from samenstroom.kit import clock
from samenstroom.mail.models import OutgoingMail
from samenstroom.watch.attention import attention
from samenstroom.watch.overview import tables_of_person
from tests.people import START, noor, started

pytestmark = pytest.mark.django_db
LATER = START + timedelta(hours=2)


@pytest.fixture
def table(settings: Any) -> Any:
    settings.MAIL_MODE = "preview"
    with clock.frozen(START):
        collaboration = started(noor())
        mail_invitation(visit=seen(collaboration, START), email="marleen@voorbeeld.nl")
    with clock.frozen(LATER):
        yield collaboration


def seen(collaboration: Collaboration, now: Any) -> Any:
    return visit_of(Person.objects.get(email="noor@voorbeeld.nl"), collaboration.public_id, now)


def became(**moment: Any) -> None:
    OutgoingMail.objects.filter(kind="invitation").update(**moment)


def titles(me: Person) -> list[str]:
    return [one.title for one in attention(tables_of_person(me, LATER), LATER.date()) if one.page == "links"]


def links_page(me: Person, table: Collaboration) -> str:
    client = Client()
    client.force_login(me)
    return str(client.get(reverse("workspace:links", args=[table.public_id])).content.decode())


@pytest.mark.parametrize(
    ("moment", "title", "state"),
    [
        ("failed_at", "De mail aan Marleen kwam niet aan", "Niet aangekomen"),
        ("uncertain_at", "Het is niet zeker of de mail aan Marleen aankwam", "Niet zeker"),
    ],
)
def test_it_is_on_vandaag_and_beside_the_copy(table: Collaboration, moment: str, title: str, state: str) -> None:
    me = noor_here()
    assert titles(me) == [] and state not in links_page(me, table)
    became(**{moment: START})
    assert titles(me) == [title] and state in links_page(me, table)


def test_a_newer_copy_or_settling_it_ends_the_item(table: Collaboration) -> None:
    me = noor_here()
    became(failed_at=START)
    became(settled_at=LATER)
    assert titles(me) == []
    became(settled_at=None)
    visit = seen(table, LATER)
    make_link(by=visit.seat, other=visit.other, channel="copy", now=LATER)
    assert titles(me) == []


def test_what_somebody_else_mailed_is_not_hers_to_see(table: Collaboration) -> None:
    became(failed_at=START, by=None)
    assert titles(noor_here()) == [] and "Niet aangekomen" not in links_page(noor_here(), table)


def noor_here() -> Person:
    return Person.objects.get(email="noor@voorbeeld.nl")
