"""Taking access back: named, done by one, confirmed by the other. One line in the history for each act."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from samenstroom.collaborations.actions import NotAllowedError, write_line
from samenstroom.collaborations.models import Party, Seat
from samenstroom.farewell.models import AccessBack

from .tables import hold_table, is_ours


@transaction.atomic
def add_access(*, seat: Seat, text: str, taker: Party | None, source: str, now: datetime) -> AccessBack:
    """Both see one access to take back. History: that it was named. The same again gives the one that is there."""
    hold_table(seat)
    for one in AccessBack.objects.filter(collaboration=seat.collaboration_id, dropped_at=None):
        if one.text == text or (source and one.source == source):
            return one
    write_line(seat=seat, kind="access_named", now=now, note=text)
    return AccessBack.objects.create(
        collaboration=seat.collaboration, text=text, taker=taker, source=source, added_by=seat, added_at=now
    )


@transaction.atomic
def take_access_back(*, access: AccessBack, seat: Seat, now: datetime) -> None:
    """She says that it was taken back. History: that she said so; once."""
    held = _held(access, seat)
    if AccessBack.objects.filter(pk=held.pk, done_at=None).update(done_by=seat, done_at=now):
        write_line(seat=seat, kind="access_back", now=now, note=held.text)


@transaction.atomic
def confirm_access(*, access: AccessBack, seat: Seat, now: datetime) -> None:
    """The other side confirms that it is so. History: that she confirmed; once.

    Refuses what is not done yet, and what her own side did.
    """
    held = _held(access, seat)
    if held.done_at is None or is_ours(held.done_by, seat):
        raise NotAllowedError
    if AccessBack.objects.filter(pk=held.pk, confirmed_at=None).update(confirmed_by=seat, confirmed_at=now):
        write_line(seat=seat, kind="access_confirmed", now=now, note=held.text)


@transaction.atomic
def drop_access(*, access: AccessBack, seat: Seat, now: datetime) -> None:
    """Whoever named it takes it off the list, as long as nobody did anything. History: that it was taken off."""
    held = _held(access, seat)
    if held.done_at or not is_ours(held.added_by, seat):
        raise NotAllowedError
    AccessBack.objects.filter(pk=held.pk).update(dropped_at=now)
    write_line(seat=seat, kind="access_dropped", now=now, note=held.text)


def _held(access: AccessBack, seat: Seat) -> AccessBack:
    if access.collaboration_id != seat.collaboration_id:
        raise NotAllowedError
    hold_table(seat)
    held = AccessBack.objects.select_related("added_by", "done_by").get(pk=access.pk)
    if held.dropped_at:
        raise NotAllowedError
    return held
