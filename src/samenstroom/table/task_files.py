"""The action plan as a file: taken along, and read in with a look at it first. Twice changes nothing."""

from __future__ import annotations

from django.contrib import messages
from django.forms import ValidationError
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from samenstroom.collaborations.visits import Visit
from samenstroom.planning.actions.tasks import add_tasks
from samenstroom.planning.forms.task_files import TaskColumnsForm, TaskFileForm, table_of, terms_of, unpacked
from samenstroom.planning.queries.tasks import tasks_of
from samenstroom.planning.wording.task_files import as_table, came_words, fault_words, new_words
from samenstroom.rules.task_rows import not_there_yet

from .heavy import TOO_MANY_REQUESTS, too_often
from .page import go, show

SHOWN = 10


def out(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The plan as a table that a spreadsheet opens."""
    answer = HttpResponse(as_table(visit, tasks_of(visit)), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="actieplan.csv"'
    return answer


def read_in(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Choose a file, look at what was understood, and only then put it on the plan."""
    if not visit.speaks:
        return go(request, "tasks", visit)
    if request.POST.get("packed"):
        return _chosen(request, visit, request.POST["packed"])
    if request.method == "POST" and too_often(request, visit.person, "file"):
        again = TaskFileForm(initial=request.POST.dict())
        return show(request, visit, "table/task/in.html", circle="shared", status=TOO_MANY_REQUESTS, form=again)
    form = TaskFileForm(*([request.POST, request.FILES] if request.method == "POST" else []))
    if request.method == "POST" and form.is_valid():
        columns = TaskColumnsForm(visit=visit, table=form.table, initial={"packed": form.packed})
        guessed = {name: str(field.initial or "") for name, field in columns.fields.items()}
        return _look(request, visit, TaskColumnsForm({**guessed, "packed": form.packed}, visit=visit, table=form.table))
    return show(request, visit, "table/task/in.html", circle="shared", status=422 if form.is_bound else 200, form=form)


def _chosen(request: HttpRequest, visit: Visit, packed: str) -> HttpResponse:
    try:
        table = table_of(unpacked(packed))
    except ValidationError:
        messages.info(request, _("Er ging iets mis met het bestand. Kies het nog eens."))
        return go(request, "tasks_in", visit)
    form = TaskColumnsForm(request.POST, visit=visit, table=table)
    if request.POST.get("do") == "take" and form.is_valid():
        tasks, faults = form.read()
        if not faults:
            new = not_there_yet(tasks, (view.task.what for view in tasks_of(visit)))
            made = add_tasks(seat=visit.seat, entries=[terms_of(visit, row) for row in new], now=visit.now)
            messages.success(request, came_words(len(made)))
            return go(request, "tasks", visit)
    return _look(request, visit, form)


def _look(request: HttpRequest, visit: Visit, form: TaskColumnsForm) -> HttpResponse:
    """What was understood; nothing is on the plan yet."""
    tasks, faults = form.read() if form.is_valid() else ((), [])
    new = not_there_yet(tasks, (view.task.what for view in tasks_of(visit)))
    return show(
        request, visit, "table/task/look.html", circle="shared", status=422 if faults or form.errors else 200,
        form=form, faults=[fault_words(one) for one in faults[:SHOWN]], more_faults=max(len(faults) - SHOWN, 0),
        told=new_words(len(new), len(tasks) - len(new)), first=[row.what for row in new[:SHOWN]],
        more=max(len(new) - SHOWN, 0), can_take=bool(new) and not faults,
    )  # fmt: skip
