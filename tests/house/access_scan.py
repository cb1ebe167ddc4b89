"""Entries of the red-flag scan."""

from __future__ import annotations

from tests.house.entries import OWNER, SEATED_ACCOUNTS, Entry, at_first, own

SCAN: tuple[Entry, ...] = (
    Entry("workspace:scan", SEATED_ACCOUNTS, at_first(), {}),
    # Who has no scan of her own is led to its first page; each answers and finishes only hers. What takes only a POST
    # says so to everybody at the table, and is not there for who does not own it (tests/doors/test_workspace_scan.py).
    Entry(
        "workspace:scan_step",
        SEATED_ACCOUNTS,
        at_first(number=4),
        {"given": "yes", "note": "Dit valt me op.", "turn": "0"},
    ),
    Entry("workspace:scan_check", SEATED_ACCOUNTS, at_first(), {}),
    Entry("workspace:scan_result", OWNER, at_first(scan=own("scan"))),
    Entry("workspace:scan_compare", OWNER, at_first(scan=own("scan"), earlier=own("earlier_scan"))),
    Entry("workspace:scan_talk", SEATED_ACCOUNTS, at_first(scan=own("scan"), flag="haggles"), {}, only_post=True),
    Entry("workspace:scan_discard", SEATED_ACCOUNTS, at_first(scan=own("earlier_scan")), {}, only_post=True),
)
