"""Entries of the balance: the pages of both, and her own look behind her own door."""

from __future__ import annotations

from collections.abc import Mapping

from tests.house.entries import SEATED_ACCOUNTS, Entry, Parts, at_first, own

BALANCE_TABLE: dict[str, tuple[Parts, Mapping[str, str] | None, bool]] = {
    "balance": (at_first(), {}, False),
    "balance_stop": (at_first(exchange=own("balance")), {}, True),
    "balance_step": (at_first(exchange=own("balance"), number=1), {"named": "Alle foto's."}, False),
}

OWN_BALANCE: tuple[Entry, ...] = (
    Entry("workspace:own_balance", SEATED_ACCOUNTS, at_first(), {"named": "Alle foto's."}),
)
