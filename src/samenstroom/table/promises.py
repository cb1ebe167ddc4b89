"""Promises: what became of each promised day, of both sides by the same measure."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from samenstroom.adjusting.queries.pauses import pauses_of
from samenstroom.collaborations.visits import Visit
from samenstroom.kit import clock
from samenstroom.planning.queries.promises import promised_days
from samenstroom.planning.queries.tasks import every_task_of
from samenstroom.planning.wording.promises import promise_line, side_measure

from .page import show


def promises(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Both sides beside each other, and every day with what became of it, the newest first."""
    spans = [one.pause.span for one in pauses_of(visit) if one.pause.counts]
    days = list(promised_days(every_task_of(visit), clock.day_of(visit.now), spans))
    mine = [one for one in days if one.view.is_mine]
    theirs = [one for one in days if not one.view.is_mine]
    lines = sorted(days, key=lambda one: (one.settled.on, one.settled.due_on), reverse=True)
    return show(
        request, visit, "table/task/promises.html", circle="shared",
        sides=[side_measure(visit.my_name, mine), side_measure(visit.other_name, theirs)],
        lines=[(promise_line(visit, one), one.view.task.dropped_at is None) for one in lines],
    )  # fmt: skip
