"""Work-in sessions of a table, as both see them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from samenstroom.collaborations.visibility import shared_rows
from samenstroom.collaborations.visits import Visit
from samenstroom.farewell.models import WorkInSession


@dataclass(frozen=True)
class SessionView:
    """One session as this visit sees it."""

    session: WorkInSession
    i_proposed: bool
    now: datetime

    @property
    def waits_for_me(self) -> bool:
        """The other proposed it."""
        return not self.session.counts and not self.i_proposed

    @property
    def can_move(self) -> bool:
        """It is still to come."""
        return self.session.begins_at > self.now

    @property
    def is_over(self) -> bool:
        return self.session.begins_at <= self.now


def sessions_of(visit: Visit) -> list[SessionView]:
    """The sessions of this table by moment; what was taken off is left out."""
    rows = WorkInSession.objects.filter(collaboration=visit.collaboration, dropped_at=None)
    seen = shared_rows(rows, seen_by=visit.person).select_related("proposed_by", "successor")
    return [
        SessionView(one, one.proposed_by is not None and one.proposed_by.party_id == visit.party.pk, visit.now)
        for one in seen.order_by("begins_at", "pk")
    ]


def session_by_id(visit: Visit, public_id: str) -> SessionView | None:
    """One session of this table."""
    return next((one for one in sessions_of(visit) if one.session.public_id == public_id), None)
