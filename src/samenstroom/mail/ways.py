"""The way from a mail to the choices about mail, without signing in.

A signed text: whose choices, or who typed which address. It opens nothing else, and stops working when the person has
another address.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.urls import reverse
from django.utils.crypto import salted_hmac

from samenstroom.accounts.models import Person, normal_email
from samenstroom.rules.mail_subjects import Subject, subject_of

from .choices import DIGEST
from .models import OutgoingMail

TO_PERSON, TO_ADDRESS = "p", "a"


@dataclass(frozen=True)
class Way:
    """Where a signed link leads: to the choices of `person`, about `subject`, or about all that is gathered.

    Without a person: to a stop for the address with this hash, for mail that `by` asks for.
    """

    person: Person | None = None
    subject: Subject | None = None
    by: Person | None = None
    address_hash: str = ""


def address_hash(email: str) -> str:
    """A keyed hash of an address: whoever reads the database cannot tell whose it is."""
    return salted_hmac("samenstroom.mail.address", normal_email(email) or "", algorithm="sha256").hexdigest()


def way_from(mail: OutgoingMail) -> str:
    """The token for this mail; empty when there is nothing to choose (a code somebody waits for)."""
    if mail.person is not None:
        subject = "" if mail.kind == DIGEST else subject_of(mail.kind).value
        return _sign(TO_PERSON, mail.person.public_id, address_hash(mail.to_email)[:16], subject)
    if mail.by is not None:
        return _sign(TO_ADDRESS, mail.by.public_id, address_hash(mail.to_email), "")
    return ""


def choices_address(token: str) -> str:
    """Where she chooses when and how often she is mailed."""
    return settings.PUBLIC_URL + reverse("portal:mail_way", args=[token])


def stop_address(token: str) -> str:
    """Where one press stops mail of this kind; mail programs may press it for her (RFC 8058)."""
    return settings.PUBLIC_URL + reverse("portal:mail_stop", args=[token])


def way_of(token: str) -> Way | None:
    """Where a token leads; None when it is not ours, or of an address she no longer has."""
    try:
        to, public_id, mark, subject = _signer().unsign(token).split("-")
    except (BadSignature, ValueError):
        return None
    person = Person.objects.filter(public_id=public_id, is_active=True).first()
    if person is None:
        return None
    if to == TO_ADDRESS:
        return Way(by=person, address_hash=mark)
    if address_hash(person.email or "")[:16] != mark:
        return None
    return Way(person=person, subject=Subject(subject) if subject else None)


def _sign(*parts: str) -> str:
    return _signer().sign("-".join(parts))


def _signer() -> Signer:
    return Signer(salt="samenstroom.mail.way", sep=".")
