"""Texts of agreements made elsewhere that Noor read and kept: hers alone, and different in every world."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samenstroom.agreements.actions.readings import keep_text
from samenstroom.kit import tokens

if TYPE_CHECKING:
    from tests.worlds import Secrets, World


def texts_read(world: World, noor_keeps: Secrets) -> None:
    """One text at the first table, and more where she keeps more."""
    noor = world.visit(world.noor, world.first)
    with tokens.seeded(340):
        kept = keep_text(visit=noor, text=f"Betalen binnen 14 dagen. {noor_keeps.remark}")
    world.own["text_read"] = kept.public_id
    for number in range(min(noor_keeps.more, 3)):
        keep_text(visit=noor, text=f"Opzeggen met een maand. {noor_keeps.remark} {number}")
