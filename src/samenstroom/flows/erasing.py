"""Erasing somebody once her time to think is over, and at once when the operator does it."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from samenstroom.accounts.models import Person
from samenstroom.accounts.practices import hand_on_practices
from samenstroom.connections.actions.connections import withdraw_all
from samenstroom.kit import clock
from samenstroom.kit.dates import long_date
from samenstroom.mail.outbox import cancel_mail, queue_mail
from samenstroom.privacy.actions.erasing import Gone, erase_person
from samenstroom.privacy.actions.wishes import ask_erasure, come_back
from samenstroom.privacy.models import ErasureWish
from samenstroom.privacy.queries.wishes import due_wishes

from .demo import remove_demo


@transaction.atomic
def wish_to_be_erased(*, person: Person, now: datetime) -> ErasureWish:
    """Her things go after two weeks, her programs stop now; she alone gets a mail that says so, with the way back."""
    wish = ask_erasure(person=person, now=now)
    withdraw_all(person=person, now=now)
    page = "workspace:privacy_back" if person.has_account else "portal:closed"
    queue_mail(
        kind="erasure_asked",
        to_email=person.email,
        language=person.language,
        words={"name": person.first_name, "date": long_date(wish.erase_on, person.language)},
        secret={"link": settings.PUBLIC_URL + reverse(page)},
        unique_key=_key(wish),
        now=now,
    )
    return wish


@transaction.atomic
def stay(*, person: Person, now: datetime) -> bool:
    """She came back; the mail about it stays home when it has not left."""
    wish = ErasureWish.objects.filter(person=person).first()
    if wish is None:
        return False
    cancel_mail(unique_key=_key(wish), now=now)
    return come_back(person=person)


def erase(*, person: Person, now: datetime) -> Gone:
    """Her examples go with everybody made up for them, and then everything of hers."""
    with transaction.atomic():
        remove_demo(person=person)
        hand_on_practices(person=person)
        return erase_person(person=person, now=now)


def erase_who_wished(*, now: datetime) -> int:
    """Erase whose two weeks are over; says how many. Running it again finds nobody."""
    wishes = due_wishes(clock.day_of(now))
    for wish in wishes:
        erase(person=wish.person, now=now)
    return len(wishes)


def _key(wish: ErasureWish) -> str:
    return f"erasure:{wish.pk}:{wish.asked_at:%Y%m%d%H%M%S}"
