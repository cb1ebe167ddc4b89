"""A colleague leaves a practice, or is let go: what that means at its tables."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from samenstroom.accounts import practices
from samenstroom.accounts.models import Person, Practice
from samenstroom.collaborations.actions import leave_practice_tables
from samenstroom.kit.tokens import token_hash
from samenstroom.mail.outbox import queue_mail


@transaction.atomic
def leave_practice(*, practice: Practice, person: Person, now: datetime) -> None:
    """She no longer works there, and no longer reads along at its tables. Refuses what `leave_practice` refuses."""
    practices.leave_practice(practice=practice, person=person, now=now)
    leave_practice_tables(person=person, practice=practice, now=now)


@transaction.atomic
def remove_member(*, practice: Practice, person: Person, by: Person, now: datetime) -> None:
    """A colleague no longer works there, reads along at none of its tables, and hears so by mail.

    Refuses like `remove_member`.
    """
    practices.remove_member(practice=practice, person=person, by=by, now=now)
    leave_practice_tables(person=person, practice=practice, now=now)
    queue_mail(
        kind="practice_left",
        to_email=person.email,
        language=person.language,
        words={"name": person.first_name, "other": practice.name},
        secret={"link": settings.PUBLIC_URL + reverse("workspace:today")},
        unique_key=f"practice-left:{token_hash(f'{practice.public_id} {person.public_id} {now.isoformat()}')[:40]}",
        now=now,
    )
