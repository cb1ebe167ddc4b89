"""A lawyer and mail: the link goes to her, and who asked is told that something waits. Nobody else is told anything."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from samenstroom.agreements.actions.lawyers import mint_lawyer_link, tick_reviewed, write_remark
from samenstroom.agreements.models import LawyerReview
from samenstroom.collaborations.visits import Visit
from samenstroom.kit import clock
from samenstroom.mail.outbox import queue_mail

from .outside import Envelope, mail_link


def mail_lawyer(*, review: LawyerReview, visit: Visit, email: str) -> None:
    """A new link is on its way to the lawyer: an invitation, or word that the link is a new one.

    No history, and nobody else is told. Refuses after ten of these mails in a day (TooManyTriesError).
    """
    envelope = Envelope(
        what="lawyer",
        kind="lawyer_renewed" if review.minted_at else "lawyer_invitation",
        page="portal:lawyer_link",
        name=review.first_name,
        public_id=review.public_id,
        other=visit.my_name,
    )
    mail_link(
        link=review,
        envelope=envelope,
        mint=lambda: mint_lawyer_link(review=review, now=visit.now),
        visit=visit,
        email=email,
    )


@transaction.atomic
def say_remark(*, review: LawyerReview, key: str, place: str, words: str, proposal: str, now: datetime) -> None:
    """The lawyer writes a remark; who asked gets a neutral mail, once a day. Refuses like `write_remark`."""
    write_remark(review=review, key=key, place=place, words=words, proposal=proposal, now=now)
    _tell(review, now)


@transaction.atomic
def say_reviewed(*, review: LawyerReview, key: str, text: str, name: str, now: datetime) -> None:
    """The lawyer read up to and including this text; who asked gets the same mail. Refuses like `tick_reviewed`."""
    tick_reviewed(review=review, key=key, text=text, name=name, now=now)
    _tell(review, now)


def _tell(review: LawyerReview, now: datetime) -> None:
    asker = review.person
    if review.collaboration.is_demo or not asker.is_active:
        return
    queue_mail(
        kind="lawyer_remark",
        to_email=asker.email,
        language=asker.language,
        words={"name": asker.first_name},
        secret={"link": settings.PUBLIC_URL + reverse("workspace:today")},
        unique_key=f"lawyer-remark:{review.public_id}:{clock.day_of(now).isoformat()}",
        now=now,
        person=asker,
    )
