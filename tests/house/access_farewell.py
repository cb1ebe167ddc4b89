"""Entries of adjusting and saying goodbye: a repair attempt of one's own, and the steps of a farewell."""

from __future__ import annotations

from tests.house.entries import EVERYBODY, NOBODY, OWNER, SEATED_ACCOUNTS, Entry, at_first, none, own

FAREWELL: tuple[Entry, ...] = (
    Entry("workspace:own_attempt", SEATED_ACCOUNTS, at_first()),
    Entry("workspace:own_attempt_look", OWNER, at_first(attempt=own("own_attempt"))),
    Entry("workspace:handover_own", SEATED_ACCOUNTS, at_first(), {"kind": "task", "lines": "De planning."}),
    Entry("workspace:handover_own_take", SEATED_ACCOUNTS, at_first()),
    Entry("workspace:handover_own_table", SEATED_ACCOUNTS, at_first()),
    Entry("workspace:handover_draft", OWNER, at_first(item=own("handover_draft"))),
    # A successor comes in with a working link and then with a browser of her own (tests/doors/test_successor.py).
    Entry("portal:successor_link", NOBODY, lambda world, mark: {"token": "onbekend"}),
    Entry("portal:successor_dossier", NOBODY, lambda world, mark: {"successor": world.own["successor"]}),
    Entry("portal:successor_file", NOBODY, lambda world, mark: {"successor": world.own["successor"], "session": "x"}),
    Entry("portal:successor_forget", EVERYBODY, none, {}, only_post=True),
)
