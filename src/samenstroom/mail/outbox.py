"""Put mail in the outbox, take it back, and write it as it leaves. `delivery.py` sends it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db.models import Q

from samenstroom.accounts.models import Person

from .choices import DIGEST, chosen_by, follow_plan
from .invitations import Invitation, enclose, invitation_in
from .letters import Lead, Letter, compose, compose_digest
from .models import IS_WAITING, MailStop, OutgoingMail
from .ways import address_hash, choices_address, stop_address, way_from

STOPPED = "stopped"
"""In `last_error`: whoever has the address wants no mail that this person asks for."""


class NothingLeftError(Exception):
    """All that was gathered in this mail was taken back."""


def mail_is_on() -> bool:
    """Whether this instance sends mail at all (or shows it in preview)."""
    return settings.MAIL_MODE in ("smtp", "preview")


def queue_mail(
    *,
    kind: str,
    to_email: str | None,
    language: str,
    words: Mapping[str, str],
    unique_key: str,
    now: datetime,
    secret: Mapping[str, str] | None = None,
    not_before: datetime | None = None,
    person: Person | None = None,
    by: Person | None = None,
    invitation: Invitation | None = None,
) -> OutgoingMail | None:
    """Put one mail in the outbox. None when mail is off or there is no address: links can always be copied.

    With `person` it leaves when she chose to be mailed, or stays home when she wants none of it. With `by` she typed
    the address: she sees what became of it, and who has the address can stop it. `invitation` comes with it for a
    calendar: such a mail is never gathered with others. The same `unique_key` never makes a second mail.
    """
    if not mail_is_on() or not to_email:
        return None
    found = OutgoingMail.objects.filter(unique_key=unique_key).first()
    if found is not None:
        return found
    enclosed = invitation.as_secret() if invitation else {}
    mail = OutgoingMail(
        unique_key=unique_key, kind=kind, language=language, to_email=to_email, person=person, by=by,
        words=dict(words), secret={**(secret or {}), **enclosed}, queued_at=now, not_before=not_before or now,
    )  # fmt: skip
    if person is not None:
        needed_at = invitation.needed_at if invitation else None
        plan = chosen_by(person).plan(kind, mail.not_before, needed_at)
        follow_plan(mail, plan, now)
    elif by is not None and MailStop.objects.filter(person=by, address_hash=address_hash(to_email)).exists():
        mail.failed_at, mail.last_error, mail.secret = now, STOPPED, None
    fields = {one.attname: getattr(mail, one.attname) for one in OutgoingMail._meta.concrete_fields if one.name != "id"}
    found, _made = OutgoingMail.objects.get_or_create(unique_key=unique_key, defaults=fields)
    return found


def is_queued(unique_key: str) -> bool:
    """Whether this mail was put in the outbox before, sent or not."""
    return OutgoingMail.objects.filter(unique_key=unique_key).exists()


def mails_called(begins_with: str, *, but: str) -> list[OutgoingMail]:
    """The mails whose key begins like this and not with `but`, whatever became of them; the newest last."""
    rows = OutgoingMail.objects.filter(unique_key__startswith=begins_with).exclude(unique_key__startswith=but)
    return list(rows.order_by("queued_at", "pk"))


def may_be_there(mail: OutgoingMail) -> bool:
    """Whether it left, or may have left."""
    return mail.failed_at is None and any((mail.sent_at, mail.uncertain_at, mail.sending_at))


def mail_that_waits_or_left(unique_key: str) -> OutgoingMail | None:
    """The mail with this key, unless it was refused, given up or taken back."""
    return OutgoingMail.objects.filter(unique_key=unique_key, failed_at=None, cancelled_at=None).first()


def cancel_mail(*, unique_key: str, now: datetime) -> None:
    """A mail that has not left yet will not leave. What was handed over already is left as it is."""
    waiting = OutgoingMail.objects.filter(unique_key=unique_key, sent_at=None, cancelled_at=None, sending_at=None)
    waiting.update(cancelled_at=now, secret=None)


def cancel_older(*, begins_with: str, but: str, now: datetime) -> None:
    """Of the mails whose key begins like this only those that begin with `but` leave, now or when somebody says again.

    The others tell how it was before.
    """
    older = OutgoingMail.objects.filter(unique_key__startswith=begins_with).exclude(unique_key__startswith=but)
    older.filter(IS_WAITING, sending_at=None).update(cancelled_at=now, secret=None)
    not_there = Q(failed_at__isnull=False) | Q(uncertain_at__isnull=False)
    older.filter(not_there, settled_at=None).update(settled_at=now, secret=None)


def as_message(mail: OutgoingMail) -> EmailMultiAlternatives:
    """The mail as it leaves: hand-written text and simple HTML, with a fixed Message-ID (RFC 5322, 3.6.4).

    A mail program may offer one press to stop mail of this kind (RFC 8058). Raises NothingLeftError for a mail in which
    others were gathered and none is left.
    """
    token = way_from(mail)
    headers = {
        "Message-ID": f"<{mail.public_id}@{settings.MAIL_DOMAIN}>",
        "Auto-Submitted": "auto-generated",
    }
    if token:
        headers["List-Unsubscribe"] = f"<{stop_address(token)}>"
        headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    letter = _letter(mail, choices_address(token) if token else "")
    message = EmailMultiAlternatives(
        subject=letter.subject,
        body=letter.text,
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[mail.to_email],
        headers=headers,
    )
    message.attach_alternative(letter.html, "text/html")
    invitation = invitation_in(mail)
    if invitation:
        enclose(message, invitation.content)
    return message


def _letter(mail: OutgoingMail, choices: str) -> Letter:
    if mail.kind != DIGEST:
        return compose(mail.kind, mail.language, {**mail.words, **(mail.secret or {})}, choices=choices)
    gathered = list(mail.gathered.filter(cancelled_at=None).order_by("queued_at", "pk"))
    if not gathered:
        raise NothingLeftError
    leads = [Lead(one.kind, {**one.words, **(one.secret or {})}) for one in gathered]
    return compose_digest(mail.language, leads, choices=choices)
