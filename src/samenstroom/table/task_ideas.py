"""Tasks that often belong to the first weeks: ticked, they come on the plan."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from samenstroom.collaborations.visits import Visit
from samenstroom.planning.actions.tasks import add_tasks
from samenstroom.planning.forms.task_ideas import TaskIdeasForm
from samenstroom.planning.queries.tasks import sources_of
from samenstroom.planning.wording.task_ideas import ideas_for, task_templates

from .page import go, posted, show


def task_ideas(request: HttpRequest, visit: Visit) -> HttpResponse:
    """What fits this kind of collaboration and is not on the plan yet, each with the day that it would get."""
    ideas = ideas_for(visit, sources_of(visit))
    form = TaskIdeasForm(posted(request), visit=visit, ideas=ideas)
    if request.method == "POST" and form.is_valid():
        add_tasks(seat=visit.seat, entries=form.terms(), now=visit.now)
        messages.success(request, _("Op het plan. Jullie zien dit allebei."))
        return go(request, "tasks", visit)
    return show(
        request, visit, "table/task/ideas.html", circle="shared", status=422 if form.is_bound else 200, form=form,
        ideas=ideas, texts=task_templates(),
    )  # fmt: skip
