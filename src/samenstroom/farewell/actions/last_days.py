"""Asking for another last day, and saying yes to it. Each act: one transaction, one line in the history."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from samenstroom.collaborations.actions import NotAllowedError, write_line
from samenstroom.collaborations.models import Seat
from samenstroom.farewell.models import Ending, LastDay

from .tables import hold_table, is_ours


@transaction.atomic
def propose_last_day(*, ending: Ending, seat: Seat, last_on: date, words: str, now: datetime) -> LastDay:
    """Another last day lies on the table, with a sentence; an open proposal of either side goes away.

    History: that it was proposed, with the day and the sentence. The same again changes nothing. Refuses a table of
    others, and an ending that was taken back or closed.
    """
    held = _held(ending, seat)
    lies = _open(held)
    if lies and is_ours(lies.proposed_by, seat) and (lies.last_on, lies.words) == (last_on, words):
        return lies
    LastDay.objects.filter(ending=held, agreed_at=None, replaced_at=None).update(replaced_at=now)
    write_line(seat=seat, kind="last_day_proposed", now=now, data={"last_on": last_on.isoformat()}, note=words)
    return LastDay.objects.create(
        collaboration=seat.collaboration, ending=held, last_on=last_on, words=words, proposed_by=seat, proposed_at=now
    )


@transaction.atomic
def agree_last_day(*, day: LastDay, seat: Seat, now: datetime) -> None:
    """The other side says yes: this is the last day now, and both have said in writing that it ends.

    History: that she agreed, with the day; once. Refuses one's own proposal, and one that no longer lies there.
    """
    held = _held(day.ending, seat)
    lies = _open(held)
    if lies is None or lies.pk != day.pk:
        if LastDay.objects.filter(pk=day.pk, agreed_by__party=seat.party_id).exists():
            return
        raise NotAllowedError
    if is_ours(lies.proposed_by, seat):
        raise NotAllowedError
    LastDay.objects.filter(pk=lies.pk).update(agreed_by=seat, agreed_at=now)
    held.last_on = lies.last_on
    if held.confirmed_at is None:
        held.confirmed_by = lies.proposed_by if is_ours(held.announced_by, seat) else seat
        held.confirmed_at = now
    held.save(update_fields=["last_on", "confirmed_by", "confirmed_at"])
    write_line(seat=seat, kind="last_day_agreed", now=now, data={"last_on": lies.last_on.isoformat()})


def _held(ending: Ending, seat: Seat) -> Ending:
    if ending.collaboration_id != seat.collaboration_id:
        raise NotAllowedError
    hold_table(seat)
    held = Ending.objects.select_related("announced_by").get(pk=ending.pk)
    if held.withdrawn_at:
        raise NotAllowedError
    return held


def _open(ending: Ending) -> LastDay | None:
    rows = LastDay.objects.filter(ending=ending, agreed_at=None, replaced_at=None).select_related("proposed_by")
    return rows.first()
