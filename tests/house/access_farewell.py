"""Entries of adjusting and saying goodbye: a repair attempt of one's own, and the steps of a farewell."""

from __future__ import annotations

from tests.house.access_outside import OUTSIDERS
from tests.house.entries import EVERYBODY, NOBODY, OWNER, SEATED_ACCOUNTS, Entry, at_first, none, own

FAREWELL: tuple[Entry, ...] = (
    Entry("workspace:own_attempt", SEATED_ACCOUNTS, at_first()),
    Entry("workspace:own_attempt_look", OWNER, at_first(attempt=own("own_attempt"))),
    # Her own farewell, private: whoever sits here with an account has one of her own, or is at its beginning.
    Entry("workspace:farewell", SEATED_ACCOUNTS, at_first(), {"way": "x"}),
    Entry("workspace:farewell_way", SEATED_ACCOUNTS, at_first(), {"way": "x"}),
    Entry("workspace:farewell_stage", SEATED_ACCOUNTS, at_first(), None, only_post=True),
    Entry("workspace:farewell_aside", SEATED_ACCOUNTS, at_first(), None, only_post=True),
    Entry("workspace:farewell_let_go", SEATED_ACCOUNTS, at_first()),
    Entry("workspace:farewell_told", SEATED_ACCOUNTS, at_first(), {"told_on": "x"}),
    Entry("workspace:farewell_announce", SEATED_ACCOUNTS, at_first(), {"last_on": "x"}),
    Entry("workspace:farewell_lesson", SEATED_ACCOUNTS, at_first(), {"outcome": "x"}),
    Entry("workspace:farewell_held", SEATED_ACCOUNTS, at_first(), {"held_on": "x"}),
    Entry("workspace:farewell_talk_share", SEATED_ACCOUNTS, at_first(), {"text": ""}),
    Entry("workspace:farewell_step", SEATED_ACCOUNTS, at_first(step="stilstaan")),
    Entry("workspace:farewell_question", SEATED_ACCOUNTS, at_first(step="stilstaan", number=2), {"tried": "x"}),
    Entry("workspace:farewell_letter", SEATED_ACCOUNTS, at_first(version="mail"), {"text": ""}),
    Entry("workspace:farewell_read", SEATED_ACCOUNTS, at_first(version="mail")),
    Entry("workspace:handover_own", SEATED_ACCOUNTS, at_first(), {"kind": "task", "lines": "De planning."}),
    Entry("workspace:handover_own_take", SEATED_ACCOUNTS, at_first()),
    Entry("workspace:handover_own_table", SEATED_ACCOUNTS, at_first()),
    Entry("workspace:handover_draft", OWNER, at_first(item=own("handover_draft"))),
    # A successor comes in with a working link and then with a browser of her own (tests/doors/test_successor.py).
    Entry("portal:successor_link", NOBODY, lambda world, mark: {"token": "onbekend"}),
    Entry("portal:successor_dossier", NOBODY, lambda world, mark: {"successor": world.own["successor"]}),
    Entry("portal:successor_file", NOBODY, lambda world, mark: {"successor": world.own["successor"], "session": "x"}),
    Entry("portal:successor_forget", EVERYBODY, none, {}, only_post=True),
    *OUTSIDERS,
)
