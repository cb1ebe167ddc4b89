"""What changes on the way, what is left open, and how it ends."""

from collections.abc import Sequence
from typing import Any

import pytest

from tests.rules.conftest import fact, happened, seen

Told = list[tuple[str, str, str]]
CHANGED = fact("priorities_changed", 0, "other")


@pytest.mark.parametrize(
    ("code", "entries", "week", "told"),
    [
        ("course_changed", [CHANGED], 0, [("notice", "once", "other")]),
        ("course_changed", [CHANGED, fact("talk_held", 0)], 0, []),
        ("course_changed", [CHANGED, fact("talk_held", -1)], 0, [("notice", "once", "other")]),
        ("course_changed", [CHANGED, fact("work_delivered", 3, "self")], 5, [("concern", "once", "other")]),
        ("course_changed", [CHANGED, fact("rule_changed", 0)], 0, []),
        ("contact_changed", [fact("contact_changed", 0, "other")], 0, [("notice", "changed", "other")]),
        (
            "contact_changed",
            [fact("contact_changed", 0, "other"), fact("work_redone", 2, "other")],
            2,
            [("concern", "worse", "other")],
        ),
        (
            "contact_changed",
            [fact("work_redone", -2, "other"), fact("contact_changed", 0, "other")],
            0,
            [("notice", "changed", "other")],
        ),
        ("contact_changed", [fact("contact_changed", 0, "other"), fact("kickoff_held", 1)], 1, []),
        ("left_open", [fact("terms_left_open", 0)], 0, [("notice", "terms", "both")]),
        ("left_open", [fact("agreement_signed", 0), fact("roles_left_open", 0)], 0, [("notice", "roles", "both")]),
        ("left_open", [fact("roles_left_open", 0), fact("agreement_signed", 1)], 1, []),
        ("left_open", [fact("terms_left_open", 0), fact("decision_left_open", 0)], 0, [("concern", "several", "both")]),
        ("left_open", [fact("decision_left_open", 0)], 9, [("concern", "decision", "both")]),
        ("left_open", [fact("decision_left_open", 0)], 26, [("alarm", "postponed", "both")]),
        ("left_open", [fact("decision_left_open", 0), fact("decision_made", 3, "other")], 9, []),
        ("left_open", [fact("decision_left_open", 0), fact("review_date_set", 3)], 9, []),
        ("open_end", [fact("wants_to_stop", 0, "other")], 0, [("notice", "announced", "other")]),
        ("open_end", [fact("wants_to_stop", 0, "other"), fact("repair_helped", 2)], 2, []),
        ("open_end", [fact("wants_to_stop", 0, "self", due_on="2026-02-02")], 9, [("concern", "unconfirmed", "both")]),
        ("open_end", [fact("ended_unconfirmed", 0)], 0, [("notice", "unconfirmed", "both")]),
        ("open_end", [fact("ended_unconfirmed", 0)], 5, [("concern", "unconfirmed", "both")]),
        ("open_end", [fact("ended_unconfirmed", 0), fact("end_confirmed", 5)], 5, []),
        ("held_back", [fact("data_held_back", 0, "other")], 0, [("notice", "running", "other")]),
        (
            "held_back",
            [fact("wants_to_stop", -1, "other"), fact("data_held_back", 0, "other")],
            0,
            [("concern", "at_the_end", "other")],
        ),
        (
            "held_back",
            [fact("end_confirmed", -1), fact("data_held_back", 0, "other")],
            5,
            [("alarm", "at_the_end", "other")],
        ),
        ("held_back", [fact("data_held_back", 0, "other"), fact("access_returned", 1, "other")], 1, []),
    ],
)
def test_change_and_end(code: str, entries: Sequence[Any], week: float, told: Told) -> None:
    assert seen(happened(*entries, week=week), code) == told
