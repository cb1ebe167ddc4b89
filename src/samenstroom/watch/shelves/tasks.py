"""The action plan on the page of a collaboration, what it asks, and promises as facts for the rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.utils.translation import gettext as _

from samenstroom.accounts.models import Person
from samenstroom.adjusting.queries.pauses import pauses_by_table
from samenstroom.collaborations.visits import Visit
from samenstroom.kit import clock
from samenstroom.planning.models import Task
from samenstroom.planning.queries.promises import PromisedDay, promised_days
from samenstroom.planning.queries.tasks import TaskView, tasks_by_table
from samenstroom.planning.wording.tasks import count_words
from samenstroom.rules.entries import Entry
from samenstroom.rules.findings import Side
from samenstroom.rules.life_cycle import LIVE, Stage
from samenstroom.rules.pauses import Span
from samenstroom.rules.promises import Outcome

from .shelf import Ask, Shelf, ShelfRow

FACTS = {
    Outcome.KEPT: "promise_kept",
    Outcome.TOLD: "delay_announced",
    Outcome.WITHOUT_WORD: "deadline_missed",
}


@dataclass(frozen=True)
class TaskLies:
    """Every task of a table, and the days on which both stood still."""

    views: Sequence[TaskView]
    pauses: Sequence[Span]

    @property
    def on_plan(self) -> Sequence[TaskView]:
        return [view for view in self.views if view.task.dropped_at is None]


def gather(person: Person, visits: Sequence[Visit]) -> Mapping[int, TaskLies]:
    """Three queries for any number of tables."""
    views, pauses = tasks_by_table(person, visits), pauses_by_table(person, visits)
    return {
        key: TaskLies(found, [one.pause.span for one in pauses[key] if one.pause.counts])
        for key, found in views.items()
    }


def rows(visit: Visit, lies: TaskLies) -> Iterator[ShelfRow]:
    """One row: how many are open, and whether the other waits; or the offer once the work begins."""
    if lies.on_plan:
        count = count_words(lies.on_plan)
        is_asked = visit.speaks and any(view.new_day or view.waits_for_me for view in lies.on_plan)
        state, tone = (_("Nu jij"), "now") if is_asked else ("", "plain")
        yield ShelfRow(_("Actieplan"), count, "tasks", state=state, tone=tone, both=count)
    elif Stage(visit.collaboration.stage) in LIVE:
        yield ShelfRow(_("Actieplan"), _("Wie doet wat, en wanneer?"), "tasks", is_offer=True)


def asks(visit: Visit, lies: TaskLies) -> Iterator[Ask]:
    """A new day of the other, what she waits for, a fixed day that is near, and what the other put on her list."""
    if not visit.speaks:
        return
    name, today = {"name": visit.other_name}, clock.day_of(visit.now)
    near = (today, today + timedelta(days=1))
    for view in lies.on_plan:
        task, parts = view.task, {"task": view.task.public_id}
        if view.new_day:
            title = _("%(name)s stelt een andere dag voor") % name
            yield Ask(76, "calendar", title, task.what, _("Bekijk de nieuwe dag"), "task", parts)
        elif view.waits_for_me:
            title = _("%(name)s kan verder zodra jij dit doet") % name
            yield Ask(66, "clock", title, task.what, _("Bekijk de taak"), "task", parts)
        elif _is_firm(view) and task.due_on in near and not task.is_waiting:
            title = _("Vandaag is de vaste dag") if task.due_on == today else _("Morgen is de vaste dag")
            yield Ask(64, "clock", title, task.what, _("Bekijk de taak"), "task", parts)
        elif view.asks_me:
            title = _("%(name)s zette iets op jouw lijst") % name
            yield Ask(58, "talk", title, task.what, _("Bekijk de taak"), "task", parts)


def _is_firm(view: TaskView) -> bool:
    return view.is_mine and view.task.is_open and view.task.due_kind == Task.DueKind.HARD


def entries(visit: Visit, lies: TaskLies) -> Iterator[Entry]:
    """What was promised for which day, and what became of each day. By the same measure for both sides."""
    for view in lies.on_plan:
        task = view.task
        if task.owner_id is not None and task.promised_at is not None and task.due_on is not None:
            due_on = view.words[0].old_due if view.words else task.due_on
            side, key = _side(view), f"task-{task.public_id}"
            day = clock.day_of(task.promised_at)
            yield Entry("promise_made", day, by=side, about=side, data={"due_on": due_on}, key=key)
    for one in promised_days(lies.views, clock.day_of(visit.now), lies.pauses):
        yield _entry(one)


def _entry(one: PromisedDay) -> Entry:
    settled, side = one.settled, _side(one.view)
    data = {"due_on": one.new_due} if settled.outcome == Outcome.TOLD and one.new_due else {}
    key = f"task-{one.view.task.public_id}-{settled.due_on.isoformat()}"
    return Entry(FACTS[settled.outcome], settled.on, about=side, data=data, key=key)


def _side(view: TaskView) -> Side:
    return Side.SELF if view.is_mine else Side.OTHER


SHELF = Shelf("tasks", gather, rows=rows, asks=asks, entries=entries)
