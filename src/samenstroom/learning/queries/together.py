"""Looking back together as one visit may see it: hers, and the other's once both have sent."""

from __future__ import annotations

from samenstroom.collaborations.visits import Visit
from samenstroom.exchanges.queries import ExchangeView, exchange_by_id, exchanges_of
from samenstroom.rules.retrospect import TOGETHER


def togethers_of(visit: Visit) -> list[ExchangeView]:
    """Every time they look back together, newest first; three queries."""
    return exchanges_of(visit, TOGETHER)


def together_by_id(visit: Visit, public_id: str) -> ExchangeView | None:
    """One time that they look back together at this table."""
    found = exchange_by_id(visit, public_id)
    return found if found and found.exchange.purpose == TOGETHER else None
