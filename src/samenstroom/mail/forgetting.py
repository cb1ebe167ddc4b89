"""Mail that is kept no longer: of somebody who was erased, and what left long ago."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import Q

from .models import OutgoingMail

KEPT_FOR = timedelta(days=180)
"""So long who got which mail is known; after that only that there was one, so that it never goes out again."""


def erase_mail_to(email: str | None) -> int:
    """No mail to this address is kept, sent or not; returns how many there were."""
    if not email:
        return 0
    gone, _what = OutgoingMail.objects.filter(to_email__iexact=email).delete()
    return gone


def forget_old_mail(*, now: datetime) -> int:
    """Of mail that left or was held back half a year ago no address and no name stays; returns of how many."""
    over = Q(sent_at__lt=now - KEPT_FOR) | Q(cancelled_at__lt=now - KEPT_FOR)
    return OutgoingMail.objects.filter(over).exclude(to_email="").update(to_email="", words={}, secret=None)
