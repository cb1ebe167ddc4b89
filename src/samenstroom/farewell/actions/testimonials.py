"""A testimonial: offered or asked, written for oneself, released with where it may be used, and taken back."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from samenstroom.collaborations.actions import NotAllowedError, write_line
from samenstroom.collaborations.models import Collaboration, Party, Seat
from samenstroom.collaborations.visits import Visit
from samenstroom.farewell.models import Testimonial

from .statements import newest_statement
from .tables import hold_table


@transaction.atomic
def ask_testimonial(*, seat: Seat, now: datetime) -> None:
    """The other is asked for a few words, once. History: that she asked.

    Only after both accepted the closing statement (NotAllowedError): nobody pays with praise.
    """
    table = hold_table(seat, may_be_closed=True)
    statement = newest_statement(table.pk)
    if statement is None or statement.accepted_at is None:
        raise NotAllowedError
    row = _row(table, _across(seat))
    if row.asked_at is None and row.released_at is None:
        row.asked_at = now
        row.save()
        write_line(seat=seat, kind="testimonial_asked", now=now)


@transaction.atomic
def decline_testimonial(*, seat: Seat, now: datetime) -> None:
    """Rather not, without a reason; it is not asked again. History: that she would rather not; once."""
    row = _row(hold_table(seat, may_be_closed=True), seat.party)
    if row.asked_at is None or row.released_at:
        raise NotAllowedError
    if row.declined_at is None:
        row.declined_at = now
        row.save()
        write_line(seat=seat, kind="testimonial_declined", now=now)


@transaction.atomic
def draft_testimonial(*, visit: Visit, draft: str) -> None:
    """Keep what she is writing, for herself. Leaves no trace for anyone else."""
    row = _row(hold_table(visit.seat, may_be_closed=True), visit.party)
    row.draft, row.person = draft, visit.person
    row.save()


@transaction.atomic
def release_testimonial(*, seat: Seat, words: str, is_public: bool, with_name: bool, now: datetime) -> None:
    """The other may use exactly these words, and only so. History: that she gave it; the words stand on its page.

    Released again with other words or another use, the new one counts. The same again changes nothing.
    """
    row = _row(hold_table(seat, may_be_closed=True), seat.party)
    use = {"is_public": is_public, "with_name": with_name}
    if row.released_at and not row.withdrawn_at and (row.words, row.use) == (words, use):
        return
    row.words, row.use, row.person, row.draft = words, use, seat.person, ""
    row.released_by, row.released_at, row.withdrawn_at, row.declined_at = seat, now, None, None
    row.save()
    write_line(seat=seat, kind="testimonial_released", now=now)


@transaction.atomic
def withdraw_testimonial(*, seat: Seat, now: datetime) -> None:
    """From now on it may no longer be used, and the other no longer reads it here. History: that; once."""
    row = _row(hold_table(seat, may_be_closed=True), seat.party)
    if row.released_at is None:
        raise NotAllowedError
    if row.withdrawn_at is None:
        row.withdrawn_at = now
        row.save()
        write_line(seat=seat, kind="testimonial_withdrawn", now=now)


def _row(table: Collaboration, writer: Party) -> Testimonial:
    found = Testimonial.objects.filter(collaboration=table, writer=writer).first()
    return found or Testimonial(collaboration=table, writer=writer)


def _across(seat: Seat) -> Party:
    return Party.objects.exclude(pk=seat.party_id).get(collaboration=seat.collaboration_id)
