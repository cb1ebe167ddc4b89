"""Two disagreements at the first table. What both gave is the same in every world; drafts, envelopes and limits differ.

A blind round without an overlap stays one in every world, whatever the limits were: nobody may see them in anything.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from samenstroom.adjusting.actions.blind import send_limit, start_blind
from samenstroom.adjusting.actions.conflicts import give_parts, give_together, keep_version, open_conflict
from samenstroom.adjusting.actions.ladders import move_ladder
from samenstroom.adjusting.actions.summaries import SentenceTerms, propose_sentences
from samenstroom.kit import tokens
from samenstroom.rules.ladder import Step, ladder_from

if TYPE_CHECKING:
    from tests.worlds import Secrets, World


def conflicts(world: World, noor_keeps: Secrets, marleen_keeps: Secrets) -> None:
    """One about the newsletter, with a ladder and limits; one whose two versions wait to open together."""
    noor, marleen = world.visit(world.noor, world.first), world.visit(world.marleen, world.first)
    at = noor.now - timedelta(days=3)
    with tokens.seeded(360):
        first = open_conflict(
            seat=noor.seat, subject="We zien de nieuwsbrief anders.", dimension="money", other_takes_part=True, now=at
        )
        give_parts(conflict=first, seat=marleen.seat, parts={"need": "Weten wat het kost."}, now=at)
        says = [SentenceTerms("De nieuwsbrief kwam elke week.")]
        propose_sentences(conflict=first, seat=noor.seat, sentences=says, other_takes_part=True, now=at)
        move_ladder(
            conflict=first, seat=noor.seat, ladder=ladder_from(None), step=Step.TALK, on=date(2026, 5, 1),
            other_takes_part=True, now=at,
        )  # fmt: skip
        start_blind(conflict=first, seat=noor.seat, receiver=noor.party, other_takes_part=True, now=at)
        spread = 1 if noor_keeps.sets_aside else 2
        hers = 250 if marleen_keeps.sets_aside else 500
        for _round in range(2):
            for seat, amount in ((noor.seat, 900 * spread), (marleen.seat, hers)):
                send_limit(conflict=first, seat=seat, amount=Decimal(amount), now=at)
        send_limit(conflict=first, seat=noor.seat, amount=Decimal(700 * spread), now=at)
        second = open_conflict(
            seat=marleen.seat, subject="We zien de uren anders.", dimension="balance", other_takes_part=True, now=at
        )
        give_together(conflict=second, seat=noor.seat, parts={"effect": noor_keeps.remark}, now=at)
    world.own |= {"conflict": first.public_id, "conflict_sealed": second.public_id}
    if noor_keeps.has_draft or noor_keeps.more:
        keep_version(conflict=first, visit=noor, parts={"effect": noor_keeps.remark})
