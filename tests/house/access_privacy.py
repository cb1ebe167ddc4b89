"""Entries about what is kept of somebody: the same behind both doors, and what an operator tells everybody."""

from __future__ import annotations

from tests.house.entries import ACCOUNTS, EVERYBODY, LINK_HOLDER, SEATED_ACCOUNTS, Entry, at_first, none

_WRONG = {"name": "", "password": ""}

PRIVACY: tuple[Entry, ...] = (
    Entry("privacy_statement", EVERYBODY),
    Entry("privacy_processor", EVERYBODY),
    Entry("privacy_records", EVERYBODY),
    Entry("privacy_ask", EVERYBODY, none, {"name": "", "contact": "geen"}),
    *(
        entry
        for door, who, seated in (("workspace", ACCOUNTS, SEATED_ACCOUNTS), ("portal", LINK_HOLDER, LINK_HOLDER))
        for entry in (
            Entry(f"{door}:privacy", who),
            # The archive itself is streamed; what is in it is held in tests/features/privacy/test_takeout.py.
            Entry(f"{door}:privacy_take_all", who),
            Entry(f"{door}:privacy_correct", who),
            Entry(f"{door}:privacy_correct_table", seated, at_first(), {"do": "remark", "about": ""}),
            Entry(f"{door}:privacy_erase", who, none, _WRONG),
            Entry(f"{door}:privacy_back", who, none, {}),
        )
    ),
)
