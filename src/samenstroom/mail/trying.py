"""One mail to try with: whether mail works here, for the operator, and whether it reaches her, for anybody."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.core.mail import EmailMessage

from samenstroom.accounts.models import Person
from samenstroom.accounts.throttle import Limit, count_try
from samenstroom.kit.tokens import public_id

from .models import OutgoingMail
from .outbox import queue_mail
from .smtp import Parcel

A_DAY = Limit(3, timedelta(days=1))
TRIAL = "mail_trial"


def trial_parcel(address: str) -> Parcel:
    """A mail that says only that mail works; it is kept nowhere."""
    message = EmailMessage(
        subject="Samenstroom: mail works",
        body=f"This is a test from {settings.PUBLIC_URL}. Mail works. You need not do anything.\n",
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[address],
        headers={"Message-ID": f"<{public_id()}@{settings.MAIL_DOMAIN}>", "Auto-Submitted": "auto-generated"},
    )
    return Parcel.of(message)


def queue_trial(*, person: Person, page: str, now: datetime) -> OutgoingMail | None:
    """A mail to her own address leaves at once, by the same way as every other mail; `page` is where it leads back to.

    Asked twice in a minute it is one. No history. Refuses after three in a day (TooManyTriesError). None when mail is
    off or she has no address.
    """
    count_try(bucket=f"mail-trial:{person.pk}", limit=A_DAY, now=now)
    return queue_mail(
        kind=TRIAL,
        to_email=person.email,
        language=person.language,
        words={"name": person.first_name},
        secret={"link": f"{settings.PUBLIC_URL}{page}"},
        unique_key=f"mail-trial:{person.public_id}:{now:%Y%m%d%H%M}",
        now=now,
        by=person,
    )


def newest_trial(person: Person, now: datetime) -> OutgoingMail | None:
    """The last one she asked for in a day, to tell what became of it."""
    rows = OutgoingMail.objects.filter(by=person, kind=TRIAL, queued_at__gt=now - timedelta(days=1))
    return rows.order_by("-queued_at", "-pk").first()
