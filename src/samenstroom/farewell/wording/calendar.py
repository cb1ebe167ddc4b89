"""A work-in session as a file for any calendar."""

from __future__ import annotations

from samenstroom.farewell.models import WorkInSession
from samenstroom.kit.calendar_file import Moment, calendar_file


def session_moment(session: WorkInSession, host: str) -> Moment:
    """The same session keeps its name; a change has a higher sequence, so a calendar replaces it."""
    return Moment(
        uid=f"{session.public_id}@{host}",
        title=str(session.subject),
        stamp=session.dropped_at or session.agreed_at or session.proposed_at,
        begins_at=session.begins_at,
        ends_at=session.ends_at,
        note=str(session.who),
        sequence=session.sequence,
        is_tentative=not (session.counts or session.dropped_at),
        is_cancelled=session.dropped_at is not None,
    )


def session_file(session: WorkInSession, host: str) -> bytes:
    """The file somebody takes along herself: the same session gives the same bytes."""
    return calendar_file(session_moment(session, host))
