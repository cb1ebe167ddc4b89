"""What pages of the table fetch of the start and the plan."""

from __future__ import annotations

from django.http import Http404

from samenstroom.collaborations.visits import Visit
from samenstroom.planning.models import AgendaPoint, StartEntry
from samenstroom.planning.queries.exit_plans import exit_plan_by_id
from samenstroom.planning.queries.kickoff import GoalView, TalkView, agenda_point_by_id, goal_by_id, talk_by_id
from samenstroom.planning.queries.pages import PageView
from samenstroom.planning.queries.start_lists import entry_by_id
from samenstroom.planning.queries.tasks import TaskView, task_by_id
from samenstroom.planning.queries.working import working_by_id


def start_entry_or_404(visit: Visit, kind: str, public_id: str) -> StartEntry:
    """An entry of one of the lists of a start."""
    found = entry_by_id(visit, kind, public_id)
    if found is None:
        raise Http404
    return found


def task_or_404(visit: Visit, public_id: str) -> TaskView:
    """A task on the action plan."""
    found = task_by_id(visit, public_id)
    if found is None:
        raise Http404
    return found


def goal_if_there(visit: Visit, public_id: str) -> GoalView | None:
    """A shared sentence that still lies on this table; None also when it was never there."""
    return goal_by_id(visit, public_id)


def point_if_there(visit: Visit, public_id: str) -> AgendaPoint | None:
    """A point that is still on the agenda of this table; None also when it was never there."""
    return agenda_point_by_id(visit, public_id)


def kickoff_talk_if_there(visit: Visit, public_id: str) -> TalkView | None:
    """A moment to talk; None also when it was never there."""
    return talk_by_id(visit, public_id)


def kickoff_talk_or_404(visit: Visit, public_id: str) -> TalkView:
    """A moment to talk at this table."""
    found = talk_by_id(visit, public_id)
    if found is None:
        raise Http404
    return found


def working_if_there(visit: Visit, public_id: str) -> PageView | None:
    """Working agreements that still lie on this table; None also when they were never there."""
    return working_by_id(visit, public_id)


def exit_plan_if_there(visit: Visit, public_id: str) -> PageView | None:
    """A version for when it ever stops that lies on this table; None also when it was never there."""
    return exit_plan_by_id(visit, public_id)
