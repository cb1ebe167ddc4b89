"""The action plan with the other: a new day is told."""

from __future__ import annotations

from datetime import date

from samenstroom.collaborations.visits import Visit
from samenstroom.planning.actions.task_days import tell_later
from samenstroom.planning.models import Task, TaskWord


def tell_new_day(*, visit: Visit, task: Task, new_due: date, reason: str) -> TaskWord | None:
    """Her new day holds; the other sees it on the plan."""
    return tell_later(task=task, seat=visit.seat, new_due=new_due, reason=reason, now=visit.now)
