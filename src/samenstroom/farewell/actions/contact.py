"""Staying in touch, for oneself; and letting the other name me as a reference."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from samenstroom.accounts.models import Person
from samenstroom.collaborations.actions import write_line
from samenstroom.collaborations.models import Collaboration, Seat
from samenstroom.farewell.models import KeepInTouch, ReferenceYes
from samenstroom.kit import clock

from .tables import hold_table


@transaction.atomic
def keep_in_touch(*, person: Person, collaboration: Collaboration, words: str, remind_on: date | None) -> None:
    """A sentence and a day for herself; left empty it goes away. Leaves no trace for anyone else."""
    rows = KeepInTouch.objects.filter(person=person, collaboration=collaboration)
    if not words and remind_on is None:
        rows.delete()
        return
    kept = rows.first()
    seen_at = kept.seen_at if kept and kept.remind_on == remind_on else None
    KeepInTouch.objects.update_or_create(
        person=person,
        collaboration=collaboration,
        defaults={"words": words, "remind_on": remind_on, "seen_at": seen_at},
    )


def see_reminder(*, person: Person, collaboration: Collaboration, now: datetime) -> None:
    """She saw that the day has come; Vandaag does not say it again."""
    due = KeepInTouch.objects.filter(person=person, collaboration=collaboration, seen_at=None)
    due.filter(remind_on__lte=clock.day_of(now)).update(seen_at=now)


@transaction.atomic
def say_reference(*, seat: Seat, allows: bool, now: datetime) -> None:
    """The other may name her as a reference, or no longer. History: what she said, when it changed."""
    hold_table(seat, may_be_closed=True)
    row = ReferenceYes.objects.filter(collaboration=seat.collaboration_id, party=seat.party).first()
    does_now = row is not None and row.withdrawn_at is None
    if does_now == allows:
        return
    defaults = {"seat": seat, "said_at": now, "withdrawn_at": None} if allows else {"withdrawn_at": now}
    ReferenceYes.objects.update_or_create(collaboration=seat.collaboration, party=seat.party, defaults=defaults)
    write_line(seat=seat, kind="reference_allowed" if allows else "reference_withdrawn", now=now)
