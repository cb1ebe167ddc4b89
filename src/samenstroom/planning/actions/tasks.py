"""The action plan: adding, taking on, starting, waiting, finishing, taking off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from samenstroom.collaborations.actions import NotAllowedError, write_line
from samenstroom.collaborations.models import Collaboration, Party, Seat
from samenstroom.kit import clock
from samenstroom.planning.models import Task


@dataclass(frozen=True)
class TaskTerms:
    """What a task says. `owner` None is both; `due_kind` is `hard` or `target`, empty without a day.

    `is_promised`: both agreed on it before it came here. `takes_on` False: a task of her own that is no
    promise, since it is done or its day was over when it came.
    """

    what: str
    note: str = ""
    owner: Party | None = None
    due_on: date | None = None
    due_kind: str = ""
    source: str = ""
    is_promised: bool = False
    takes_on: bool = True
    is_started: bool = False
    is_done: bool = False

    def content(self) -> dict[str, str]:
        """What is kept sealed."""
        return {"what": self.what, "note": self.note}


@transaction.atomic
def add_task(*, seat: Seat, terms: TaskTerms, now: datetime) -> Task:
    """It is on the plan for both. History: that a task was added; the same from one side on one day is one task.

    Who adds a task of her own takes it on by that. Refuses who only reads along.
    """
    speaks(seat)
    alike = Task.objects.select_for_update().filter(
        collaboration=seat.collaboration, added_by=seat, owner=terms.owner, due_on=terms.due_on, dropped_at=None
    )
    for one in alike:
        if one.content == terms.content() and clock.day_of(one.added_at) == clock.day_of(now):
            return one
    made = _made(seat, terms, now)
    write_line(seat=seat, kind="task_added", now=now)
    return made


@transaction.atomic
def add_tasks(*, seat: Seat, entries: Sequence[TaskTerms], now: datetime, line: str = "task_added") -> list[Task]:
    """They are on the plan for both; what came from the same source before is left as it is.

    History: one line that tasks were added, if any was. Refuses who only reads along.
    """
    speaks(seat)
    Collaboration.objects.select_for_update().get(pk=seat.collaboration_id)
    known = set(
        Task.objects.filter(collaboration=seat.collaboration).exclude(source="").values_list("source", flat=True)
    )
    made = []
    for terms in entries:
        if terms.source not in known:
            made.append(_made(seat, terms, now))
        if terms.source:
            known.add(terms.source)
    if made:
        write_line(seat=seat, kind=line, now=now)
    return made


@transaction.atomic
def change_task(*, task: Task, seat: Seat, terms: TaskTerms, now: datetime) -> None:
    """It says something else. History: that it was changed; the same again changes nothing.

    A promised day stays: it is moved by telling so (`tell_later`), except on the day on which it was added. A task that
    goes to another owner, or that the other side changed, is no promise until she takes it on as it reads now. Refuses
    who only reads along, another table, what is off.
    """
    held = held_task(task, seat)
    due = (terms.due_on, terms.due_kind if terms.due_on else "")
    if not may_set_day(held, now):
        due = (held.due_on, held.due_kind)
    owner = terms.owner.pk if terms.owner else None
    if (held.content, held.owner_id, (held.due_on, held.due_kind)) == (terms.content(), owner, due):
        return
    if owner != held.owner_id or (_is_the_others(held, seat) and held.done_at is None):
        held.promised_at = now if owner == seat.party_id else None
    held.content, held.owner, (held.due_on, held.due_kind), held.changed_at = terms.content(), terms.owner, due, now
    held.save()
    write_line(seat=seat, kind="task_changed", now=now)


def may_set_day(task: Task, now: datetime) -> bool:
    """Whether the day is simply set: there is none, or it was put there today and nothing was said about it since.

    What is done needs no day any more: one that was set afterwards would say that it came too late.
    """
    if task.done_at is not None:
        return False
    is_new = clock.day_of(task.added_at) == clock.day_of(now)
    return task.due_on is None or task.promised_at is None or (is_new and not task.words.exists())


@transaction.atomic
def take_on(*, task: Task, seat: Seat, now: datetime) -> None:
    """Its owner says that she does it; from now on its day is a promise. History: that she takes it on; once.

    Refuses whose task it is not, and as above.
    """
    held = held_task(task, seat)
    if held.owner_id != seat.party_id or held.done_at:
        raise NotAllowedError
    if held.promised_at is None:
        held.promised_at = now
        held.save(update_fields=["promised_at"])
        write_line(seat=seat, kind="task_taken_on", now=now)


@transaction.atomic
def start_task(*, task: Task, seat: Seat, now: datetime) -> None:
    """Somebody is busy with it, and it waits for nobody. History: that it was started; once. Refuses as above."""
    held = held_task(task, seat)
    _not_the_others(held, seat)
    if held.started_at is not None and not held.is_waiting:
        return
    if held.is_waiting:
        held.waiting_until = now
    held.started_at = held.started_at or now
    if held.owner_id == seat.party_id:
        held.promised_at = held.promised_at or now
    held.save()
    write_line(seat=seat, kind="task_started", now=now)


@transaction.atomic
def wait_for_other(*, task: Task, seat: Seat, now: datetime) -> None:
    """It waits for the other side; a day that passes meanwhile counts against nobody. History: that it waits; once.

    Refuses who does not do it herself, and as above.
    """
    held = held_task(task, seat)
    _not_the_others(held, seat)
    if held.is_waiting:
        return
    held.waiting_on = seat.collaboration.parties.exclude(pk=seat.party_id).get()
    held.waiting_since, held.waiting_until = now, None
    held.save()
    write_line(seat=seat, kind="task_waits", now=now)


@transaction.atomic
def go_on(*, task: Task, seat: Seat, now: datetime) -> None:
    """It waits no longer, as either side says. History: that it can go on; once. Refuses as above."""
    held = held_task(task, seat)
    if held.is_waiting:
        held.waiting_until = now
        held.save(update_fields=["waiting_until"])
        write_line(seat=seat, kind="task_goes_on", now=now)


@transaction.atomic
def finish_task(*, task: Task, seat: Seat, now: datetime) -> None:
    """It is done. History: that it is; once. Either side may say so. Refuses who only reads along, and as above."""
    held = held_task(task, seat)
    if held.done_at is None:
        if held.is_waiting:
            held.waiting_until = now
        held.done_at, held.done_by = now, seat
        held.save()
        write_line(seat=seat, kind="task_done", now=now)


@transaction.atomic
def reopen_task(*, task: Task, seat: Seat, now: datetime) -> None:
    """It is not done after all. History: that it is open again; once. Refuses as above."""
    held = held_task(task, seat)
    if held.done_at is not None:
        held.done_at, held.done_by = None, None
        held.save(update_fields=["done_at", "done_by"])
        write_line(seat=seat, kind="task_reopened", now=now)


@transaction.atomic
def drop_task(*, task: Task, seat: Seat, now: datetime) -> None:
    """It is off the plan. History: that it was taken off. Refuses as above."""
    held = held_task(task, seat)
    held.dropped_at, held.dropped_by = now, seat
    held.save(update_fields=["dropped_at", "dropped_by"])
    write_line(seat=seat, kind="task_dropped", now=now)


def speaks(seat: Seat) -> None:
    """Refuse who only reads along."""
    if seat.party.speaker_id != seat.pk:
        raise NotAllowedError


def held_task(task: Task, seat: Seat) -> Task:
    """The task, locked; refuses who only reads along, another table, and what is off the plan."""
    speaks(seat)
    held = Task.objects.select_for_update().get(pk=task.pk)
    if held.collaboration_id != seat.collaboration_id or held.dropped_at:
        raise NotAllowedError
    return held


def _is_the_others(task: Task, seat: Seat) -> bool:
    return task.owner_id not in (None, seat.party_id)


def _not_the_others(task: Task, seat: Seat) -> None:
    if task.done_at or _is_the_others(task, seat):
        raise NotAllowedError


def _made(seat: Seat, terms: TaskTerms, now: datetime) -> Task:
    is_mine = terms.owner is not None and terms.owner.pk == seat.party_id and terms.takes_on
    return Task.objects.create(
        collaboration=seat.collaboration,
        source=terms.source,
        content=terms.content(),
        owner=terms.owner,
        due_on=terms.due_on,
        due_kind=terms.due_kind if terms.due_on else "",
        added_by=seat,
        added_at=now,
        promised_at=now if is_mine or terms.is_promised else None,
        started_at=now if terms.is_started else None,
        done_at=now if terms.is_done else None,
        done_by=seat if terms.is_done else None,
    )
