"""What pages of the table fetch of saying goodbye."""

from __future__ import annotations

from django.http import Http404

from samenstroom.collaborations.visits import Visit
from samenstroom.farewell.models import KeepTerm, LastDay, Successor, SuccessorQuestion
from samenstroom.farewell.queries.accesses import AccessView, access_of
from samenstroom.farewell.queries.handover import ItemView as HandoverItemView
from samenstroom.farewell.queries.handover import item_by_id
from samenstroom.farewell.queries.partings import day_by_id, term_by_id
from samenstroom.farewell.queries.settlement import ItemView, StatementView, item_of, statement_of
from samenstroom.farewell.queries.successors import question_by_id, successor_by_id
from samenstroom.farewell.queries.work_in import SessionView, session_by_id


def day_if_there(visit: Visit, public_id: str) -> LastDay | None:
    """A proposal for another last day of this table; None also when it was never there."""
    return day_by_id(visit, public_id)


def term_if_there(visit: Visit, public_id: str) -> KeepTerm | None:
    """A proposal of this table for how long both keep it; None also when it was never there."""
    return term_by_id(visit, public_id)


def item_if_there(visit: Visit, public_id: str) -> ItemView | None:
    """Something to settle that still lies on this table; None also when it was never there."""
    return item_of(visit, public_id)


def access_if_there(visit: Visit, public_id: str) -> AccessView | None:
    """An access on the list of this table; None also when it was never there."""
    return access_of(visit, public_id)


def statement_if_there(visit: Visit, public_id: str) -> StatementView | None:
    """The closing statement of this table, while it is the one that lies there."""
    found = statement_of(visit)
    return found if found and found.statement.public_id == public_id else None


def handover_item_or_404(visit: Visit, public_id: str) -> HandoverItemView:
    """A thing to hand over that lies on this table."""
    found = item_by_id(visit, public_id)
    if found is None:
        raise Http404
    return found


def handover_item_if_there(visit: Visit, public_id: str) -> HandoverItemView | None:
    """A thing to hand over; None also when it was never there."""
    return item_by_id(visit, public_id)


def successor_or_404(visit: Visit, public_id: str) -> Successor:
    """Somebody who was proposed to take over here."""
    found = successor_by_id(visit, public_id)
    if found is None:
        raise Http404
    return found


def question_if_there(successor: Successor, public_id: str) -> SuccessorQuestion | None:
    """A question of this successor; None also when it was never there."""
    return question_by_id(successor, public_id)


def session_if_there(visit: Visit, public_id: str) -> SessionView | None:
    """A moment to work in; None also when it was never there."""
    return session_by_id(visit, public_id)


def session_or_404(visit: Visit, public_id: str) -> SessionView:
    """A moment to work in at this table."""
    found = session_by_id(visit, public_id)
    if found is None:
        raise Http404
    return found
