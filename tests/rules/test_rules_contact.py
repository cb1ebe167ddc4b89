"""How the two reach each other and how they speak."""

from collections.abc import Sequence
from typing import Any

import pytest

from samenstroom.rules.indicators import BY_ID
from tests.rules.conftest import fact, happened, seen

Told = list[tuple[str, str, str]]
MISSED, SILENT = fact("deadline_missed", 0, "other"), fact("message_unanswered", 0, "other")


@pytest.mark.parametrize(
    ("code", "entries", "week", "told"),
    [
        ("unanswered", [SILENT], 0, [("notice", "once", "other")]),
        ("unanswered", [fact("message_unanswered", 0, "self")], 0, [("notice", "once", "self")]),
        ("unanswered", [fact("message_unanswered", 0, "other", days=15)], 0, [("concern", "long", "other")]),
        ("unanswered", [SILENT, fact("message_unanswered", 3, "other"), MISSED], 3, [("concern", "lapsed", "other")]),
        ("unanswered", [SILENT, fact("contact_restored", 1, "other")], 1, []),
        ("unanswered", [SILENT, fact("contact_restored", 1, "self")], 1, [("notice", "once", "other")]),
        ("unanswered", [SILENT, fact("illness", 1, "other")], 1, []),
        ("unanswered", [SILENT, fact("pause_agreed", 0)], 0, []),
        ("out_of_hours", [fact("contact_out_of_hours", 0, "other")], 0, []),
        (
            "out_of_hours",
            [fact("contact_out_of_hours", 0, "other"), fact("contact_out_of_hours", 2, "other")],
            2,
            [("notice", "contact", "other")],
        ),
        ("out_of_hours", [fact("contact_out_of_hours", 0, "other"), fact("contact_out_of_hours", 2, "self")], 2, []),
        ("out_of_hours", [fact("private_time_remarked", 0, "other", private=True)], 0, [("notice", "remark", "other")]),
        (
            "out_of_hours",
            [fact("contact_out_of_hours", week / 2, "other") for week in range(4)],
            1.5,
            [("concern", "contact", "other")],
        ),
        ("got_personal", [fact("talk_turned_personal", 0)], 0, [("notice", "reproach", "both")]),
        (
            "got_personal",
            [fact("talk_turned_personal", 0), fact("messages_dreaded", 0)],
            0,
            [("concern", "both", "both")],
        ),
        ("got_personal", [fact("messages_dreaded", 0), fact("mediator_asked", 1)], 2, []),
        ("got_personal", [fact("third_party_trouble", 0, "other")], 0, []),
        ("kept_inside", [fact("complaint_kept_inside", 0, private=True)], 0, [("notice", "once", "self")]),
        ("kept_inside", [fact("complaint_kept_inside", 0), fact("concern_raised", 1, "self")], 1, []),
        (
            "kept_inside",
            [fact("complaint_kept_inside", 0), fact("concern_raised", 1, "other")],
            1,
            [("notice", "once", "self")],
        ),
        ("unequal", [fact("effort_felt_unequal", 0)], 0, [("notice", "effort", "self")]),
        (
            "unequal",
            [fact("effort_felt_unequal", 0), fact("say_felt_unequal", 2, by="other")],
            2,
            [("concern", "mirror", "both")],
        ),
        (
            "unequal",
            [fact("roles_left_open", 0), fact("effort_felt_unequal", 0), fact("say_felt_unequal", 2, by="other")],
            2,
            [("alarm", "mirror", "both")],
        ),
        ("unequal", [fact("effort_felt_unequal", 0), fact("renegotiated", 1)], 1, []),
    ],
)
def test_the_contact(code: str, entries: Sequence[Any], week: float, told: Told) -> None:
    assert seen(happened(*entries, week=week), code) == told


def test_within_the_agreed_days_nobody_is_silent() -> None:
    message = fact("message_unanswered", 0, "other", days=3)
    assert seen(happened(message, response_days=3), "unanswered") == []
    assert seen(happened(message, response_days=2), "unanswered") == [("notice", "once", "other")]
    assert seen(happened(message, response_days=1), "unanswered") == [("concern", "long", "other")]


def test_own_silence_has_steps_of_its_own() -> None:
    (own,) = BY_ID["unanswered"].look(happened(fact("message_unanswered", 0, "self")))
    (other,) = BY_ID["unanswered"].look(happened(SILENT))
    assert (own.remedies[0], other.remedies[0]) == ("send_word", "ask_kindly")
