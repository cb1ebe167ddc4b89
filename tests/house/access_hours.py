"""Entries of hours and what each side brings in, behind both doors."""

from __future__ import annotations

from collections.abc import Mapping

from tests.house.entries import Parts, at_first, newest, own

HOURS_TABLE: dict[str, tuple[Parts, Mapping[str, str] | None, bool]] = {
    "hours": (at_first(), {"line": "1 vandaag bellen"}, False),
    "hours_add": (at_first(), {"kind": "money", "amount": "12,50", "on": "2026-05-04", "what": "Postzegels"}, False),
    "hours_import": (at_first(), {"carried": "onbekend", "do": "keep"}, False),
    "hours_confirm": (at_first(), {"seen": "onbekend.first"}, True),
    "hours_agreed": (at_first(), {"whose": "me", "hours": "8", "starts_on": "2026-06-01"}, False),
    "hours_agreed_answer": (at_first(agreed=newest("agreed_contributions")), {"do": "drop"}, True),
    "hours_change": (at_first(entry=own("hours_mine")), {"kind": "hours", "amount": "2", "on": "2026-05-05", "what": "Cijfers"}, False),
    "hours_answer": (at_first(entry=own("hours_theirs")), {"words": "Het was minder."}, True),
}  # fmt: skip
