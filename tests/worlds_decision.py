"""A decision of Noor's own at her first table, the same id in every world; what is in it differs."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from samenstroom.exploring.actions.decisions import draft_decision, make_decision, write_decision, write_telling
from samenstroom.kit import tokens

if TYPE_CHECKING:
    from tests.worlds import Secrets, World


def own_decision(world: World, keeps: Secrets) -> None:
    """A no (or a yes) with a worry and a draft of how she tells it."""
    visit = world.visit(world.noor, world.first)
    with tokens.seeded(111):
        decision = draft_decision(visit=visit)
    world.own["decision"] = decision.public_id
    write_decision(
        decision=decision, choice="go" if keeps.sets_aside else "no", why=keeps.remark, percent=keeps.guess,
        worries=[{"text": keeps.appreciation, "source": ""}], look_back_on=date(2026, 11, 1),
    )  # fmt: skip
    make_decision(visit=visit, decision=decision, snapshot={"lines": []})
    decision.refresh_from_db()
    write_telling(decision=decision, parts={"decision": keeps.remark})
