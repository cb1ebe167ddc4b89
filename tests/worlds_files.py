"""A file on the first table, the same in every world; what each keeps for herself differs, and how much of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samenstroom.files.actions.keep import add_file
from samenstroom.kit import tokens
from samenstroom.rules.visibility import Circle

if TYPE_CHECKING:
    from tests.worlds import Secrets, World


def files(world: World, noor_keeps: Secrets) -> None:
    """A report that both can open, and private files of Noor."""
    visit = world.visit(world.noor, world.first)
    shared, private = {"circle": Circle.SHARED}, {"circle": Circle.PRIVATE}
    with tokens.seeded(300):
        kept = add_file(
            seat=visit.seat,
            name="verslag.txt",
            media_type="text/plain",
            content=b"Het verslag.",
            now=visit.now,
            **shared,
        )
    world.own["file"] = kept.public_id
    with tokens.seeded(301):
        own = add_file(
            seat=visit.seat, name=f"{noor_keeps.remark[:20]}.txt", media_type="text/plain",
            content=noor_keeps.remark.encode(), now=visit.now, **private,
        )  # fmt: skip
    world.own["own_file"] = own.public_id
    for number in range(noor_keeps.more):
        content = f"{number} {noor_keeps.remark}".encode()
        add_file(
            seat=visit.seat, name=f"{number}.txt", media_type="text/plain", content=content, now=visit.now, **private
        )
