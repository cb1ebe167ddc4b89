"""Her ways in change: what is done, and the mail by which she notices it also when it was not she."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest
from django.urls import reverse

from samenstroom.accounts import passkeys, second_step
from samenstroom.accounts.browsers import end_other_browsers
from samenstroom.accounts.events import note
from samenstroom.accounts.models import Person
from samenstroom.connections.actions.connections import withdraw_all
from samenstroom.kit.tokens import token_hash
from samenstroom.mail.outbox import queue_mail


def turn_on_second_step(*, person: Person, secret: str, code: str, now: datetime) -> None:
    """See `start_second_step`; she gets a mail."""
    second_step.start_second_step(person=person, secret=secret, code=code, now=now)
    tell_sign_in_changed(person=person, what="step on", now=now)


def turn_off_second_step(*, person: Person, now: datetime) -> None:
    """See `stop_second_step`; she gets a mail."""
    if second_step.stop_second_step(person=person):
        tell_sign_in_changed(person=person, what="step off", now=now)


def renew_spare_codes(*, person: Person, now: datetime) -> list[str]:
    """Ten new codes; she gets a mail."""
    codes = second_step.renew_spare_codes(person=person)
    if codes:
        tell_sign_in_changed(person=person, what="codes", now=now)
    return codes


@transaction.atomic
def add_passkey(*, person: Person, name: str, credential: Any, now: datetime) -> None:
    """See `accounts.passkeys.add_passkey`; she gets a mail."""
    passkeys.add_passkey(person=person, name=name, credential=credential, now=now)
    tell_sign_in_changed(person=person, what="passkey", now=now)


@transaction.atomic
def remove_passkey(*, person: Person, key: str, now: datetime) -> None:
    """This passkey opens nothing any more; she gets a mail."""
    if passkeys.remove_passkey(person=person, key=key):
        tell_sign_in_changed(person=person, what=f"passkey gone {key}", now=now)


@transaction.atomic
def password_changed(*, person: Person, now: datetime) -> int:
    """Who knew the old one gets in no more, not by a program of hers either. She gets a mail; says how many stopped."""
    stopped = withdraw_all(person=person, now=now)
    tell_sign_in_changed(person=person, what="password", now=now)
    return stopped


@transaction.atomic
def leave_other_browsers(*, request: HttpRequest, person: Person, now: datetime) -> int:
    """See `end_other_browsers`; programs of hers are out too, and then she gets a mail. Says how many programs."""
    end_other_browsers(request=request, person=person)
    stopped = withdraw_all(person=person, now=now)
    if stopped:
        tell_sign_in_changed(person=person, what="connections", now=now)
    return stopped


def tell_sign_in_changed(*, person: Person, what: str, now: datetime) -> None:
    """A mail says that something changed, not what. `what` keeps two changes apart; its first two words are logged."""
    note(f"changed: {' '.join(what.split()[:2])}", person)
    queue_mail(
        kind="sign_in_changed",
        to_email=person.email,
        language=person.language,
        words={"name": person.first_name},
        secret={"link": settings.PUBLIC_URL + reverse("workspace:sign_in")},
        unique_key=f"sign-in:{token_hash(f'{person.public_id} {what} {now.isoformat()}')[:40]}",
        now=now,
    )
