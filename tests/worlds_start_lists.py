"""The lists of a start at the first table, the same in every world."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from samenstroom.kit import tokens
from samenstroom.planning.actions.start_lists import EntryTerms, add_entries

if TYPE_CHECKING:
    from tests.worlds import World


def start_lists(world: World) -> None:
    """One entry on each list."""
    visit = world.visit(world.noor, world.first)
    with tokens.seeded(270):
        for kind in ("access", "ready", "risk"):
            terms = EntryTerms({"what": f"Iets ({kind})", "holder": "both", "where": "De kluis"}, visit.party)
            made = add_entries(seat=visit.seat, kind=kind, entries=[terms], now=visit.now - timedelta(days=1))
            world.own[f"start_{kind}"] = made[0].public_id
