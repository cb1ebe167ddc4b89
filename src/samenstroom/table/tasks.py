"""The action plan: a list or a board of what is to be done, and one field to add something."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _

from samenstroom.collaborations.visits import Visit
from samenstroom.planning.actions.tasks import add_task
from samenstroom.planning.forms.tasks import QuickTaskForm
from samenstroom.planning.queries.tasks import TaskView, tasks_of
from samenstroom.planning.wording.tasks import added_words, count_words, state_names, task_line

from .page import address, posted, show


def tasks(request: HttpRequest, visit: Visit) -> HttpResponse:
    """What is to be done, and a field for one more. What was understood is said back."""
    form = QuickTaskForm(posted(request), visit=visit)
    if request.method == "POST" and form.is_valid():
        made = add_task(seat=visit.seat, terms=form.terms(), now=visit.now)
        messages.success(request, added_words(visit, made))
        return _same_look(request, visit)
    views = tasks_of(visit)
    whose, board = request.GET.get("van", ""), request.GET.get("zo") == "bord"
    shown = [view for view in views if _is_wanted(view, whose)]
    return show(
        request, visit, "table/task/board.html" if board else "table/task/list.html", circle="shared",
        status=422 if form.is_bound else 200, form=form, count=count_words(views), has_tasks=bool(views),
        looks=_looks(visit, whose, board=board), board=board,
        other_look=_query(whose, board=not board), **_parts(visit, shown, board=board),
    )  # fmt: skip


def _same_look(request: HttpRequest, visit: Visit) -> HttpResponse:
    look = _query(request.GET.get("van", ""), board=request.GET.get("zo") == "bord")
    return HttpResponseRedirect(address(request, "tasks", visit) + look)


def _is_wanted(view: TaskView, whose: str) -> bool:
    """What both do is in everybody's list."""
    return {"mij": not view.is_theirs, "ander": not view.is_mine}.get(whose, True)


def _parts(visit: Visit, views: Sequence[TaskView], *, board: bool) -> dict[str, Any]:
    """What is open, and what is done apart; or the columns of the board."""
    if not board:
        return {
            "open": [task_line(visit, view) for view in views if view.task.is_open],
            "done": [task_line(visit, view) for view in views if not view.task.is_open],
        }
    columns = [
        (name, [task_line(visit, view) for view in views if view.state == state])
        for state, name in state_names().items()
    ]
    return {"columns": columns}


def _looks(visit: Visit, whose: str, *, board: bool) -> list[dict[str, Any]]:
    """The links that choose whose tasks are shown."""
    names = {"": _("Alles"), "mij": _("Van mij"), "ander": _("Van %(name)s") % {"name": visit.other_name}}
    chosen = whose if whose in names else ""
    return [
        {"name": name, "url": _query(key, board=board) or "?", "here": key == chosen} for key, name in names.items()
    ]


def _query(whose: str, *, board: bool) -> str:
    parts = [f"van={whose}"] * (whose in ("mij", "ander")) + ["zo=bord"] * board
    return "?" + "&".join(parts) if parts else ""
