"""The moment of the kick-off: proposed, agreed, moved, cancelled."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from samenstroom.collaborations.actions import NotAllowedError, write_line
from samenstroom.collaborations.models import Collaboration, Seat
from samenstroom.planning.models import KickoffTalk


@dataclass(frozen=True)
class Moment:
    """When they talk, how long, and where."""

    begins_at: datetime
    minutes: int
    place: str = ""


@transaction.atomic
def plan_talk(*, seat: Seat, moment: Moment, other_takes_part: bool, now: datetime) -> KickoffTalk:
    """A moment lies on the table and counts once the other agrees; alone at the table it is noted, and counts at once.

    A moment that lies there is moved: it keeps its name in calendars, and waits for a yes again. One that is over
    makes way for a new one. History: that it was proposed, moved or noted; the same again changes nothing. Refuses who
    only reads along (NotAllowedError).
    """
    _speaks(seat)
    rows = KickoffTalk.objects.filter(collaboration=seat.collaboration, cancelled_at=None).order_by("-proposed_at")
    there = next((one for one in rows if one.ends_at >= now), None)
    if there and _is_same(there, moment):
        return there
    noted_at = None if other_takes_part else now
    if there is None:
        write_line(seat=seat, kind="kickoff_planned" if other_takes_part else "kickoff_noted", now=now)
        return KickoffTalk.objects.create(
            collaboration=seat.collaboration, begins_at=moment.begins_at, minutes=moment.minutes, place=moment.place,
            proposed_by=seat, proposed_at=now, noted_at=noted_at,
        )  # fmt: skip
    there.begins_at, there.minutes, there.place = moment.begins_at, moment.minutes, moment.place
    there.sequence += 1
    there.proposed_by, there.proposed_at, there.noted_at = seat, now, noted_at
    there.agreed_by = there.agreed_at = None
    there.save()
    write_line(seat=seat, kind="kickoff_moved", now=now)
    return there


@transaction.atomic
def agree_talk(*, talk: KickoffTalk, seat: Seat, now: datetime, read: str | None = None) -> None:
    """The other side says yes to this moment. History: that she did; once.

    `read` is the sequence of the moment she read. Refuses one's own proposal, one that was noted by one alone, was
    cancelled or is over, and a yes to a moment that was moved meanwhile (NotAllowedError).
    """
    _speaks(seat)
    held = _hold(talk, seat)
    if read is not None and read != str(held.sequence):
        raise NotAllowedError
    is_own = held.proposed_by is None or held.proposed_by.party_id == seat.party_id
    if is_own or held.cancelled_at or held.noted_at or held.ends_at < now:
        raise NotAllowedError
    if held.agreed_at is None:
        changed = held.sequence + 1
        KickoffTalk.objects.filter(pk=held.pk).update(agreed_by=seat, agreed_at=now, sequence=changed)
        write_line(seat=seat, kind="kickoff_agreed", now=now)


@transaction.atomic
def cancel_talk(*, talk: KickoffTalk, seat: Seat, now: datetime) -> None:
    """The talk is not then; either side may say so. A calendar that reads the file again takes it out.

    History: that it is off; once. Refuses who only reads along (NotAllowedError).
    """
    _speaks(seat)
    held = _hold(talk, seat)
    if held.cancelled_at is None:
        KickoffTalk.objects.filter(pk=held.pk).update(cancelled_at=now, sequence=held.sequence + 1)
        write_line(seat=seat, kind="kickoff_cancelled", now=now)


def _speaks(seat: Seat) -> None:
    if seat.party.speaker_id != seat.pk:
        raise NotAllowedError
    Collaboration.objects.select_for_update().get(pk=seat.collaboration_id)


def _hold(talk: KickoffTalk, seat: Seat) -> KickoffTalk:
    if talk.collaboration_id != seat.collaboration_id:
        raise NotAllowedError
    return KickoffTalk.objects.select_related("proposed_by").get(pk=talk.pk)


def _is_same(there: KickoffTalk, moment: Moment) -> bool:
    return (there.begins_at, there.minutes, str(there.place)) == (moment.begins_at, moment.minutes, moment.place)
