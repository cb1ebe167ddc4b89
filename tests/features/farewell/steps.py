"""What people do with a handover, in tests: through the real actions."""

from __future__ import annotations

from collections.abc import Sequence

from samenstroom.farewell.actions.handover import add_items, draft_items, say_done, say_seen
from samenstroom.farewell.actions.successors import (
    claim_successor,
    mint_successor_link,
    propose_successor,
    release_items,
)
from samenstroom.farewell.models import HandoverItem, Successor
from samenstroom.rules.handover import ItemWords
from tests.people import Together, day

PLANNING = ItemWords("task", "De planning", "In de gedeelde map", "1")
MAILBOX = ItemWords("access", "De mailbox", "In de kluis van Marleen", "2")


def laid(table: Together, *words: ItemWords, n: int = 1) -> list[HandoverItem]:
    """Noor puts these on the table."""
    return add_items(seat=table.noors_seat, items=words or (PLANNING, MAILBOX), now=day(n))


def kept(table: Together, *words: ItemWords, n: int = 1) -> list[HandoverItem]:
    """Noor keeps these for herself."""
    return draft_items(seat=table.noors_seat, person=table.noor, items=words or (PLANNING,), now=day(n))


def all_ticked(table: Together, items: Sequence[HandoverItem], n: int = 2) -> None:
    """Who does each says done, the other says seen."""
    for item in items:
        first, second = table.noors_seat, table.marleens_seat
        if item.who == str(second.party.position):
            first, second = second, first
        say_done(item=item, seat=first, other_takes_part=True, now=day(n))
        say_seen(item=item, seat=second, now=day(n))


def successor_at(table: Together, n: int = 1) -> Successor:
    """Marleen names Sam."""
    return propose_successor(seat=table.marleens_seat, name="Sam Visser", now=day(n))


def released(table: Together, sam: Successor, items: Sequence[HandoverItem], n: int = 2, *, by: str = "both") -> None:
    """One side or both let Sam read these."""
    fresh = [HandoverItem.objects.get(pk=one.pk) for one in items]
    for name, seat in (("noor", table.noors_seat), ("marleen", table.marleens_seat)):
        if by in (name, "both"):
            release_items(successor=sam, seat=seat, items=fresh, among=fresh, now=day(n))


def let_in(table: Together, sam: Successor, n: int = 2) -> str:
    """Noor makes the link, and Sam opens it in her browser; returns the key of that browser."""
    mint_successor_link(successor=sam, seat=table.noors_seat, other_takes_part=True, now=day(n))
    return claim_successor(successor=sam, key="", now=day(n))
