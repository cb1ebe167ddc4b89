"""Entries of asking around about the other, and of her own room."""

from __future__ import annotations

from tests.house.entries import ACCOUNTS, EVERYBODY, NOBODY, OWNER, SEATED_ACCOUNTS, Entry, at_first, none, own

_REFERENCE = at_first(reference=own("reference"))

ASKING: tuple[Entry, ...] = (
    Entry("workspace:room", ACCOUNTS),
    Entry("workspace:room_asked", SEATED_ACCOUNTS, at_first()),
    Entry("workspace:references", SEATED_ACCOUNTS, at_first()),
    Entry("workspace:reference", OWNER, _REFERENCE),
    Entry("workspace:reference_link", SEATED_ACCOUNTS, _REFERENCE, None, only_post=True),
    Entry("workspace:reference_withdraw", SEATED_ACCOUNTS, _REFERENCE, {}, only_post=True),
    Entry("workspace:reference_discard", SEATED_ACCOUNTS, _REFERENCE, None, only_post=True),
    Entry("workspace:reference_note", OWNER, _REFERENCE),
    # A referee comes in with a working link and then with a browser of her own (tests/doors/test_references.py).
    Entry("portal:reference_link", NOBODY, lambda world, mark: {"token": "onbekend"}),
    Entry("portal:reference", NOBODY, lambda world, mark: {"reference": world.own["reference"]}),
    Entry("portal:reference_forget", EVERYBODY, none, {}, only_post=True),
)
