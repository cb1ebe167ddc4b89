"""A file for her calendar that comes with a mail: until when it is of use, and how it travels.

It is kept with the link, sealed, and wiped with it once the mail has left.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.core.mail import EmailMultiAlternatives

from samenstroom.kit.calendar_file import method_of

from .models import OutgoingMail

CALENDAR, NEEDED_AT, OVER_AT = "calendar", "needed_at", "over_at"
FILE_NAME = "moment.ics"


@dataclass(frozen=True)
class Invitation:
    """The file, when it is needed at the latest, and when it is of no use any more."""

    content: str
    needed_at: datetime
    over_at: datetime | None = None

    def as_secret(self) -> dict[str, str]:
        """As it is kept in the outbox."""
        over = {OVER_AT: self.over_at.isoformat()} if self.over_at else {}
        return {CALENDAR: self.content, NEEDED_AT: self.needed_at.isoformat(), **over}

    def is_over(self, now: datetime) -> bool:
        """Whether the moment has passed: a calendar has nothing to do with it any more."""
        return self.over_at is not None and self.over_at <= now


def invitation_in(mail: OutgoingMail) -> Invitation | None:
    """What comes with this mail; None when it has none, or when it left."""
    secret = mail.secret or {}
    content = secret.get(CALENDAR)
    if not content:
        return None
    needed, over = secret.get(NEEDED_AT), secret.get(OVER_AT)
    return Invitation(
        content,
        datetime.fromisoformat(needed) if needed else mail.queued_at,
        datetime.fromisoformat(over) if over else None,
    )


def enclose(message: EmailMultiAlternatives, content: str) -> None:
    """Put it in as calendars look for it (RFC 6047): one part that says what it asks, beside the text and the HTML.

    And the same as a plain file, for who opens it by hand; that one asks nothing, so no program does it twice.
    """
    message.attach_alternative(content, f"text/calendar; method={method_of(content)}; component=VEVENT")
    message.attach(FILE_NAME, content.encode(), "application/ics")
