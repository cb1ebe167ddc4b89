"""A mentor and mail: the link on its way, and a neutral word that something waits, at most once a day each way."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from samenstroom.accounts.models import Person
from samenstroom.accounts.throttle import Limit, count_try
from samenstroom.adjusting.models import Companion
from samenstroom.collaborations.visits import Visit
from samenstroom.kit import clock
from samenstroom.kit.dates import long_date
from samenstroom.learning.actions.mentors import mint_mentor_link
from samenstroom.learning.actions.shares import ask_both
from samenstroom.learning.models import Mentorship
from samenstroom.mail.outbox import queue_mail

from .letters import letter_to

A_DAY = Limit(10, timedelta(days=1))


@transaction.atomic
def mail_mentor_link(*, mentorship: Mentorship, email: str, now: datetime) -> None:
    """A new link is on its way to the mentor. The mail says who asks, and nothing of what is shown.

    Refuses once the mentor came in, or when it is over (GoneError), and after ten of these mails in a day
    (TooManyTriesError): then the old link still works.
    """
    person = mentorship.person
    count_try(bucket=f"mentor-mail:{person.pk}", limit=A_DAY, now=now)
    token = mint_mentor_link(mentorship=mentorship, now=now)
    mentorship.refresh_from_db()
    assert mentorship.expires_at is not None
    queue_mail(
        kind="mentor_invitation",
        to_email=email,
        language=person.language,
        words={"other": person.name, "until": long_date(clock.day_of(mentorship.expires_at), person.language)},
        # Whom she calls a mentor is hers alone, so the name is sealed and wiped with the link once the mail has left.
        secret={
            "name": mentorship.first_name,
            "link": settings.PUBLIC_URL + reverse("workspace:mentor_join", args=[token]),
        },
        unique_key=f"mentor:{mentorship.public_id}:{mentorship.expires_at.timestamp()}",
        now=now,
        by=person,
    )


def tell_other(*, mentorship: Mentorship, by: Person, now: datetime) -> None:
    """Something waits for the other of the two: a neutral mail, when she chose to be mailed, at most once a day."""
    to = mentorship.mentor if by.pk == mentorship.person_id else mentorship.person
    if to is None or not to.is_active or not mentorship.is_on(clock.day_of(now)):
        return
    queue_mail(
        kind="mentor_news",
        to_email=to.email,
        language=to.language,
        words={"name": to.first_name},
        secret={"link": settings.PUBLIC_URL + reverse("workspace:today")},
        unique_key=f"mentor-news:{to.pk}:{clock.day_of(now).isoformat()}",
        now=now,
        person=to,
    )


def ask_to_look_along(*, mentorship: Mentorship, visit: Visit) -> Companion:
    """Ask the other whether the mentor may look along with both, and tell her that something lies on the table."""
    made = ask_both(mentorship=mentorship, visit=visit)
    letter_to(visit.other_party).queue("companion_proposed", f"companion:{made.public_id}", visit.now)
    return made
