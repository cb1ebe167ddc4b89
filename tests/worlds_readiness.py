"""Noor's readiness test, open for everybody, and one that somebody sent her: the same ids, other words in each world."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samenstroom.exploring.actions.readiness import keep_readiness
from samenstroom.exploring.wording.readiness import questions, said
from samenstroom.kit import tokens
from samenstroom.profiles.actions.readiness import open_readiness_page, save_readiness_page

if TYPE_CHECKING:
    from tests.worlds import Secrets, World


def own_readiness(world: World, keeps: Secrets) -> None:
    """Her page is open with one text while she writes another; what was sent to her differs."""
    start = world.first.created_at
    kept = {"person": world.noor, "slug": "noor-van-dalen", "may_be_found": False}
    open_readiness_page(page=save_readiness_page(introduction="Dag.", **kept), text="Dag.", now=start)
    save_readiness_page(introduction=keeps.remark, **kept)
    chosen = {one["id"]: one["options"][len(keeps.remark) % 4]["id"] for one in questions()}
    with tokens.seeded(170):
        answer = keep_readiness(
            person=world.noor, answers=said(chosen), name=keeps.remark or "Iemand", contact=keeps.appreciation,
            words=keeps.remark, version="1", once="1" * 64, now=start,
        )  # fmt: skip
    world.own["readiness"] = answer.public_id
