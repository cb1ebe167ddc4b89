"""A work-in session as a file for any calendar."""

from __future__ import annotations

from samenstroom.farewell.models import WorkInSession
from samenstroom.kit.calendar_file import Moment, calendar_file


def session_file(session: WorkInSession, host: str) -> bytes:
    """The same session gives the same bytes, and a new file replaces the old event."""
    return calendar_file(
        Moment(
            uid=f"{session.public_id}@{host}",
            title=str(session.subject),
            stamp=session.proposed_at,
            begins_at=session.begins_at,
            ends_at=session.ends_at,
            note=str(session.who),
        )
    )
