"""Entries of her own guide for an acquaintance; the pages of both are with the table."""

from __future__ import annotations

from tests.house.entries import SEATED_ACCOUNTS, Entry, at_first

ACQUAINTANCE: tuple[Entry, ...] = (
    Entry("workspace:own_acquaintance", SEATED_ACCOUNTS, at_first()),
    Entry("workspace:own_acquaintance_step", SEATED_ACCOUNTS, at_first(number=2), {"success_mine": "Rust."}),
)
