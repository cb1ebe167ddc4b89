"""The action plan, as both see it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from samenstroom.accounts.models import Person
from samenstroom.collaborations.visibility import shared_rows
from samenstroom.collaborations.visits import Visit
from samenstroom.planning.models import Task, TaskWord


class State(StrEnum):
    """How far a task is: the columns of the board."""

    TO_DO = "to_do"
    BUSY = "busy"
    WAITING = "waiting"
    DONE = "done"


@dataclass(frozen=True)
class TaskView:
    """One task as this visit sees it, with every word about its day, oldest first."""

    task: Task
    words: tuple[TaskWord, ...]
    my_party: int

    @property
    def is_mine(self) -> bool:
        return self.task.owner_id == self.my_party

    @property
    def is_theirs(self) -> bool:
        return self.task.owner_id not in (None, self.my_party)

    @property
    def state(self) -> State:
        if self.task.done_at:
            return State.DONE
        if self.task.is_waiting:
            return State.WAITING
        return State.BUSY if self.task.started_at else State.TO_DO

    @property
    def waits_for_me(self) -> bool:
        """The other cannot go on without her."""
        return self.task.is_waiting and self.task.waiting_on_id == self.my_party

    @property
    def asks_me(self) -> bool:
        """The other put it on her list, and she did not take it on yet."""
        added_by = self.task.added_by
        is_asked = added_by is not None and added_by.party_id != self.my_party
        return is_asked and self.is_mine and self.task.is_open and self.task.promised_at is None

    @property
    def new_day(self) -> TaskWord | None:
        """A new day that the other told and she did not answer yet."""
        word = self.words[-1] if self.words and self.task.is_open else None
        is_theirs = word is not None and word.seat is not None and word.seat.party_id != self.my_party
        return word if word is not None and is_theirs and not word.answer else None

    def is_past(self, today: date) -> bool:
        """Open, and its day is over."""
        return self.task.is_open and self.task.due_on is not None and self.task.due_on < today


def tasks_by_table(person: Person, visits: Sequence[Visit]) -> dict[int, list[TaskView]]:
    """Collaboration id -> every task, also what is done or off the plan; two queries for any number of tables.

    First what is open, by day; then what is done, the newest first.
    """
    tables = {visit.collaboration.pk: visit.party.pk for visit in visits}
    rows = shared_rows(Task.objects.filter(collaboration__in=list(tables)), seen_by=person)
    found: dict[int, list[TaskView]] = {key: [] for key in tables}
    for row in rows.select_related("added_by").prefetch_related("words__seat").order_by("added_at", "pk"):
        words = sorted(row.words.all(), key=lambda word: (word.told_at, word.pk))
        found[row.collaboration_id].append(TaskView(row, tuple(words), tables[row.collaboration_id]))
    return {key: sorted(views, key=_place) for key, views in found.items()}


def every_task_of(visit: Visit) -> list[TaskView]:
    """Every task of this table, also what is off the plan."""
    return tasks_by_table(visit.person, [visit])[visit.collaboration.pk]


def tasks_of(visit: Visit) -> list[TaskView]:
    """What is on the plan of this table, done or not."""
    return [view for view in every_task_of(visit) if view.task.dropped_at is None]


def sources_of(visit: Visit) -> set[str]:
    """Where tasks of this table came from, also those that are off the plan again."""
    rows = shared_rows(Task.objects.filter(collaboration=visit.collaboration), seen_by=visit.person)
    return set(rows.exclude(source="").values_list("source", flat=True))


def task_by_id(visit: Visit, public_id: str) -> TaskView | None:
    """One task on the plan of this table."""
    return next((view for view in tasks_of(visit) if view.task.public_id == public_id), None)


def _place(view: TaskView) -> tuple[bool, float, date]:
    done = view.task.done_at
    return done is not None, -done.timestamp() if done else 0, view.task.due_on or date.max
