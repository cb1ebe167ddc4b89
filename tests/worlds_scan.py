"""Scans of Noor's own at her first table, the same ids in every world; what is in them differs."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from samenstroom.exploring.actions.scans import answer_question, finish_scan, start_scan
from samenstroom.kit import tokens

if TYPE_CHECKING:
    from tests.worlds import Secrets, World


def own_scans(world: World, keeps: Secrets) -> None:
    """Two finished scans and one she is filling in."""
    visit = world.visit(world.noor, world.first)
    for number, name in enumerate(("earlier_scan", "scan", "draft_scan")):
        with tokens.seeded(180 + number):
            scan = start_scan(visit=visit)
        world.own[name] = scan.public_id
        waves = "yes" if keeps.sets_aside else "no"
        for question, given in (("haggles", waves), ("fear_no_work", "bit"), ("learning", "grow")):
            answer_question(scan=scan, question=question, given=given, note=keeps.remark, turn=0)
        if name != "draft_scan":
            finish_scan(scan=scan, now=visit.now - timedelta(days=9 - number))
