"""Entries of adjusting and saying goodbye: a repair attempt of one's own, and the steps of a farewell."""

from __future__ import annotations

from tests.house.entries import OWNER, SEATED_ACCOUNTS, Entry, at_first, own

FAREWELL: tuple[Entry, ...] = (
    Entry("workspace:own_attempt", SEATED_ACCOUNTS, at_first()),
    Entry("workspace:own_attempt_look", OWNER, at_first(attempt=own("own_attempt"))),
)
