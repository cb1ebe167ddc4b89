"""An administrator of a practice invites and lets go, and sees nothing more of anybody's work than a colleague does."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from samenstroom.accounts.models import Person
from samenstroom.accounts.practices import administers, practice_of
from samenstroom.accounts.second_step import TOTP, RecoveryCodes, new_secret
from samenstroom.exploring.actions.feelings import note_feeling
from tests.people import day, karin, noor, started

pytestmark = pytest.mark.django_db


@pytest.fixture
def me() -> Person:
    return noor()


@pytest.fixture
def colleague(me: Person) -> Person:
    return karin(colleague_of=me)


def signed_in(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def pages(person: Person, colleague: Person) -> list[str]:
    """What an administrator sees of her practice, apart from the token of the forms."""
    addresses = (reverse("workspace:practice"), reverse("workspace:practice_member", args=[colleague.public_id]))
    answers = [signed_in(person).get(one).content.decode() for one in addresses]
    return [re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", one) for one in answers]


def test_whatever_a_colleague_keeps_or_does_her_administrator_sees_the_same(me: Person, colleague: Person) -> None:
    before = pages(me, colleague)
    table = started(colleague, now=day(1), name="Een geheime klus")
    note_feeling(
        person=colleague, collaboration=table, step=1, sussed=True, words="Ik wil hier weg.", subject="",
        prediction="", percent=None, known_on=None, now=day(2),
    )  # fmt: skip
    TOTP.activate(colleague, new_secret())
    RecoveryCodes.activate(colleague)
    signed_in(colleague).get(reverse("workspace:browsers"))
    assert pages(me, colleague) == before
    for name in ("collaboration", "logbook"):
        address = reverse(f"workspace:{name}", kwargs={"collaboration": table.public_id})
        assert signed_in(me).get(address).status_code == 404


def test_a_member_reads_who_works_here_and_changes_nothing(me: Person, colleague: Person) -> None:
    client = signed_in(colleague)
    page = client.get(reverse("workspace:practice")).content.decode()
    assert "Noor Jansen" in page and "Beheerder" in page and "Bewaar de naam" not in page
    assert client.get(reverse("workspace:practice_member", args=[me.public_id])).status_code == 404
    for name, args in (("practice_invite", []), ("practice_member_remove", [me.public_id])):
        assert client.post(reverse(f"workspace:{name}", args=args)).status_code == 404
    client.post(reverse("workspace:practice"), {"name": "Van mij"})
    assert practice_of(me).name == "Praktijk Noor Jansen"


def test_an_administrator_shares_the_work_and_lets_go(me: Person, colleague: Person) -> None:
    client, at_karin = signed_in(me), reverse("workspace:practice_member", args=[colleague.public_id])
    own = practice_of(me)
    assert own is not None
    client.post(at_karin, {"role": "administrator"})
    assert administers(own, colleague)
    client.post(at_karin, {"role": "member"})
    assert not administers(own, colleague)
    alone = client.post(reverse("workspace:practice_member", args=[me.public_id]), {"role": "member"}, follow=True)
    assert "Je bent de enige beheerder." in text_of(alone) and administers(own, me)
    gone = client.post(reverse("workspace:practice_member_remove", args=[colleague.public_id]), follow=True)
    assert "Karin de Boer werkt hier niet meer." in text_of(gone)
    assert signed_in(colleague).get(reverse("workspace:practice")).status_code == 404
    client.post(reverse("workspace:practice_member_remove", args=[me.public_id]))
    assert practice_of(me) == own


def text_of(answer: Any) -> str:
    return str(answer.content.decode())
