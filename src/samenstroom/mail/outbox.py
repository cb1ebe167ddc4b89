"""Put mail in the outbox and deliver it.

Delivery is claimed before it is done (`sending_at`), so two workers never send the same mail. When a worker dies
in between, the mail is tried again after a quarter of an hour under the same Message-ID, so that a mail program
shows it once.
"""

from __future__ import annotations

import smtplib
from collections.abc import Mapping
from datetime import datetime, timedelta

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db.models import Q, QuerySet

from samenstroom.kit.calendar_file import method_of

from .letters import compose
from .models import OutgoingMail

STUCK_AFTER = timedelta(minutes=15)
MAX_TRIES = 6
BACKOFF = timedelta(minutes=10)


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
) -> OutgoingMail | None:
    """Put one mail in the outbox. None when mail is off or there is no address: links can always be copied.

    The same `unique_key` never makes a second mail.
    """
    if not mail_is_on() or not to_email:
        return None
    mail, _made = OutgoingMail.objects.get_or_create(
        unique_key=unique_key,
        defaults={
            "kind": kind,
            "language": language,
            "to_email": to_email,
            "words": dict(words),
            "secret": dict(secret or {}),
            "queued_at": now,
            "not_before": not_before or now,
        },
    )
    return mail


def is_queued(unique_key: str) -> bool:
    """Whether this mail was put in the outbox before, sent or not."""
    return OutgoingMail.objects.filter(unique_key=unique_key).exists()


def has_left(begins_with: str) -> bool:
    """Whether a mail whose key begins like this was sent."""
    return OutgoingMail.objects.filter(unique_key__startswith=begins_with).exclude(sent_at=None).exists()


def cancel_mail(*, unique_key: str, now: datetime) -> None:
    """A mail that has not left yet will not leave."""
    waiting = OutgoingMail.objects.filter(unique_key=unique_key, sent_at=None, cancelled_at=None)
    waiting.update(cancelled_at=now, secret=None)


def due_mail(now: datetime) -> QuerySet[OutgoingMail]:
    """What should leave now, oldest first."""
    free = Q(sending_at=None) | Q(sending_at__lt=now - STUCK_AFTER)
    waiting = OutgoingMail.objects.filter(free, sent_at=None, cancelled_at=None, not_before__lte=now)
    return waiting.filter(tries__lt=MAX_TRIES).order_by("queued_at")


def deliver_due(*, now: datetime) -> int:
    """Send what is due; returns how many left. Safe to run twice at the same time."""
    if settings.MAIL_MODE != "smtp":
        return 0
    due = list(due_mail(now).values_list("pk", flat=True)[:100])
    if not due:
        return 0
    connection = get_connection()
    return sum(_deliver(pk, connection, now) for pk in due)


def _deliver(pk: int, connection: BaseEmailBackend, now: datetime) -> bool:
    claimed = due_mail(now).filter(pk=pk).update(sending_at=now)
    if not claimed:
        return False
    mail = OutgoingMail.objects.get(pk=pk)
    if mail.cancelled_at:
        return False
    try:
        connection.send_messages([as_message(mail)])
    except (OSError, smtplib.SMTPException, ValueError, KeyError) as error:
        _failed(mail, error, now)
        return False
    OutgoingMail.objects.filter(pk=pk).update(sent_at=now, secret=None, last_error="")
    return True


def _failed(mail: OutgoingMail, error: Exception, now: datetime) -> None:
    """Only the kind of error is kept: a server's answer may quote an address or a link."""
    tries = mail.tries + 1
    OutgoingMail.objects.filter(pk=mail.pk).update(
        tries=tries,
        sending_at=None,
        not_before=now + BACKOFF * 2 ** (tries - 1),
        last_error=type(error).__name__,
        secret=None if tries >= MAX_TRIES else mail.secret,
    )


def as_message(mail: OutgoingMail) -> EmailMultiAlternatives:
    """The mail as it leaves: hand-written text and simple HTML, with a fixed Message-ID (RFC 5322, 3.6.4)."""
    letter = compose(mail.kind, mail.language, {**mail.words, **(mail.secret or {})})
    message = EmailMultiAlternatives(
        subject=letter.subject,
        body=letter.text,
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[mail.to_email],
        headers={
            "Message-ID": f"<{mail.public_id}@{settings.MAIL_DOMAIN}>",
            "Auto-Submitted": "auto-generated",
        },
    )
    message.attach_alternative(letter.html, "text/html")
    invitation = (mail.secret or {}).get("calendar")
    if invitation:
        message.attach("gesprek.ics", invitation, f"text/calendar; method={method_of(invitation)}")
    return message
