"""Hours at the first table: agreed, written down by both, one confirmed; the same in every world, all of it is shared."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from samenstroom.contributions.actions.agreed import agree_agreed, propose_agreed
from samenstroom.contributions.actions.hours import Work, add_contribution, confirm_contributions
from samenstroom.kit import tokens

if TYPE_CHECKING:
    from tests.worlds import World


def hours(world: World) -> None:
    """Noor gives twenty hours a month; Marleen confirmed one of her lines, and wrote one herself."""
    noor, marleen = world.visit(world.noor, world.first), world.visit(world.marleen, world.first)
    then = noor.now - timedelta(days=3)
    terms = {"hours": "20", "period": "month", "unused": "carry_over"}
    with tokens.seeded(260):
        agreed = propose_agreed(
            seat=noor.seat, party=noor.party, starts_on=date(2026, 4, 1), terms=terms, other_takes_part=True, now=then
        )
        agree_agreed(agreed=agreed, seat=marleen.seat, now=then)
        propose_agreed(
            seat=marleen.seat, party=marleen.party, starts_on=date(2026, 5, 1), terms={"network": "Drie winkels."},
            other_takes_part=True, now=then,
        )  # fmt: skip
        first = add_contribution(seat=noor.seat, work=Work(date(2026, 5, 4), "hours", "2.5", "Nieuwsbrief"), now=then)
        waits = add_contribution(
            seat=noor.seat, work=Work(date(2026, 5, 5), "hours", "1", "Cijfers", "research"), now=then
        )
        theirs = add_contribution(
            seat=marleen.seat, work=Work(date(2026, 5, 6), "money", "250", "Advertenties"), now=then
        )
        confirm_contributions(seen={first.public_id: "first"}, seat=marleen.seat, now=noor.now - timedelta(days=1))
    world.own |= {"hours_mine": waits.public_id, "hours_theirs": theirs.public_id}
