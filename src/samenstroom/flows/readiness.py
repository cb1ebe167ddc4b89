"""A readiness test that is sent, and what may come of it: a mail, and a collaboration."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils.crypto import salted_hmac

from samenstroom.accounts.models import Person
from samenstroom.accounts.throttle import Limit, count_try
from samenstroom.collaborations.actions import start_collaboration
from samenstroom.collaborations.models import Collaboration
from samenstroom.exploring.actions.readiness import Said, keep_readiness, once_of
from samenstroom.exploring.models import ReadinessAnswer
from samenstroom.kit import clock
from samenstroom.mail.outbox import queue_mail
from samenstroom.profiles.models import ReadinessPage

ONE_SENDER = Limit(5, timedelta(hours=1))
ONE_PAGE = Limit(40, timedelta(days=1))


def send_readiness(
    *,
    page: ReadinessPage,
    answers: Said,
    name: str,
    contact: str,
    words: str,
    version: str,
    token: str,
    sender: str,
    now: datetime,
) -> None:
    """What she chose to send waits for the professional, on Vandaag and, when mail is set up, in a mail.

    The same form sent twice makes one, and counts once. `sender` is where it came from (an address of a computer): it
    is counted under a keyed hash and kept nowhere. Raises TooManyTriesError; then nothing is kept.
    """
    once = once_of(person=page.person, answers=answers, name=name, contact=contact, words=words, token=token)
    if ReadinessAnswer.objects.filter(once=once).exists():
        return
    with transaction.atomic():
        who = salted_hmac("samenstroom.readiness.sender", sender).hexdigest()
        count_try(bucket=f"readiness:{page.pk}:{who}", limit=ONE_SENDER, now=now)
        count_try(bucket=f"readiness-page:{page.pk}", limit=ONE_PAGE, now=now)
        keep_readiness(
            person=page.person, answers=answers, name=name, contact=contact, words=words, version=version, once=once,
            now=now,
        )  # fmt: skip
        _tell(page.person, now)


def _tell(person: Person, now: datetime) -> None:
    """One mail a day at most, however many were sent: that there is something, not what or from whom."""
    queue_mail(
        kind="readiness_received",
        to_email=person.email,
        language=person.language,
        words={"name": person.first_name},
        secret={"link": settings.PUBLIC_URL + reverse("workspace:readiness_in")},
        unique_key=f"readiness:{person.public_id}:{clock.day_of(now)}",
        now=now,
        person=person,
    )


@transaction.atomic
def begin_from_readiness(
    *, answer: ReadinessAnswer, name: str, other_name: str, kind: str, country: str, now: datetime
) -> Collaboration:
    """A collaboration in stage explore exists, and she finds the test with it. Pressing twice gives the same one.

    History: that it started. Nobody is told; the test stays hers alone, also when the other joins later.
    """
    kept = ReadinessAnswer.objects.select_for_update().get(pk=answer.pk)
    if kept.collaboration is not None:
        return kept.collaboration
    made = start_collaboration(
        by=kept.person, name=name, other_name=other_name, kind=kind, country=country, stage="explore", origin="",
        now=now,
    )  # fmt: skip
    kept.collaboration = made
    kept.save(update_fields=["collaboration"])
    return made
