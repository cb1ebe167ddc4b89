"""Entries of feedback, decisions and appreciation; a draft of Noor is tried by everybody."""

from __future__ import annotations

from collections.abc import Mapping

from tests.house.entries import OWNER, Entry, Parts, at_first, own

FEEDBACK_TABLE: dict[str, tuple[Parts, Mapping[str, str] | None, bool]] = {
    "feedback": (at_first(), None, False),
    "feedback_write": (at_first(direction="geven"), {"what": "", "do": "show"}, False),
    "feedback_item": (at_first(feedback=own("feedback")), {"words": ""}, False),
    "decisions_made": (at_first(), None, False),
    "decision_note": (at_first(), {"what": ""}, False),
    "decision_record": (at_first(decision=own("decision_on_record")), {"do": "outcome", "words": ""}, False),
    "appreciations": (at_first(), {"words": ""}, False),
}

FEEDBACK: tuple[Entry, ...] = (
    Entry("workspace:feedback_draft", OWNER, at_first(draft=own("feedback_draft")), {"what": "", "do": "show"}),
)
