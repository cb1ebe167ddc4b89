"""A look together at the first table, the same in every world; what Noor wants to change in the agreement differs."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from samenstroom.agreements import editing
from samenstroom.agreements.actions.addendum_drafts import keep_addendum_draft
from samenstroom.agreements.actions.reviews import say_review
from samenstroom.agreements.queries.versions import base_of, whole_content
from samenstroom.kit import clock, tokens
from samenstroom.rules.agreement.amending import change_between

if TYPE_CHECKING:
    from tests.worlds import Secrets, World


def addenda(world: World, keeps: Secrets) -> None:
    """What came of a look is for both; what Noor wants to change is hers alone, and in one world she writes nothing."""
    noor = world.visit(world.noor, world.first)
    with tokens.seeded(330):
        review = say_review(
            seat=noor.seat, outcome="good", words="Loopt fijn.", looked_on=clock.day_of(noor.now - timedelta(days=4)),
            other_takes_part=True, now=noor.now - timedelta(days=3),
        )  # fmt: skip
    world.own["review"] = review.public_id
    base = base_of(noor)
    if base is not None and (keeps.has_draft or keeps.sets_aside):
        whole = whole_content(noor, base)
        new = editing.with_terms(whole, "invoicing", {"payment_term_days": 3}, addition=keeps.remark)
        keep_addendum_draft(visit=noor, change=change_between(whole, new))
