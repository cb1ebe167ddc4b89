"""One task: everything that can be done with it, and what was said about its day."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from samenstroom.collaborations.actions import NotAllowedError
from samenstroom.collaborations.visits import Visit
from samenstroom.flows.plan import tell_new_day
from samenstroom.kit import clock
from samenstroom.planning.actions.task_days import answer_later
from samenstroom.planning.actions.tasks import (
    change_task,
    drop_task,
    finish_task,
    go_on,
    may_set_day,
    reopen_task,
    start_task,
    take_on,
    wait_for_other,
)
from samenstroom.planning.forms.tasks import LaterAnswerForm, LaterForm, TaskForm
from samenstroom.planning.queries.tasks import State, TaskView
from samenstroom.planning.wording.tasks import day_words, task_line, task_rows, word_line

from .access import task_or_404
from .page import go, show, too_late
from .read import mark_of, reads_otherwise_now

ACTS = {
    "take": take_on, "start": start_task, "wait": wait_for_other, "on": go_on, "done": finish_task,
    "open": reopen_task, "drop": drop_task,
}  # fmt: skip
TO_LIST = ("done", "drop")


def task(request: HttpRequest, visit: Visit, task: str) -> HttpResponse:
    """One task, with every act that fits how it stands now."""
    view, do = task_or_404(visit, task), request.POST.get("do", "") if request.method == "POST" else ""
    forms, word = _forms(request, visit, view, do), view.new_day
    read, is_other = mark_of(word.told_at, word.new_due, word.reason) if word else "", False
    try:
        if do in ACTS:
            ACTS[do](task=view.task, seat=visit.seat, now=visit.now)
            return _kept(request, visit, view, do)
        is_other = do == "answer" and reads_otherwise_now(request, read)
        if do in forms and forms[do].is_valid() and not is_other:
            _save(visit, view, do, forms[do])
            return _kept(request, visit, view, do)
    except NotAllowedError:
        return too_late(request, "tasks", visit)
    status = 409 if is_other else 422 if do in forms else 200
    return show(
        request, visit, "table/task/item.html", circle="shared", status=status, read=read,
        line=task_line(visit, view), rows=task_rows(visit, view), words=[word_line(visit, one) for one in view.words],
        view=view, forms=forms, faulty=forms.get(do), do=do, **_can(visit, view),
    )  # fmt: skip


def _forms(request: HttpRequest, visit: Visit, view: TaskView, do: str) -> dict[str, Form]:
    """The forms of the page; the one that was sent holds what was typed."""
    today = clock.day_of(visit.now)
    sets_day = may_set_day(view.task, visit.now)
    sent = {name: request.POST if do == name else None for name in ("change", "later", "answer")}
    return {
        "change": TaskForm(sent["change"], visit=visit, task=view.task, sets_day=sets_day, auto_id="id_change_%s"),
        "later": LaterForm(sent["later"], today=today, auto_id="id_later_%s"),
        "answer": LaterAnswerForm(sent["answer"], today=today, auto_id="id_answer_%s"),
    }


def _save(visit: Visit, view: TaskView, do: str, form: Any) -> None:
    given = form.cleaned_data
    if do == "change":
        change_task(task=view.task, seat=visit.seat, terms=form.terms(), now=visit.now)
    elif do == "later":
        tell_new_day(visit=visit, task=view.task, new_due=given["new_due"], reason=given["reason"])
    else:
        answer_later(
            task=view.task, seat=visit.seat, answer=given["answer"], due_on=given["other_due"], words=given["words"],
            now=visit.now,
        )  # fmt: skip


def _kept(request: HttpRequest, visit: Visit, view: TaskView, do: str) -> HttpResponse:
    """Say what is so now."""
    name = {"name": visit.other_name}
    said = {
        "later": _("De nieuwe dag staat erop. %(name)s ziet het.") % name,
        "wait": _("%(name)s ziet dat dit wacht.") % name,
        "done": _("Klaar: %(what)s") % {"what": view.task.what},
        "drop": _("Van het plan: %(what)s") % {"what": view.task.what},
    }
    messages.success(request, said.get(do) or _("Bewaard. Jullie zien dit allebei."))
    return go(request, "tasks", visit) if do in TO_LIST else go(request, "task", visit, task=view.task.public_id)


def _can(visit: Visit, view: TaskView) -> dict[str, Any]:
    """Which acts fit how it stands."""
    task, is_open = view.task, view.task.is_open
    does_it = is_open and not view.is_theirs
    new_day = view.new_day
    return {
        "can_take": view.is_mine and is_open and task.promised_at is None,
        "can_start": does_it and view.state in (State.TO_DO, State.WAITING),
        "can_wait": does_it and view.state != State.WAITING,
        "can_go_on": view.waits_for_me,
        "can_tell": does_it and task.due_on is not None and new_day is None,
        "new_day": day_words(new_day.new_due, clock.day_of(visit.now)) if new_day else "",
        "is_past": view.is_past(clock.day_of(visit.now)) and not view.is_theirs and view.state != State.WAITING,
    }
