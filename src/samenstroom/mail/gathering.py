"""Gather the mails that wait for one person into one mail that says of each that it is there."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from itertools import groupby

from django.db import transaction
from django.db.models import QuerySet

from .choices import DIGEST
from .invitations import invitation_in
from .models import IS_WAITING, OutgoingMail


def gather_due(*, now: datetime) -> int:
    """Make one mail per person of what was gathered and may leave; returns how many. Safe to run twice at once."""
    due = OutgoingMail.objects.filter(IS_WAITING, gathered_at__isnull=False, digest=None, not_before__lte=now)
    people = due.order_by("person_id").values_list("person_id", flat=True).distinct()
    return sum(_gather(due.filter(person_id=person), now) for person in list(people))


@transaction.atomic
def _gather(due: QuerySet[OutgoingMail], now: datetime) -> int:
    """The oldest names the mail they are in, so that two workers cannot make two of it.

    What comes with a file for a calendar leaves by itself: a calendar reads one such file a mail.
    """
    waits = list(due.select_for_update().order_by("queued_at", "pk"))
    mails = [mail for mail in waits if invitation_in(mail) is None]
    apart = [mail.pk for mail in waits if invitation_in(mail)]
    if apart:
        OutgoingMail.objects.filter(pk__in=apart).update(gathered_at=None)
    by_address = sorted(mails, key=lambda mail: mail.to_email)
    for address, group in groupby(by_address, key=lambda mail: mail.to_email):
        together = list(group)
        newest = together[-1]
        digest = OutgoingMail.objects.create(
            unique_key=f"{DIGEST}:{together[0].public_id}", kind=DIGEST, language=newest.language, to_email=address,
            person_id=newest.person_id, words={}, secret={}, queued_at=now, not_before=now,
        )  # fmt: skip
        OutgoingMail.objects.filter(pk__in=[mail.pk for mail in together]).update(digest=digest)
    return len({mail.to_email for mail in mails})


def with_gathered(digests: Iterable[int]) -> QuerySet[OutgoingMail]:
    """What is gathered in these mails, apart from what was taken back."""
    return OutgoingMail.objects.filter(digest__in=list(digests), cancelled_at=None)
