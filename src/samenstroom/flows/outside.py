"""A link for somebody outside, by mail: who invites and until when stand in it, and nothing of what it opens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from samenstroom.accounts.outside import OutsideLink
from samenstroom.accounts.throttle import Limit, count_try
from samenstroom.collaborations.visits import Visit
from samenstroom.kit import clock
from samenstroom.kit.dates import long_date
from samenstroom.mail.outbox import queue_mail

A_DAY = Limit(10, timedelta(days=1))


@dataclass(frozen=True)
class Envelope:
    """How the link of one kind is mailed: the kind of mail, the page it opens, whom it is for, and who invites.

    `what` keeps the counts of kinds apart, and the mails of one link.
    """

    what: str
    kind: str
    page: str
    name: str
    public_id: str
    other: str


@transaction.atomic
def mail_link(*, link: OutsideLink, envelope: Envelope, mint: Callable[[], str], visit: Visit, email: str) -> None:
    """A new link, made by `mint`, is on its way to whom it is for.

    Refuses after ten of these mails in a day, to whomever (TooManyTriesError): then the old link still works. `mint`
    may refuse for reasons of its own.
    """
    count_try(bucket=f"{envelope.what}-mail:{visit.person.pk}", limit=A_DAY, now=visit.now)
    token = mint()
    link.refresh_from_db()
    assert link.expires_at is not None
    language = visit.person.language
    queue_mail(
        kind=envelope.kind,
        to_email=email,
        language=language,
        words={"other": envelope.other, "until": long_date(clock.day_of(link.expires_at), language)},
        # The name is sealed where it is kept, so it is sealed here too and wiped once the mail has left.
        secret={"name": envelope.name, "link": settings.PUBLIC_URL + reverse(envelope.page, args=[token])},
        unique_key=link_mail(envelope.what, envelope.public_id, link, visit.now),
        now=visit.now,
        by=visit.person,
    )


def link_mail(what: str, public_id: str, link: OutsideLink, now: datetime) -> str:
    """The name of the mail that brought the link that works at `now`; empty when none does.

    A link that was copied has such a name too, but no mail of that name was ever made.
    """
    if link.expires_at is None or not link.link_works_at(now):
        return ""
    return f"{what}:{public_id}:{link.expires_at.timestamp()}"
