"""Addresses of accounts: which are proven, and the mail in which whoever has one says that it is hers, or not."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from samenstroom.accounts import addresses
from samenstroom.accounts.models import Person, normal_email
from samenstroom.accounts.throttle import TooManyTriesError
from samenstroom.kit import clock, wall
from samenstroom.kit.tokens import token_hash
from samenstroom.mail.outbox import mail_is_on, queue_mail

UNPROVEN, FREED = "unproven", "freed"


def state_of_address(person: Person) -> str:
    """What her pages tell her of her address: not proven yet (where mail can prove it), freed by who has it, or ""."""
    if not person.email:
        return FREED
    return UNPROVEN if mail_is_on() and not addresses.has_proven_address(person) else ""


def ask_for_address(*, person: Person, email: str, now: datetime) -> None:
    """See `accounts.addresses.ask_for_address`; a mail is on its way to the address, whoever uses it here already."""
    code = addresses.ask_for_address(person=person, email=email, now=now)
    if not code:
        tell_known(email=email, now=now)
        return
    minutes = str(int(addresses.CODE_LIFETIME.total_seconds() // 60))
    is_claimed = normal_email(email) == person.email
    queue_mail(
        kind="address_claimed" if is_claimed else "address_code", to_email=email, language=person.language,
        words={"name": called(person) if is_claimed else person.first_name, "minutes": minutes},
        secret={"code": code, "link": _not_mine(person)} if is_claimed else {"code": code},
        unique_key=f"address:{token_hash(f'{person.public_id} {email} {now.isoformat()}')[:40]}", now=now,
    )  # fmt: skip


def claim_address(*, person: Person, now: datetime) -> None:
    """She just made an account with this address: a mail asks there whether it is she. Without mail nothing happens."""
    if not mail_is_on() or not person.email:
        return
    try:
        with wall.for_person(person.pk):  # it is her own sign-up, though she is not signed in yet
            ask_for_address(person=person, email=person.email, now=now)
    except TooManyTriesError:
        return  # She was mailed four times this hour.


def confirm_address(*, person: Person, code: str, now: datetime) -> bool:
    """Her address is proven; when it is another one, the old one is told. Returns whether it is another one."""
    change = addresses.confirm_address(person=person, code=code, now=now)
    if change.was == change.email:
        return False
    queue_mail(
        kind="address_changed", to_email=change.was, language=person.language, words={"name": person.first_name},
        secret={"link": settings.PUBLIC_URL + reverse("workspace:sign_in")},
        unique_key=f"address-changed:{person.public_id}:{change.pk}", now=now,
    )  # fmt: skip
    return True


@transaction.atomic
def tell_known(*, email: str, now: datetime) -> None:
    """Somebody wants to use an address that somebody uses here: a mail says so there, once a day at most."""
    holder = Person.objects.filter(email=normal_email(email)).first()
    if holder is None:
        return
    if holder.has_account and not addresses.has_proven_address(holder):
        tell_unproven(email=email, now=now)
        return
    queue_mail(
        kind="address_known", to_email=email, language=holder.language, words={},
        secret={"link": settings.PUBLIC_URL + reverse("account_login")}, unique_key=_once("known", email, now), now=now,
    )  # fmt: skip


def tell_unproven(*, email: str, now: datetime) -> None:
    """Somebody asks a new password or a code at an address that its account never proved: a mail says why it cannot.

    Who has the address can free it there. Once a day at most; of any other address nothing happens.
    """
    person = Person.objects.filter(email=normal_email(email), account_since__isnull=False).first()
    if person is None or addresses.has_proven_address(person):
        return
    queue_mail(
        kind="address_unproven", to_email=email, language=person.language, words={"name": called(person)},
        secret={"link": _not_mine(person)}, unique_key=_once("unproven", email, now), now=now,
    )  # fmt: skip


def called(person: Person) -> str:
    """What the maker of an account calls herself, for a mail to an address that may be of anybody: never a message."""
    first = person.first_name[:30]
    return first if first and all(letter.isalpha() or letter in "-’'" for letter in first) else "…"


def _not_mine(person: Person) -> str:
    return settings.PUBLIC_URL + reverse("not_mine", args=[addresses.not_mine_token(person)])


def _once(kind: str, email: str, now: datetime) -> str:
    return f"address-{kind}:{token_hash(f'{normal_email(email)} {clock.day_of(now)}')[:40]}"
