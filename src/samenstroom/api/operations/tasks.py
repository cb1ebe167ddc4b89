"""The action plan: reading it, adding to it, saying that something is done or will be later."""

from datetime import date
from typing import TYPE_CHECKING, Literal

from django.http import HttpRequest

from samenstroom.api.access import acting_visit, task_or_404, visit_or_404
from samenstroom.api.once import once
from samenstroom.api.paging import Cursor, Limit, Place, page_of
from samenstroom.api.problems import form_problem
from samenstroom.api.shapes import (
    Day,
    Id,
    In,
    ItemId,
    Line,
    Listed,
    Out,
    TableId,
    Who,
    Words,
    day_of,
    side,
    side_of,
    typed,
)
from samenstroom.collaborations.visits import Visit
from samenstroom.flows.plan import tell_new_day
from samenstroom.kit import clock
from samenstroom.planning.actions.tasks import add_task, finish_task
from samenstroom.planning.forms.tasks import LaterForm, TaskForm, new_task
from samenstroom.planning.queries.tasks import TaskView, tasks_of

if TYPE_CHECKING:
    from samenstroom.planning.models import Task, TaskWord


class NewDayOut(Out):
    """A word that a day would not be met, and what the other said of the new one (`fine` or `other`)."""

    told_on: date
    by: Who
    old_due: date
    new_due: date
    reason: str
    answer: str | None
    answer_due: date | None
    answer_words: str


class TaskOut(Out):
    """One thing to do. `promised`: its owner took it on, so its day is a promise."""

    id: Id
    what: str
    note: str
    owner: Who
    state: Literal["to_do", "busy", "waiting", "done"]
    due_on: date | None
    due_kind: str | None
    promised: bool
    added_on: date
    added_by: Who
    done_on: date | None
    new_days: list[NewDayOut]


class TaskIn(In):
    """Something to do. `due_kind`: `target` is a day to aim at, `hard` one that has to be met."""

    what: Line
    owner: Literal["me", "other", "both"] = "me"
    due_on: Day | None = None
    due_kind: Literal["target", "hard"] = "target"
    note: Words = ""


class LaterIn(In):
    """The day that will be met, and why if you like."""

    new_due: Day
    reason: Words = ""


class TaskNowOut(Out):
    """How a task stands after what was said."""

    id: Id
    due_on: date | None
    done_on: date | None


def tasks(request: HttpRequest, collaboration: TableId, limit: Limit, cursor: Cursor) -> Listed[TaskOut]:
    """What is on the plan, done or not: what was added last comes first."""
    visit = visit_or_404(request, collaboration)
    found = page_of(tasks_of(visit), _place, limit=limit, cursor=cursor)
    return Listed[TaskOut](items=[_told(visit, one) for one in found[0]], next=found[1])


@once(201)
def add_to_tasks(request: HttpRequest, collaboration: TableId, sent: TaskIn) -> TaskOut:
    """Put something on the plan of both. The same on one day is one task."""
    visit = acting_visit(request, collaboration)
    form = TaskForm(typed(sent), visit=visit, task=new_task(), sets_day=True)
    if not form.is_valid():
        raise form_problem(form)
    made = add_task(seat=visit.seat, terms=form.terms(), now=visit.now)
    return _told(visit, task_or_404(visit, made.public_id))


@once(200)
def finish(request: HttpRequest, collaboration: TableId, task: ItemId) -> TaskNowOut:
    """Say that a task is done; once, again changes nothing."""
    visit = acting_visit(request, collaboration)
    found = task_or_404(visit, task).task
    finish_task(task=found, seat=visit.seat, now=visit.now)
    return _now(visit, found)


@once(200)
def tell_later(request: HttpRequest, collaboration: TableId, task: ItemId, sent: LaterIn) -> TaskNowOut:
    """Say in time that a day will not be met, with the day that will. The other is told that there is one."""
    visit = acting_visit(request, collaboration)
    found = task_or_404(visit, task).task
    form = LaterForm(typed(sent), today=clock.day_of(visit.now))
    if not form.is_valid():
        raise form_problem(form)
    tell_new_day(visit=visit, task=found, **form.cleaned_data)
    return _now(visit, found)


def _now(visit: Visit, task: "Task") -> TaskNowOut:
    after = task_or_404(visit, task.public_id).task
    return TaskNowOut(id=after.public_id, due_on=after.due_on, done_on=day_of(after.done_at))


def _place(view: TaskView) -> Place:
    return Place(view.task.added_at.isoformat(), view.task.public_id)


def _told(visit: Visit, view: TaskView) -> TaskOut:
    task = view.task
    return TaskOut(
        id=task.public_id,
        what=task.what,
        note=str(task.content.get("note", "")),
        owner=side(visit, task.owner_id, nobody="both"),
        state=view.state.value,
        due_on=task.due_on,
        due_kind=str(task.due_kind) or None,
        promised=task.promised_at is not None,
        added_on=clock.day_of(task.added_at),
        added_by=side_of(visit, task.added_by),
        done_on=day_of(task.done_at),
        new_days=[_new_day(visit, word) for word in view.words],
    )


def _new_day(visit: Visit, word: "TaskWord") -> NewDayOut:
    return NewDayOut(
        told_on=clock.day_of(word.told_at),
        by=side_of(visit, word.seat),
        old_due=word.old_due,
        new_due=word.new_due,
        reason=str(word.reason),
        answer=str(word.answer) or None,
        answer_due=word.answer_due,
        answer_words=str(word.answer_words),
    )
