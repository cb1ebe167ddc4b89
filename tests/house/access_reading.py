"""Entries of reading a text made elsewhere; a text that Noor kept is tried by everybody."""

from __future__ import annotations

from tests.house.entries import OWNER, SEATED_ACCOUNTS, Entry, at_first, own

READING: tuple[Entry, ...] = (
    Entry("workspace:reading", SEATED_ACCOUNTS, at_first(), {"text": ""}),
    Entry("workspace:reading_keep", SEATED_ACCOUNTS, at_first(), {"text": "Betalen binnen 14 dagen."}, only_post=True),
    Entry("workspace:reading_begin", SEATED_ACCOUNTS, at_first(), {"take": "payment_term_days=14"}, only_post=True),
    Entry("workspace:reading_kept", OWNER, at_first(text=own("text_read")), {}),
)
