"""For when it ever stops at the first table: a proposal of Noor that waits, and a plan of her own that differs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samenstroom.kit import tokens
from samenstroom.planning.actions.exit_plans import keep_own_exit_plan
from samenstroom.planning.actions.pages import propose_page
from samenstroom.planning.models import ExitPlan

if TYPE_CHECKING:
    from tests.worlds import Secrets, World


def exit_plan(world: World, noor_keeps: Secrets) -> None:
    """What lies on the table is the same in every world; whether and what she wrote for herself differs."""
    visit = world.visit(world.noor, world.first)
    content = {"owners": "Het domein is van Marleen.", "days": "Binnen twee weken."}
    with tokens.seeded(390):
        made = propose_page(ExitPlan, seat=visit.seat, content=content, other_takes_part=True, now=visit.now)
    if noor_keeps.sets_aside:
        keep_own_exit_plan(visit=visit, answers={"signs": noor_keeps.remark, "call": noor_keeps.appreciation})
    world.own["exit_plan"] = made.public_id
