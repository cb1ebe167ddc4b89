"""Priorities at the first table: two changes that were told, a ranking that opened, and one that is still sealed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samenstroom.adjusting.actions.priorities import Told, answer_change, tell_change
from samenstroom.adjusting.actions.rankings import propose_ranking, send_ranking
from samenstroom.kit import tokens

if TYPE_CHECKING:
    from tests.worlds import Secrets, World


def priorities(world: World, noor_keeps: Secrets, marleen_keeps: Secrets) -> None:
    """What both read is the same in every world; the orders in the envelopes differ."""
    noor, marleen = world.visit(world.noor, world.first), world.visit(world.marleen, world.first)
    told = Told("Ik wil meer beeld maken.", roles="De teksten gaan naar een collega.")
    with tokens.seeded(350):
        settled = tell_change(seat=marleen.seat, told=told, party=marleen.party, other_takes_part=True, now=marleen.now)
        answer_change(change=settled, seat=noor.seat, answer="yes", words="Goed.", now=noor.now)
        waits = tell_change(
            seat=noor.seat, told=Told("Ik werk minder."), party=noor.party, other_takes_part=True, now=noor.now
        )
        opened = propose_ranking(visit=noor)
        send_ranking(visit=noor, exchange=opened, order=["calm", "quality", "sales"], words="")
        send_ranking(visit=marleen, exchange=opened, order=["sales", "speed", "calm"], words="Druk.")
        lies = propose_ranking(visit=noor)
    order = ["sales", "costs", "speed"] if noor_keeps.sets_aside else ["calm", "team", "freedom", "growth"]
    send_ranking(visit=noor, exchange=lies, order=order, words=noor_keeps.remark)
    world.own |= {
        "change": waits.public_id, "change_settled": settled.public_id, "ranking": lies.public_id,
    }  # fmt: skip
