"""Entries of a disagreement: its room, its steps, the blind proposal and the file of it."""

from __future__ import annotations

from collections.abc import Mapping

from tests.house.entries import Parts, at_first, own

_HERE = at_first(conflict=own("conflict"))

CONFLICT_TABLE: dict[str, tuple[Parts, Mapping[str, str] | None, bool]] = {
    "conflicts": (at_first(), None, False),
    "conflict_open": (at_first(), {"subject": "", "do": "show"}, False),
    "conflict": (_HERE, None, False),
    "conflict_tell": (_HERE, {"happened": "", "do": "show"}, False),
    "conflict_sentences": (_HERE, {"sentences": ""}, False),
    "conflict_does": (_HERE, {"what": ""}, False),
    "conflict_answer": (_HERE, {"do": "nothing"}, True),
    "conflict_ladder": (_HERE, {"step": "talk", "on": ""}, False),
    "conflict_blind": (_HERE, {"do": "send", "amount": ""}, False),
    "conflict_file": (_HERE, {"do": "json"}, False),
}
