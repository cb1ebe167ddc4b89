"""What is left of a collaboration of Noor alone that she erased; what was in it differs."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from samenstroom.collaborations.actions import start_collaboration
from samenstroom.exploring.actions.feelings import note_feeling
from samenstroom.farewell.actions.closing import close_ending
from samenstroom.farewell.actions.endings import announce_ending
from samenstroom.kit import clock, tokens
from samenstroom.learning.models import Outline
from samenstroom.privacy.actions.own_side import erase_own_side

if TYPE_CHECKING:
    from tests.worlds import Secrets, World


def outlines(world: World, keeps: Secrets) -> None:
    """One, and more of them in one world."""
    for number in range(1 + keeps.more):
        with tokens.seeded(9300 + 10 * number):
            _erased(world, keeps, number)
    found = Outline.objects.filter(person=world.noor).order_by("pk")[0]
    world.own["outline"] = found.public_id


def _erased(world: World, keeps: Secrets, number: int) -> None:
    now = world.visit(world.noor, world.first).now
    then = now - timedelta(days=90 + 100 * number)
    table = start_collaboration(
        by=world.noor, name="Oude Zaak", other_name="Roos Vink", kind="client_va", country="NL", stage="work",
        origin="", now=then,
    )  # fmt: skip
    note_feeling(
        person=world.noor, collaboration=table, step=1 if keeps.sets_aside else 5, sussed=keeps.sets_aside,
        words=keeps.remark, subject="", prediction="", percent=None, known_on=None, now=then,
    )  # fmt: skip
    looks = world.visit(world.noor, table)
    ending = announce_ending(
        seat=looks.seat, how="conflict" if keeps.sets_aside else "runs_out", last_on=clock.day_of(then), words="",
        now=then,
    )  # fmt: skip
    close_ending(ending=ending, seat=looks.seat, still_open=[], now=then + timedelta(days=1))
    erase_own_side(visit=looks, keeps_outline=True)
