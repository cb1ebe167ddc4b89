"""Work-in sessions: proposed, agreed, taken off, and whether they took place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from samenstroom.collaborations.actions import NotAllowedError
from samenstroom.collaborations.models import Collaboration, Seat
from samenstroom.farewell.models import Successor, WorkInSession

HELD = ("yes", "no")


@dataclass(frozen=True)
class SessionTerms:
    """When, about what, with whom."""

    subject: str
    who: str
    begins_at: datetime
    minutes: int
    successor: Successor | None = None


@transaction.atomic
def propose_session(*, seat: Seat, terms: SessionTerms, other_takes_part: bool, now: datetime) -> WorkInSession:
    """A moment to work in lies on the table; it counts once the other agrees. Alone at the table it is noted.

    No history: the page itself shows them all. The same moment and subject again changes nothing. Refuses who reads
    along, and a successor of another table (NotAllowedError).
    """
    _hold(seat)
    if terms.successor and terms.successor.collaboration_id != seat.collaboration_id:
        raise NotAllowedError
    rows = WorkInSession.objects.filter(collaboration=seat.collaboration, begins_at=terms.begins_at, dropped_at=None)
    same = next((one for one in rows if str(one.subject) == terms.subject), None)
    return same or WorkInSession.objects.create(
        collaboration=seat.collaboration, subject=terms.subject, who=terms.who, begins_at=terms.begins_at,
        minutes=terms.minutes, successor=terms.successor, proposed_by=seat, proposed_at=now,
        noted_at=None if other_takes_part else now,
    )  # fmt: skip


@transaction.atomic
def agree_session(*, session: WorkInSession, seat: Seat, now: datetime) -> None:
    """The other side says yes; once. Refuses one's own proposal and one that was taken off (NotAllowedError)."""
    held = _hold_session(session, seat)
    if held.dropped_at or held.proposed_by is None or held.proposed_by.party_id == seat.party_id:
        raise NotAllowedError
    if not held.counts:
        WorkInSession.objects.filter(pk=held.pk).update(agreed_by=seat, agreed_at=now)


@transaction.atomic
def drop_session(*, session: WorkInSession, seat: Seat, now: datetime) -> None:
    """It does not take place; either side may say so."""
    held = _hold_session(session, seat)
    WorkInSession.objects.filter(pk=held.pk, dropped_at=None).update(dropped_at=now)


@transaction.atomic
def say_held(*, session: WorkInSession, seat: Seat, held: str, now: datetime) -> None:
    """Whether it took place, noted by either side; the last word stands. Refuses what does not count or lies ahead."""
    found = _hold_session(session, seat)
    if held not in HELD or not found.counts or found.begins_at > now:
        raise NotAllowedError
    found.held, found.looked_back_at = held, now
    found.save(update_fields=["held", "looked_back_at"])


def _hold(seat: Seat) -> None:
    if seat.party.speaker_id != seat.pk:
        raise NotAllowedError
    Collaboration.objects.select_for_update().get(pk=seat.collaboration_id)


def _hold_session(session: WorkInSession, seat: Seat) -> WorkInSession:
    _hold(seat)
    if session.collaboration_id != seat.collaboration_id:
        raise NotAllowedError
    return WorkInSession.objects.select_related("proposed_by").get(pk=session.pk)
