"""Work-in sessions: proposed, moved, agreed, taken off, and whether they took place."""

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
def move_session(
    *, session: WorkInSession, seat: Seat, terms: SessionTerms, other_takes_part: bool, now: datetime
) -> WorkInSession:
    """It is another moment, or about something else: it keeps its name in calendars, and waits for a yes again.

    Alone at the table the change is noted. No history; the same again changes nothing. Refuses one that was taken off
    or that has begun, and a successor of another table (NotAllowedError).
    """
    held = _hold_session(session, seat)
    if held.dropped_at or held.begins_at <= now:
        raise NotAllowedError
    if terms.successor and terms.successor.collaboration_id != seat.collaboration_id:
        raise NotAllowedError
    if _terms_of(held) == terms:
        return held
    held.subject, held.who, held.begins_at, held.minutes = terms.subject, terms.who, terms.begins_at, terms.minutes
    held.successor = terms.successor
    held.proposed_by, held.proposed_at, held.noted_at = seat, now, None if other_takes_part else now
    held.agreed_by = held.agreed_at = None
    held.sequence += 1
    held.save()
    return held


@transaction.atomic
def agree_session(*, session: WorkInSession, seat: Seat, now: datetime, read: str | None = None) -> None:
    """The other side says yes; once. `read` is the sequence of the moment she read.

    Refuses one's own proposal, one that was taken off, and a yes to a moment that was moved meanwhile
    (NotAllowedError).
    """
    held = _hold_session(session, seat)
    if read is not None and read != str(held.sequence):
        raise NotAllowedError
    if held.dropped_at or held.proposed_by is None or held.proposed_by.party_id == seat.party_id:
        raise NotAllowedError
    if not held.counts:
        rows = WorkInSession.objects.filter(pk=held.pk)
        rows.update(agreed_by=seat, agreed_at=now, sequence=held.sequence + 1)


@transaction.atomic
def drop_session(*, session: WorkInSession, seat: Seat, now: datetime) -> None:
    """It does not take place; either side may say so."""
    held = _hold_session(session, seat)
    rows = WorkInSession.objects.filter(pk=held.pk, dropped_at=None)
    rows.update(dropped_at=now, sequence=held.sequence + 1)


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
    return WorkInSession.objects.select_related("proposed_by", "successor").get(pk=session.pk)


def _terms_of(session: WorkInSession) -> SessionTerms:
    return SessionTerms(str(session.subject), str(session.who), session.begins_at, session.minutes, session.successor)
