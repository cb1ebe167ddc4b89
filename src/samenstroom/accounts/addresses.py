"""Another address for an account: confirmed by a code that is mailed there; without mail by her password alone."""

from __future__ import annotations

from datetime import datetime, timedelta

from allauth.account.models import EmailAddress
from django.core import signing
from django.db import IntegrityError, transaction
from django.utils.crypto import salted_hmac

from samenstroom.kit import wall
from samenstroom.kit.tokens import short_code

from . import throttle
from .events import note, note_refused
from .models import AddressChange, Person, normal_email

CODE_LIFETIME = timedelta(minutes=10)
ASKED_A_DAY = throttle.Limit(12, timedelta(days=1))
NOT_MINE = signing.Signer(salt="samenstroom.accounts.not_mine")


class AddressTakenError(Exception):
    """Somebody else uses this address here."""


class WrongAddressCodeError(Exception):
    """This is not the code that was mailed, or it is too old."""


def has_proven_address(person: Person) -> bool:
    """Whether she showed that the address she gave is hers. Signing up asks no proof: anyone can type any address."""
    if person.email_confirmed_at is not None:
        return True
    return bool(EmailAddress.objects.filter(user=person, email__iexact=person.email, verified=True).exists())


def waiting_change(person: Person, now: datetime) -> AddressChange | None:
    """The change that waits for its code; only the newest one does."""
    newest = AddressChange.objects.filter(person=person).order_by("-pk").first()
    if newest is None or newest.done_at is not None or newest.asked_at <= now - CODE_LIFETIME:
        return None
    return newest


def ask_for_address(*, person: Person, email: str, now: datetime) -> str:
    """A change waits for its code, which the caller mails; one that waited before no longer does.

    Of an address that somebody else uses here it says nothing: the change waits all the same, no code fits it, and what
    comes back is "". Her own address, not proven yet, can be asked for too. Raises TooManyTriesError after four in an
    hour or twelve a day.
    """
    with transaction.atomic():
        Person.objects.select_for_update().get(pk=person.pk)
        throttle.count_try(bucket=f"address:{person.pk}", limit=throttle.EMAIL_CODE, now=now, person=person)
        throttle.count_try(bucket=f"address-day:{person.pk}", limit=ASKED_A_DAY, now=now, person=person)
    code = "" if _is_taken(person, email) else short_code()
    AddressChange.objects.create(
        person=person,
        was=person.email or "",
        email=normal_email(email) or "",
        code_hash=_hash(person, code) if code else "",
        asked_at=now,
    )
    return code


def confirm_address(*, person: Person, code: str, now: datetime) -> AddressChange:
    """She signs in with the new address from now on; it is confirmed. Returns what changed.

    Raises WrongAddressCodeError, AddressTakenError, or TooManyTriesError after five tries in a quarter of an hour.
    """
    with transaction.atomic():
        Person.objects.select_for_update().get(pk=person.pk)
        throttle.count_try(bucket=f"address-code:{person.pk}", limit=throttle.CODE, now=now, person=person)
    change = waiting_change(person, now)
    if change is None or not change.code_hash or change.code_hash != _hash(person, "".join(code.split())):
        note_refused("address code refused", person)
        raise WrongAddressCodeError
    with transaction.atomic():
        _take(person, change.email, confirmed_at=now)
        change.done_at = now
        change.save(update_fields=["done_at"])
    return change


@transaction.atomic
def set_address(*, person: Person, email: str, now: datetime) -> AddressChange:
    """Without mail nothing can be confirmed: she signs in with the new address from now on, and that is on record.

    Raises AddressTakenError.
    """
    if _is_taken(person, email):
        raise AddressTakenError
    change = AddressChange.objects.create(
        person=person, was=person.email or "", email=normal_email(email) or "", asked_at=now, done_at=now
    )
    _take(person, change.email, confirmed_at=None)
    return change


def _is_taken(person: Person, email: str) -> bool:
    address = normal_email(email)
    in_use = EmailAddress.objects.filter(email__iexact=address).exclude(user=person).exists()
    return in_use or Person.objects.filter(email=address).exclude(pk=person.pk).exists()


def not_mine_token(person: Person) -> str:
    """For the mail to an address that nobody proved yet: who reads it there can say that it is not she."""
    return NOT_MINE.sign_object([person.public_id, person.email])


def claimant_of(token: str) -> Person | None:
    """Whose account claims this address without proof. None once she proved it, or has another address."""
    try:
        public_id, email = NOT_MINE.unsign_object(token)
    except (signing.BadSignature, ValueError):
        return None
    person = Person.objects.filter(public_id=public_id, email=email, email_confirmed_at=None).first()
    return person if person and not has_proven_address(person) else None


@transaction.atomic
def free_address(*, token: str, now: datetime) -> Person | None:
    """Who has the address said that this account is not hers: it is free again, and it gets no mail of this account.

    What the account holds stays with whoever made it: she is still signed in, reads it on her pages and gives another
    address. None when there is nothing to free.
    """
    person = claimant_of(token)
    if person is None:
        return None
    person = Person.objects.select_for_update().get(pk=person.pk)
    if claimant_of(token) is None:
        return None
    with wall.for_person(person.pk):  # who has the address is nobody here; the change is in the record of the account
        AddressChange.objects.create(person=person, was=person.email or "", email="", asked_at=now, done_at=now)
    EmailAddress.objects.filter(user=person).delete()
    person.email = None
    person.save(update_fields=["email"])
    note("address freed by who has it", person)
    return person


def _take(person: Person, email: str, *, confirmed_at: datetime | None) -> None:
    """The old address opens nothing any more, not by a code or a new password either."""
    person.email, person.email_confirmed_at = email, confirmed_at
    try:
        with transaction.atomic():
            person.save(update_fields=["email", "email_confirmed_at"])
            EmailAddress.objects.filter(user=person).delete()
            EmailAddress.objects.create(user=person, email=email, primary=True, verified=confirmed_at is not None)
    except IntegrityError:
        person.refresh_from_db(fields=["email", "email_confirmed_at"])
        raise AddressTakenError from None
    note("address changed", person)


def _hash(person: Person, code: str) -> str:
    """Keyed with the secret of this instance: six digits alone could be guessed from a leaked database."""
    return salted_hmac("samenstroom.accounts.address", f"{person.public_id}:{code}", algorithm="sha256").hexdigest()
