"""Mail that is kept no longer: of somebody who was erased, and what left long ago."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import Q

from samenstroom.accounts.addresses import has_proven_address
from samenstroom.accounts.models import Person

from .models import OutgoingMail

KEPT_FOR = timedelta(days=180)
"""So long who got which mail is known; after that only that there was one, so that it never goes out again."""


def erase_mail_of(person: Person) -> int:
    """No mail to her is kept, sent or not; returns how many there were.

    Of what others had sent to the address she gave, without proof that it is hers only what is over goes: what still
    has to leave may be for somebody else.
    """
    hers = Q(person=person)
    if person.email:
        at_hers = Q(person=None, to_email__iexact=person.email)
        is_over = Q(sent_at__isnull=False) | Q(cancelled_at__isnull=False)
        hers |= at_hers if has_proven_address(person) else at_hers & is_over
    rows = OutgoingMail.objects.filter(hers)
    count = rows.count()
    rows.delete()
    return count


def forget_old_mail(*, now: datetime) -> int:
    """Of mail that left or was held back half a year ago no address and no name stays; returns of how many."""
    over = Q(sent_at__lt=now - KEPT_FOR) | Q(cancelled_at__lt=now - KEPT_FOR)
    return OutgoingMail.objects.filter(over).exclude(to_email="").update(to_email="", words={}, secret=None)
