"""Moments to work in, and mail: both sides and who takes over have them in their calendars as they stand now."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from django.db import transaction
from django.urls import reverse

from samenstroom.collaborations.visits import Visit
from samenstroom.farewell.actions.work_in import (
    SessionTerms,
    agree_session,
    drop_session,
    move_session,
    propose_session,
)
from samenstroom.farewell.models import Successor, WorkInSession
from samenstroom.farewell.wording.calendar import session_moment

from .moments import Meeting, Outsider, tell_asked, tell_off, tell_settled
from .outside import link_mail


@transaction.atomic
def suggest_session(*, visit: Visit, terms: SessionTerms, moves: WorkInSession | None = None) -> WorkInSession:
    """Propose a moment, or another one for what lies there, and tell the other, with an invitation for her calendar.

    Who takes over hears of it once both agreed. Alone at the table it is noted, and nobody is told. Refuses as
    `propose_session` and `move_session` do.
    """
    was = _outsider(moves, visit.now) if moves else None
    propose = partial(move_session, session=moves) if moves else propose_session
    made = propose(seat=visit.seat, terms=terms, other_takes_part=visit.takes_part, now=visit.now)
    if visit.takes_part and not made.counts:
        by = made.proposed_by
        lay_there = by is not None and by.party_id == visit.other_party.pk
        asked = [visit.party if lay_there else visit.other_party]
        tell_asked(_meeting(made, visit.now, was), to=asked, now=visit.now)
    return made


@transaction.atomic
def agree_to_session(*, visit: Visit, session: WorkInSession, read: str) -> None:
    """Say yes to the moment that she read: it stands in the calendars of all. Refuses as `agree_session` does."""
    agree_session(session=session, seat=visit.seat, now=visit.now, read=read)
    session.refresh_from_db()
    tell_settled(_meeting(session, visit.now), now=visit.now)


@transaction.atomic
def call_off_session(*, visit: Visit, session: WorkInSession) -> None:
    """It does not take place: it goes out of the calendars that have it. Refuses as `drop_session` does."""
    was_off, was_agreed = session.dropped_at is not None, session.agreed_at is not None
    drop_session(session=session, seat=visit.seat, now=visit.now)
    session.refresh_from_db()
    if not was_off:
        both = {visit.party.pk, visit.other_party.pk} if was_agreed and visit.takes_part else set()
        tell_off(_meeting(session, visit.now), now=visit.now, by=visit.party, said_yes=both)


def _meeting(session: WorkInSession, now: datetime, outsider: Outsider | None = None) -> Meeting:
    return Meeting(
        "farewell.WorkInSession", session.public_id, session.collaboration, session_moment(session, ""),
        outsider=outsider or _outsider(session, now),
    )  # fmt: skip


def _outsider(session: WorkInSession, now: datetime) -> Outsider | None:
    """Who takes over, with the mail that brought her the link she has now."""
    found: Successor | None = session.successor
    if found is None:
        return None
    page = reverse("portal:successor_dossier", args=[found.public_id])
    return Outsider(found.first_name, link_mail("successor", found.public_id, found, now), page)
