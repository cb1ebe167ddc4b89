"""The calendar of Marleen, the same in every world."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from samenstroom.agenda.actions.feeds import mint_feed
from samenstroom.kit import tokens

if TYPE_CHECKING:
    from tests.worlds import World


def agenda(world: World) -> None:
    """She turned it on."""
    now = world.visit(world.noor, world.first).now - timedelta(days=1)
    with tokens.seeded(500):
        world.own["calendar"] = mint_feed(person=world.marleen, now=now)
