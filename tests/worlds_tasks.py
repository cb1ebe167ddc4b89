"""Tasks at the first table, the same in every world."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from samenstroom.kit import clock, tokens
from samenstroom.planning.actions.task_days import tell_later
from samenstroom.planning.actions.tasks import TaskTerms, add_task

if TYPE_CHECKING:
    from tests.worlds import World


def tasks(world: World) -> None:
    """One task of each, and a new day that Marleen told."""
    noor, marleen = world.visit(world.noor, world.first), world.visit(world.marleen, world.first)
    before, due_on = noor.now - timedelta(days=2), clock.day_of(noor.now) + timedelta(days=5)
    with tokens.seeded(250):
        for visit, what in ((noor, "Een lijst sturen"), (marleen, "Een foto kiezen")):
            terms = TaskTerms(what, owner=visit.party, due_on=due_on, due_kind="target")
            made = add_task(seat=visit.seat, terms=terms, now=before)
        tell_later(
            task=made,
            seat=marleen.seat,
            new_due=due_on + timedelta(days=2),
            reason="Druk",
            now=noor.now - timedelta(days=1),
        )
    world.own["task"] = made.public_id
