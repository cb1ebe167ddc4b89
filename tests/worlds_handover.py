"""A handover at the first table, a successor and two moments, the same in every world; what Noor prepares differs."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from samenstroom.farewell.actions.handover import add_items, draft_items
from samenstroom.farewell.actions.successors import propose_successor, release_items
from samenstroom.farewell.actions.work_in import SessionTerms, agree_session, propose_session
from samenstroom.kit import tokens
from samenstroom.rules.handover import ItemWords

if TYPE_CHECKING:
    from tests.worlds import Secrets, World


def handover(world: World, noor_keeps: Secrets) -> None:
    """Two things on the table, one released by both; and what Noor still keeps for herself."""
    noor, marleen = world.visit(world.noor, world.first), world.visit(world.marleen, world.first)
    before = noor.now - timedelta(days=3)
    with tokens.seeded(170):
        words = [ItemWords("task", "De planning"), ItemWords("access", "De mailbox", "In de kluis", "0")]
        items = add_items(seat=noor.seat, items=words, now=before)
        sam = propose_successor(seat=marleen.seat, name="Sam Visser", now=before)
        for visit in (noor, marleen):
            release_items(successor=sam, seat=visit.seat, items=items[:1], among=items, now=before)
        terms = SessionTerms("De mailbox", "Sam", noor.now + timedelta(days=4), 60, sam)
        session = propose_session(seat=noor.seat, terms=terms, other_takes_part=True, now=before)
        terms = SessionTerms("De planning", "", noor.now + timedelta(days=5), 60, None)
        agreed = propose_session(seat=noor.seat, terms=terms, other_takes_part=True, now=before)
        agree_session(session=agreed, seat=marleen.seat, now=before)
    world.own |= {"handover_item": items[0].public_id, "successor": sam.public_id, "work_in": session.public_id}
    world.own["work_in_agreed"] = agreed.public_id
    with tokens.seeded(171):
        more = [ItemWords("other", noor_keeps.appreciation)] if noor_keeps.sets_aside else []
        drafts = [ItemWords("access", noor_keeps.remark, noor_keeps.remark), *more]
        kept = draft_items(seat=noor.seat, person=world.noor, items=drafts, now=noor.now)
    world.own["handover_draft"] = kept[0].public_id
