"""Somebody looks along with both: proposed, agreed, taken off the table, ended by either."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from samenstroom.adjusting.models import Companion
from samenstroom.collaborations.actions import NotAllowedError, write_line
from samenstroom.collaborations.models import Collaboration, Seat
from samenstroom.kit import clock


@transaction.atomic
def propose_companion(*, seat: Seat, name: str, until_on: date, now: datetime) -> Companion:
    """It lies on the table that this person looks along with both, and counts once the other says yes.

    History: that it was proposed; the same again changes nothing, another day takes the place of what lies there.
    Refuses who only reads along (NotAllowedError).
    """
    _speaks(seat)
    _hold_table(seat)
    for one in Companion.objects.filter(proposed_by=seat, agreed_at=None, dropped_at=None):
        if one.name == name and one.until_on == until_on:
            return one
        if one.name == name:
            Companion.objects.filter(pk=one.pk).update(dropped_at=now)
    made = Companion.objects.create(
        collaboration=seat.collaboration, name=name, until_on=until_on, proposed_by=seat, proposed_at=now
    )
    write_line(seat=seat, kind="companion_proposed", now=now)
    return made


@transaction.atomic
def agree_companion(*, companion: Companion, seat: Seat, now: datetime) -> None:
    """The other side says yes: what both wrote may be read along. History: that she agreed; once.

    Refuses one's own proposal, and one that no longer lies there or whose day has passed (NotAllowedError).
    """
    _speaks(seat)
    held = _hold(companion, seat)
    is_own = held.proposed_by is None or held.proposed_by.party_id == seat.party_id
    if is_own or held.dropped_at or held.until_on < clock.day_of(now):
        raise NotAllowedError
    if held.agreed_at is None:
        Companion.objects.filter(pk=held.pk).update(agreed_by=seat, agreed_at=now)
        write_line(seat=seat, kind="companion_agreed", now=now)


@transaction.atomic
def drop_companion(*, companion: Companion, seat: Seat, now: datetime) -> None:
    """A proposal lies on the table no more: taken back, or rather not. History: that it was; once.

    Refuses what both agreed on (NotAllowedError): that is ended.
    """
    _speaks(seat)
    held = _hold(companion, seat)
    if held.agreed_at:
        raise NotAllowedError
    if held.dropped_at is None:
        Companion.objects.filter(pk=held.pk).update(dropped_at=now)
        write_line(seat=seat, kind="companion_dropped", now=now)


@transaction.atomic
def end_companion(*, companion: Companion, seat: Seat, now: datetime) -> None:
    """From now on nobody looks along with both; either side may say so at once. History: that it ended; once.

    Refuses what was never agreed (NotAllowedError).
    """
    _speaks(seat)
    held = _hold(companion, seat)
    if held.agreed_at is None:
        raise NotAllowedError
    if held.ended_at is None:
        Companion.objects.filter(pk=held.pk).update(ended_by=seat, ended_at=now)
        write_line(seat=seat, kind="companion_ended", now=now)


@transaction.atomic
def stop_companion(*, public_id: str, now: datetime) -> None:
    """She looks along no more, because one of the two or she herself left: open or agreed, it is over.

    History: that it is over, in the name of the side that brought her. Unknown or over already changes nothing.
    """
    found = (
        Companion.objects.select_for_update(of=("self",))
        .select_related("proposed_by__party")
        .filter(public_id=public_id)
    )
    for one in found.filter(dropped_at=None, ended_at=None):
        if one.agreed_at:
            Companion.objects.filter(pk=one.pk).update(ended_by=one.proposed_by, ended_at=now)
        else:
            Companion.objects.filter(pk=one.pk).update(dropped_at=now)
        if one.proposed_by:
            write_line(seat=one.proposed_by, kind="companion_ended" if one.agreed_at else "companion_dropped", now=now)


def _speaks(seat: Seat) -> None:
    if seat.party.speaker_id != seat.pk:
        raise NotAllowedError


def _hold_table(seat: Seat) -> None:
    """Two people who act at once do so one after the other."""
    Collaboration.objects.select_for_update().get(pk=seat.collaboration_id)


def _hold(companion: Companion, seat: Seat) -> Companion:
    if companion.collaboration_id != seat.collaboration_id:
        raise NotAllowedError
    _hold_table(seat)
    return Companion.objects.select_related("proposed_by").get(pk=companion.pk)
