"""Entries of the calendar of one person, and of searching: the address of Marleen's calendar is the key to it."""

from __future__ import annotations

from tests.house.entries import ACCOUNTS, EVERYBODY, LINK_HOLDER, Entry, none, own

AGENDA: tuple[Entry, ...] = (
    Entry("workspace:agenda", ACCOUNTS, none, {"do": "neutral"}),
    Entry("portal:agenda", LINK_HOLDER, none, {"do": "neutral"}),
    # Whoever has the address reads the file, because a calendar cannot sign in; what it shows is what Marleen may see.
    Entry("portal:calendar_feed", EVERYBODY, lambda world, mark: {"token": own("calendar")(world, mark)}),
    Entry("workspace:search", ACCOUNTS, none, {"q": "ee"}),
    Entry("portal:search", LINK_HOLDER, none, {"q": "ee"}),
)
