"""A farewell of Noor's own at her first table; what is in it differs from world to world."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samenstroom.farewell.actions import farewells
from samenstroom.kit import tokens

if TYPE_CHECKING:
    from tests.worlds import Secrets, World


def own_farewell(world: World, keeps: Secrets) -> None:
    """Thought over, planned, written and told, and nothing of it shared."""
    visit = world.visit(world.noor, world.first)
    with tokens.seeded(190):
        found = farewells.start_farewell(visit=visit, way="conflict" if keeps.sets_aside else "one_side")
    answers = {"what_words": keeps.remark, "tried": keeps.appreciation, "outcome_sure": "go_on"}
    farewells.write_step(farewell=found, room="reflection", answers=answers, step="stilstaan", page=4)
    planned = {"last_on": "2026-06-30", "channel": "call"}
    farewells.write_step(farewell=found, room="plan", answers=planned, step="vertellen", page=5)
    farewells.write_parts(farewell=found, parts={"decision": keeps.remark}, step="bericht", page=1)
    farewells.keep_text(farewell=found, version="mail", text=keeps.remark)
    farewells.write_step(farewell=found, room="talk", answers={"opening": keeps.remark}, step="gesprek", page=1)
    farewells.note_held(farewell=found, held_on=visit.now.date(), agreed=keeps.appreciation)
    farewells.note_moments(farewell=found, told_on="2026-05-01", told_by="call")
