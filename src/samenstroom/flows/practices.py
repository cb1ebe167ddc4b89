"""A colleague leaves a practice, or is let go: what that means at its tables."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from samenstroom.accounts import practices
from samenstroom.accounts.models import Person, Practice
from samenstroom.collaborations.actions import leave_practice_tables


@transaction.atomic
def leave_practice(*, practice: Practice, person: Person, now: datetime) -> None:
    """She no longer works there, and no longer reads along at its tables. Refuses what `leave_practice` refuses."""
    practices.leave_practice(practice=practice, person=person, now=now)
    leave_practice_tables(person=person, practice=practice, now=now)


@transaction.atomic
def remove_member(*, practice: Practice, person: Person, by: Person, now: datetime) -> None:
    """A colleague no longer works there, and reads along at none of its tables. Refuses like `remove_member`."""
    practices.remove_member(practice=practice, person=person, by=by, now=now)
    leave_practice_tables(person=person, practice=practice, now=now)
