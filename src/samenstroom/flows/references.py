"""References and mail: the link goes to the referee, and who asked is told that something waits for her."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from samenstroom.collaborations.visits import Visit
from samenstroom.exploring.actions.references import Said, mint_reference_link, send_reference
from samenstroom.exploring.models import ReferenceRequest
from samenstroom.mail.outbox import queue_mail

from .outside import Envelope, mail_link


@transaction.atomic
def mail_reference(*, reference: ReferenceRequest, visit: Visit, email: str) -> None:
    """A new link is on its way to the referee. The mail says who asks, not about whom or what.

    Nobody else is told and no history is written. Refuses when the answers were sent (GoneError), and after ten of
    these mails in a day, to whomever (TooManyTriesError): then the old link still works.
    """
    envelope = Envelope(
        what="reference",
        kind="reference_request",
        page="portal:reference_link",
        name=reference.first_name,
        public_id=reference.public_id,
        other=visit.my_name,
    )
    mail_link(
        link=reference,
        envelope=envelope,
        mint=lambda: mint_reference_link(reference=reference, now=visit.now),
        visit=visit,
        email=email,
    )


@transaction.atomic
def hand_in_reference(*, reference: ReferenceRequest, key: str, said: Said, now: datetime) -> None:
    """The referee sends; who asked gets a neutral mail, once, when she chose to be mailed.

    Refuses nothing said at all (NothingSaidError), and when it is gone or was sent before (GoneError).
    """
    sent = send_reference(reference=reference, key=key, said=said, now=now)
    asker = sent.person
    if sent.collaboration.is_demo or not asker.is_active:
        return
    queue_mail(
        kind="reference_answered",
        to_email=asker.email,
        language=asker.language,
        words={"name": asker.first_name},
        secret={"link": settings.PUBLIC_URL + reverse("workspace:today")},
        unique_key=f"reference-answered:{sent.public_id}",
        now=now,
        person=asker,
    )
