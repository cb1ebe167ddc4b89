"""A version of the agreement at the first table, the same in every world; what Noor drafts and keeps for herself differs."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from samenstroom.agreements.actions.drafts import begin_draft, keep_own_facts, put_aside
from samenstroom.agreements.actions.versions import put_version
from samenstroom.agreements.beginning import fresh_content
from samenstroom.kit import clock, tokens

if TYPE_CHECKING:
    from samenstroom.collaborations.visits import Visit
    from tests.worlds import Secrets, World


def agreement(world: World, keeps: Secrets) -> None:
    """Marleen's side reads version 1, put there by Noor; a draft, facts of her own and a remark put aside are hers."""
    noor = world.visit(world.noor, world.first)
    with tokens.seeded(210):
        put_version(seat=noor.seat, content=_shared(noor), provider=noor.party, now=noor.now - timedelta(days=3))
    _own(world.visit(world.noor, world.first), keeps)
    if keeps.more:
        _own(world.visit(world.noor, world.second), keeps)


def _shared(visit: Visit) -> dict[str, Any]:
    return {**fresh_content(visit, clock.day_of(visit.now)), "charter": ["We zeggen het als het schuurt."]}


def _own(visit: Visit, keeps: Secrets) -> None:
    content = fresh_content(visit, clock.day_of(visit.now))
    own_clauses = [{"title": "Van mij", "text": keeps.remark}]
    begin_draft(
        visit=visit, content={**content, "own_clauses": own_clauses}, provider="other" if keeps.sets_aside else "me"
    )
    keep_own_facts(visit=visit, facts={"share_of_income_percent": 90 if keeps.sets_aside else 10})
    if keeps.has_draft:
        put_aside(visit=visit, rule="ANY-PAR-01", reason=keeps.remark, values={})
