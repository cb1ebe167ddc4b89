"""The balance at the first table: one that opened, one that Noor sent and Marleen began, and a look of Noor's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samenstroom.contributions.actions.balance import keep_own_balance, name_work, propose_balance, send_share
from samenstroom.kit import tokens

if TYPE_CHECKING:
    from tests.worlds import Secrets, World


def balance(world: World, noor_keeps: Secrets, marleen_keeps: Secrets) -> None:
    """What both opened is the same in every world; what is sealed or private differs."""
    noor, marleen = world.visit(world.noor, world.first), world.visit(world.marleen, world.first)
    with tokens.seeded(265):
        opened = propose_balance(visit=noor)
        for visit, named, share in ((noor, "Alle foto's.", 60), (marleen, "De nieuwsbrief.", 50)):
            name_work(visit=visit, exchange=opened, named=named)
            send_share(visit=visit, exchange=opened, share=share)
        waits = propose_balance(visit=marleen)
    name_work(visit=noor, exchange=waits, named=noor_keeps.remark)
    send_share(visit=noor, exchange=waits, share=40 if noor_keeps.sets_aside else 70)
    name_work(visit=marleen, exchange=waits, named=marleen_keeps.remark)
    keep_own_balance(
        visit=noor, answers={"named": noor_keeps.appreciation, "share": 80 if noor_keeps.sets_aside else 30}
    )
    world.own |= {"balance_opened": opened.public_id, "balance": waits.public_id}
