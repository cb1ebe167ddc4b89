"""What tests of the action plan do over and over."""

from __future__ import annotations

from datetime import date
from typing import Any

from samenstroom.flows.plan import tell_new_day
from samenstroom.planning.actions.tasks import TaskTerms, add_task
from samenstroom.planning.models import Task
from tests.people import Together, day

FRIDAY, MONDAY = date(2026, 1, 9), date(2026, 1, 12)


def added(table: Together, *, owner: str = "noor", due_on: date | None = FRIDAY, n: int = 0, **more: Any) -> Task:
    sides = {"noor": table.noors_seat.party, "marleen": table.marleens_seat.party}
    terms = TaskTerms(
        "Prijslijst sturen", owner=sides.get(owner), due_on=due_on, due_kind="target" if due_on else "", **more
    )
    return add_task(seat=table.noors_seat, terms=terms, now=day(n))


def kinds(table: Together) -> list[str]:
    told = table.collaboration.lines.order_by("pk").values_list("kind", flat=True)
    return [kind for kind in told if kind.startswith("task_")]


def needs_another_day(table: Together, words: str) -> None:
    """Noor will not make a day, in these words; Marleen is told that there is another."""
    terms = TaskTerms(words, owner=table.noors_seat.party, due_on=day(16).date(), due_kind="target")
    task = add_task(seat=table.noors_seat, terms=terms, now=day(13))
    tell_new_day(visit=table.seen_by_noor(day(14)), task=task, new_due=day(20).date(), reason=words)
