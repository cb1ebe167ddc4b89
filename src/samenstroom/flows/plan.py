"""The action plan with the other: a new day is told, and what both agreed comes on the plan by itself."""

from __future__ import annotations

from datetime import date

from samenstroom.agreements.models import ExtraWork
from samenstroom.checkins.actions import agree_repair
from samenstroom.checkins.models import Repair
from samenstroom.collaborations.visits import Visit
from samenstroom.planning.actions.task_days import tell_later
from samenstroom.planning.actions.tasks import TaskTerms, add_tasks
from samenstroom.planning.models import Task, TaskWord
from samenstroom.rules.promises import Firmness
from samenstroom.rules.task_rows import MAX_WHAT

from .letters import letter_to

CAME = "task_came"


def tell_new_day(*, visit: Visit, task: Task, new_due: date, reason: str) -> TaskWord | None:
    """Her new day holds; the other is told that there is one, once for each. Alone nobody is told."""
    word = tell_later(task=task, seat=visit.seat, new_due=new_due, reason=reason, now=visit.now)
    if word is not None and visit.takes_part:
        letter_to(visit.other_party).queue("task_new_date", f"task:{task.public_id}:{word.pk}", visit.now)
    return word


def agree_on_repair(*, visit: Visit, repair: Repair) -> None:
    """Agree with a repair of the other; it comes on the plan, once, without a day: they look back together anyway."""
    agree_repair(repair=repair, seat=visit.seat, now=visit.now)
    repair.refresh_from_db()
    if repair.agreed_at is not None:
        what, note = _shortened(repair.text)
        terms = TaskTerms(what, note, owner=repair.owner, source=f"repair:{repair.public_id}", is_promised=True)
        add_tasks(seat=visit.seat, entries=[terms], now=visit.now, line=CAME)


def plan_extra_work(*, visit: Visit, work: ExtraWork) -> None:
    """Extra work that was agreed comes on the plan, once, for the side that does it, with its day if there is one."""
    if work.agreed_at is None:
        return
    does_it = visit.other_party if work.asked_by_id == visit.party.pk else visit.party
    due_on = work.due_on
    what, note = _shortened(work.what)
    terms = TaskTerms(
        what,
        note,
        owner=does_it if work.asked_by_id else None,
        due_on=due_on,
        due_kind=Firmness.TARGET.value if due_on else "",
        source=f"extra:{work.public_id}",
        is_promised=True,
    )
    add_tasks(seat=visit.seat, entries=[terms], now=visit.now, line=CAME)


def _shortened(text: str) -> tuple[str, str]:
    """The words as a task has them: one line, and all of them beside it when they do not fit."""
    whole = " ".join(str(text).split())
    if len(whole) <= MAX_WHAT:
        return whole, ""
    return f"{whole[: MAX_WHAT - 1]}…", str(text)
