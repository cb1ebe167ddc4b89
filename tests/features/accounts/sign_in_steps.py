"""What people do with their ways in and with who works beside them, for tests about mail."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.test import Client
from django.urls import reverse

from samenstroom.accounts.practices import practice_of
from samenstroom.flows.addresses import ask_for_address, claim_address, confirm_address
from samenstroom.flows.practices import remove_member
from samenstroom.flows.sign_in import tell_sign_in_changed
from samenstroom.kit import clock
from samenstroom.mail.models import OutgoingMail
from tests.people import Together, day, karin


def changes_how_she_signs_in(table: Together, now: datetime | None = None) -> None:
    """Noor asks a code before and after her address is proven, turns something on, and takes another address and then
    her own again. The one she asks for in between is Marleen's."""
    now, noor = now or day(14), table.noor
    old = str(noor.email)
    claim_address(person=noor, now=now - timedelta(minutes=1))
    _asks_a_code(old, now)
    tell_sign_in_changed(person=noor, what="a passkey", now=now)
    for email in ("noor@nieuw.nl", old):
        ask_for_address(person=noor, email=email, now=now)
        mail = OutgoingMail.objects.filter(kind="address_code").latest("pk")
        assert mail.secret is not None
        confirm_address(person=noor, code=str(mail.secret["code"]), now=now)
    _asks_a_code(old, now)
    ask_for_address(person=noor, email="marleen@voorbeeld.nl", now=now)


def _asks_a_code(email: str, now: datetime) -> None:
    with clock.frozen(now):
        Client().post(reverse("account_request_login_code"), {"email": email})


def lets_a_colleague_go(table: Together) -> None:
    """Karin worked with Noor."""
    colleague, practice = karin(colleague_of=table.noor), practice_of(table.noor)
    assert practice is not None
    remove_member(practice=practice, person=colleague, by=table.noor, now=day(14))
