"""Send a six-digit code to someone who opens a personal link."""

from __future__ import annotations

from datetime import datetime

from samenstroom.accounts.links import EMAIL_CODE_LIFETIME, make_email_code
from samenstroom.accounts.models import EmailCode, Invitee, Person
from samenstroom.mail.outbox import queue_mail


def mail_code(*, invitee: Invitee, email: str, language: str, now: datetime) -> None:
    """A fresh code is on its way. Raises TooManyTriesError after four in an hour."""
    code = make_email_code(invitee=invitee, email=email, now=now)
    number = EmailCode.objects.filter(invitee=invitee).count()
    queue_mail(
        kind="email_code",
        to_email=email,
        language=language,
        words={"name": invitee.first_name, "minutes": str(int(EMAIL_CODE_LIFETIME.total_seconds() // 60))},
        secret={"code": code},
        unique_key=f"code:{invitee.public_id}:{number}",
        now=now,
    )


def mail_own_code(*, person: Person, invitee: Invitee | None, now: datetime) -> None:
    """A code is on its way to the address that she confirmed herself. Raises TooManyTriesError."""
    if invitee is not None and invitee.person_id == person.pk and person.email and person.email_confirmed_at:
        mail_code(invitee=invitee, email=person.email, language=person.language, now=now)
