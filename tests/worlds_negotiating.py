"""At the first table both talk about version 9, the same in every world: nothing about a proposal is anybody's alone."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from samenstroom.agreements.actions.negotiating import comment, propose, say_yes
from samenstroom.agreements.models import AgreementVersion
from samenstroom.kit import tokens
from samenstroom.rules.agreement.proposing import Proposed, parts_of

if TYPE_CHECKING:
    from tests.worlds import World


def negotiating(world: World) -> None:
    """Marleen agrees with one part, says something about another and wants a third otherwise."""
    marleen = world.visit(world.marleen, world.first)
    version, at = AgreementVersion.objects.get(collaboration=world.first, number=9), marleen.now - timedelta(days=1)
    before = parts_of(version.content)["eigen-1"]
    with tokens.seeded(320):
        say_yes(version=version, seat=marleen.seat, parts=["omgang"], now=at)
        comment(version=version, seat=marleen.seat, part="invoicing", words="Twee weken is kort.", now=at)
        wanted = Proposed("eigen-1", before, {**before, "text": "De hond mag mee, op vrijdag."})
        propose(version=version, seat=marleen.seat, proposed=wanted, why="Vrijdag.", other_takes_part=True, now=at)
