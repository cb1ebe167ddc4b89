"""Entries of coming in: each account holder sees her own ways in, never those of another."""

from __future__ import annotations

from tests.house.entries import ACCOUNTS, LINK_HOLDER, Entry, none

SIGN_IN: tuple[Entry, ...] = (
    Entry("workspace:prove", ACCOUNTS, none, {"secret": ""}),
    Entry("portal:prove", LINK_HOLDER, none, {"secret": ""}),
)
