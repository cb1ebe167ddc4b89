"""Entries of the shared end: behind both doors, and what comes after it for oneself."""

from __future__ import annotations

from collections.abc import Mapping

from tests.house.entries import SEATED_ACCOUNTS, Entry, Parts, at_first

ENDING: tuple[Entry, ...] = (
    Entry("workspace:keep_in_touch", SEATED_ACCOUNTS, at_first(), {"words": "Bellen in de lente."}),
)

_HOW = {"planned": "no", "conflict": "no", "kept": "yes", "would_again": "no"}

ENDING_TABLE: dict[str, tuple[Parts, Mapping[str, str] | None, bool]] = {
    "ending": (at_first(), None, False),
    "ending_announce": (at_first(), {"how": "one_side", "last_on": "2026-06-01", "words": "Ik stop ermee."}, False),
    "ending_answer": (at_first(), {"do": "confirm"}, True),
    "ending_day": (at_first(), {"last_on": "2026-06-15", "words": "Twee weken erbij."}, False),
    "ending_day_answer": (at_first(day="onbekend"), {}, True),
    "ending_access": (at_first(), {"text": "De mailbox", "taker": "both"}, False),
    "ending_access_answer": (at_first(access="onbekend"), {"do": "done"}, True),
    "ending_close": (at_first(), {}, False),
    "ending_keep": (at_first(), {"until": "2030-01-01"}, False),
    "ending_keep_agree": (at_first(term="onbekend"), {}, True),
    "ending_questions": (at_first(), {**_HOW, "send": "1"}, False),
    "settlement": (at_first(), None, False),
    "settlement_add": (at_first(), {"kind": "hours", "text": "Vier uur", "owner": "me"}, False),
    "settlement_item": (at_first(item="onbekend"), {"do": "done"}, True),
    "settlement_data": (at_first(item="onbekend"), None, False),
    "settlement_statement": (at_first(), {"words": "Niets meer."}, False),
    "settlement_statement_answer": (at_first(statement="onbekend"), {"do": "accept"}, True),
    "thanks": (at_first(), None, False),
    "thanks_note": (at_first(), {"draft": "Dank je wel."}, False),
    "thanks_share": (at_first(), {"words": "Iets anders."}, False),
    "thanks_reference": (at_first(), {"do": "yes"}, True),
    "testimonial": (at_first(), {"draft": "Ze ziet alles."}, False),
    "testimonial_release": (at_first(), {"is_public": "no", "with_name": "no"}, False),
    "testimonial_answer": (at_first(), {"do": "ask"}, True),
}
