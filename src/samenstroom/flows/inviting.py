"""Invite the other side by mail: a copy of her link and a mail that carries it, in one transaction."""

from __future__ import annotations

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from samenstroom.accounts.models import PersonalLink
from samenstroom.collaborations.actions import make_link
from samenstroom.collaborations.visits import Visit
from samenstroom.kit import clock
from samenstroom.kit.dates import long_date
from samenstroom.mail.outbox import queue_mail


@transaction.atomic
def mail_invitation(*, visit: Visit, email: str) -> None:
    """A new copy of the link is on its way to this address. History: that it was made.

    Whoever reads the outbox later sees that a mail left, not the link: that is wiped when it is sent.
    """
    minted = make_link(by=visit.seat, other=visit.other, channel=PersonalLink.Channel.MAIL, now=visit.now)
    language = visit.person.language
    queue_mail(
        kind="link_renewed" if visit.takes_part else "invitation",
        to_email=email,
        language=language,
        words={
            "name": visit.other_name,
            "other": visit.my_name,
            "until": long_date(clock.day_of(minted.link.expires_at), language),
        },
        secret={"link": settings.PUBLIC_URL + reverse("portal:link", args=[minted.token])},
        unique_key=f"link:{minted.link.public_id}",
        now=visit.now,
        by=visit.person,
    )
