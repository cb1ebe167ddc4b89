"""Entries of exploring: flags, acquaintance, references, trial, decision."""

from __future__ import annotations

from tests.house.entries import SEATED_ACCOUNTS, Entry, at_first

EXPLORE: tuple[Entry, ...] = (
    Entry("workspace:own_acquaintance", SEATED_ACCOUNTS, at_first()),
    Entry("workspace:own_acquaintance_step", SEATED_ACCOUNTS, at_first(number=2), {"success_mine": "Rust."}),
)
