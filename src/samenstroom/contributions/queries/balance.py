"""The balance as one visit may see it: hers, and the other's once both have sent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from samenstroom.accounts.models import Person
from samenstroom.collaborations.visibility import private_rows
from samenstroom.collaborations.visits import Visit
from samenstroom.contributions.models import OwnBalance
from samenstroom.exchanges.queries import ExchangeView, exchange_by_id, exchanges_by_table, exchanges_of

BALANCE = "balance"
"""The purpose of its exchanges."""


def balances_of(visit: Visit) -> list[ExchangeView]:
    """Every look at the balance of this table, newest first; three queries."""
    return exchanges_of(visit, BALANCE)


def balance_by_id(visit: Visit, public_id: str) -> ExchangeView | None:
    """One look at the balance of this table."""
    found = exchange_by_id(visit, public_id)
    return found if found and found.exchange.purpose == BALANCE else None


def balances_by_table(person: Person, visits: Sequence[Visit]) -> dict[int, list[ExchangeView]]:
    """Collaboration id -> its looks at the balance, newest first; three queries for any number of tables."""
    return exchanges_by_table(person, visits, BALANCE)


def balance_key(view: ExchangeView) -> str:
    """Under which key she remembers that she saw how it opened."""
    return f"balance:{view.exchange.public_id}"


def own_balance_of(visit: Visit) -> Mapping[str, Any]:
    """Her own look, for herself; empty when there is none."""
    rows = private_rows(OwnBalance.objects.filter(collaboration=visit.collaboration), seen_by=visit.person)
    found = rows.first()
    return found.answers if found else {}
