"""Entries of the agreement: on the table for both, and writing one for oneself."""

from __future__ import annotations

from collections.abc import Mapping

from tests.house.access_reading import READING
from tests.house.entries import SEATED_ACCOUNTS, Entry, Parts, at_first, own

AGREEMENT: tuple[Entry, ...] = (
    Entry("workspace:agreement_draft", SEATED_ACCOUNTS, at_first()),
    Entry("workspace:agreement_question", SEATED_ACCOUNTS, at_first(number=1)),
    Entry("workspace:agreement_clause", SEATED_ACCOUNTS, at_first(code="termination"), {"do": "add"}, only_post=True),
    Entry("workspace:agreement_own_clause", SEATED_ACCOUNTS, at_first(number=0)),
    Entry("workspace:agreement_charter", SEATED_ACCOUNTS, at_first()),
    Entry("workspace:agreement_throw_away", SEATED_ACCOUNTS, at_first()),
    Entry("workspace:agreement_fix", SEATED_ACCOUNTS, at_first(), {"rule": "ANY-PAR-01"}, only_post=True),
    Entry("workspace:agreement_aside", SEATED_ACCOUNTS, at_first(rule="ANY-PAR-01"), {"back": "1"}),
    Entry("workspace:agreement_own_facts", SEATED_ACCOUNTS, at_first()),
    Entry("workspace:agreement_read_in", SEATED_ACCOUNTS, at_first()),
    Entry("workspace:agreement_put", SEATED_ACCOUNTS, at_first()),
    *READING,
)

AGREEMENT_TABLE: Mapping[str, tuple[Parts, Mapping[str, str] | None, bool]] = {
    "agreement": (at_first(), None, False),
    "agreement_version": (at_first(number=1), None, False),
    "agreement_now": (at_first(), None, False),
    "review": (at_first(), {"outcome": ""}, False),
    "review_answer": (at_first(review=own("review")), {"do": ""}, True),
    "addendum": (at_first(), {"do": "open", "code": ""}, False),
    "agreement_file": (at_first(number=1), None, False),
    "agreement_withdraw": (at_first(number=1), {}, True),
}
