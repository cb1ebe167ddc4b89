"""What became of each promised day on the plan, by the same measure for both sides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from samenstroom.kit import clock
from samenstroom.planning.models import Task
from samenstroom.planning.queries.tasks import TaskView
from samenstroom.rules.pauses import Span
from samenstroom.rules.promises import Firmness, Promise, Settled, Told, settle


@dataclass(frozen=True)
class PromisedDay:
    """One promised day of one task, and what became of it. `new_due` is the day that came instead, when it was told."""

    view: TaskView
    settled: Settled
    new_due: date | None


def promised_days(views: Sequence[TaskView], today: date, pauses: Sequence[Span]) -> Iterator[PromisedDay]:
    """Every promised day that was settled, of tasks that one side took on; nobody promises for both."""
    for view in views:
        promise = promise_of(view)
        if promise is None:
            continue
        for one in settle(promise, today=today, stands_still=lambda day, view=view: _stood_still(view, day, pauses)):  # type: ignore[misc]
            yield PromisedDay(view, one, _new_day(view, one.due_on))


def promise_of(view: TaskView) -> Promise | None:
    """The promise that a task is: with an owner who took it on, and a day."""
    task = view.task
    if task.owner_id is None or task.promised_at is None or task.due_on is None:
        return None
    words = [word for word in view.words if word.seat is not None and word.seat.party_id == task.owner_id]
    return Promise(
        due_on=words[0].old_due if words else task.due_on,
        firmness=Firmness.HARD if task.due_kind == Task.DueKind.HARD else Firmness.TARGET,
        told=[Told(clock.day_of(word.told_at), word.holds) for word in words],
        done_on=clock.day_of(task.done_at) if task.done_at else None,
        dropped_on=clock.day_of(task.dropped_at) if task.dropped_at else None,
    )


def _stood_still(view: TaskView, day: date, pauses: Sequence[Span]) -> bool:
    """Whether it waited for the other on that day, or everything stood still."""
    task = view.task
    if task.waiting_since is not None and clock.day_of(task.waiting_since) <= day:
        until = task.waiting_until
        if until is None or day <= clock.day_of(until):
            return True
    return any(span.holds_on(day) for span in pauses)


def _new_day(view: TaskView, due_on: date) -> date | None:
    return next((word.holds for word in view.words if word.old_due == due_on), None)
