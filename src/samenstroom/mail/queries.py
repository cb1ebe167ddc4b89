"""Look in the outbox. Only for the preview of developers: mail belongs to who gets it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from .models import OutgoingMail
from .outbox import as_message


@dataclass(frozen=True)
class MailView:
    """One mail as it would leave."""

    public_id: str
    to: str
    queued_at: datetime
    subject: str
    text: str


def newest_mail() -> list[MailView]:
    """The newest hundred mails, newest first."""
    return [_view(mail) for mail in OutgoingMail.objects.exclude(to_email="").order_by("-queued_at", "-pk")[:100]]


def mail_by_id(public_id: str) -> MailView | None:
    """One mail."""
    mail = OutgoingMail.objects.filter(public_id=public_id).exclude(to_email="").first()
    return _view(mail) if mail else None


def _view(mail: OutgoingMail) -> MailView:
    message = as_message(mail)
    return MailView(mail.public_id, mail.to_email, mail.queued_at, str(message.subject), str(message.body))
