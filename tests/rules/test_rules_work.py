"""The work, the contact, what changes on the way, and the end: cases that speak and cases that stay quiet."""

from collections.abc import Sequence
from typing import Any

import pytest

from samenstroom.rules.indicators import BY_ID
from samenstroom.rules.life_cycle import Stage
from tests.rules.conftest import fact, happened, seen

Told = list[tuple[str, str, str]]
MISSED, SILENT = fact("deadline_missed", 0, "other"), fact("message_unanswered", 0, "other")
ASKED = [fact("extra_work_asked", week, "other") for week in range(4)]
BROKEN = fact("promise_not_kept", 2, "other")
CHANGED = fact("priorities_changed", 0, "other")


@pytest.mark.parametrize(
    ("code", "entries", "week", "told"),
    [
        ("deadline_missed", [MISSED], 0, [("notice", "once", "other")]),
        ("deadline_missed", [MISSED, fact("deadline_missed", 2, "other")], 2, [("concern", "again", "other")]),
        ("deadline_missed", [MISSED, fact("deadline_missed", 2, "self")], 2, [("notice", "once", "self"), ("notice", "once", "other")]),
        ("deadline_missed", [fact("delay_announced", -1, "other"), MISSED], 0, []),
        ("deadline_missed", [fact("delay_announced", -6, "other"), MISSED], 0, [("notice", "once", "other")]),
        ("deadline_missed", [fact("delay_announced", -1, "self"), MISSED], 0, [("notice", "once", "other")]),
        ("deadline_missed", [MISSED, fact("illness", 0, "other")], 0, []),
        ("deadline_missed", [MISSED, fact("illness", 0, "self")], 0, [("notice", "once", "other")]),
        ("deadline_missed", [MISSED, fact("talk_held", 1)], 1, []),
        ("deadline_missed", [MISSED], 20, []),
        ("deadline_missed", [fact("deadline_missed", 0, "other", stance="otherwise")], 0, [("notice", "once", "other")]),
        ("promise_broken", [BROKEN], 2, [("notice", "once", "other")]),
        ("promise_broken", [SILENT, BROKEN, fact("hours_below_agreed", 2, "other")], 2, [("concern", "after_trouble", "other")]),
        ("promise_broken", [BROKEN, fact("promise_not_kept", 4, "other")], 4, [("concern", "again", "other")]),
        ("promise_broken", [BROKEN, fact("promise_kept", 3, "other")], 4, []),
        ("promise_broken", [fact("promise_made", 0, "other")], 9, []),
        ("report_missing", [fact("report_missing", 4, "self")], 4, [("notice", "once", "self")]),
        ("report_missing", [fact("report_missing", 4, "self"), fact("report_missing", 8, "self")], 8, [("concern", "again", "self")]),
        ("report_missing", [fact("report_missing", 4, "self"), fact("work_delivered", 5, "self")], 6, []),
        ("hours_away", [fact("hours_below_agreed", 0, "other")], 0, [("notice", "below", "other")]),
        ("hours_away", [fact("hours_below_agreed", 0, "other"), fact("hours_below_agreed", 2, "other")], 2, [("concern", "below", "other")]),
        ("hours_away", [fact("hours_below_agreed", 0, "other"), fact("life_event", 0, "other", due_on="2026-01-12"), fact("hours_below_agreed", 2, "other")], 2, [("notice", "below", "other")]),
        ("overruled", [fact("advice_overruled", 0, "other")], 0, [("notice", "advice", "other")]),
        ("overruled", [fact("advice_overruled", 0, "other"), fact("work_redone", 3, "other")], 3, [("concern", "both", "other")]),
        ("overruled", [fact("work_redone", 0, "other"), fact("criticism_without_reasons", 0, "other")], 0, [("concern", "redone", "other")]),
        ("overruled", [fact("work_redone", 0, "other"), fact("feedback_with_reasons", 0, "other")], 1, []),
        ("overruled", [fact("work_delivered", 0, "self"), fact("work_redone", 1, "self")], 1, [("notice", "twice", "self")]),
        ("bare_criticism", [fact("criticism_without_reasons", 0, "other")], 0, [("notice", "once", "other")]),
        ("bare_criticism", [fact("feedback_with_reasons", 0, "other")], 0, []),
        ("extra_unpriced", ASKED[:1], 0, [("notice", "once", "other")]),
        ("extra_unpriced", ASKED[:2], 1, [("concern", "again", "other")]),
        ("extra_unpriced", ASKED[:3], 2, [("alarm", "again", "other")]),
        ("extra_unpriced", [ASKED[0], fact("extra_work_agreed", 1)], 1, []),
        ("extra_unpriced", [ASKED[0], fact("price_agreed", 0, amount=90)], 1, []),
        ("extra_unpriced", [ASKED[0], fact("offer_declined", 1, "self")], 1, []),
        ("extra_unpriced", [ASKED[0], ASKED[1], fact("extra_work_agreed", 1)], 1, [("notice", "once", "other")]),
        ("extra_unpriced", [*ASKED[:3], fact("renegotiated", 3)], 3, [("notice", "again", "other")]),
        ("extra_unpriced", [fact("extra_work_asked", 0, "self")], 0, [("notice", "once", "self")]),
        ("waiting", [fact("information_missing", 0)], 0, [("notice", "once", "both")]),
        ("waiting", [fact("information_missing", 0, days=20)], 0, [("concern", "once", "both")]),
        ("waiting", [fact("information_missing", 0), fact("contact_restored", 1, "other")], 1, []),
        ("unanswered", [SILENT], 0, [("notice", "once", "other")]),
        ("unanswered", [fact("message_unanswered", 0, "self")], 0, [("notice", "once", "self")]),
        ("unanswered", [fact("message_unanswered", 0, "other", days=15)], 0, [("concern", "long", "other")]),
        ("unanswered", [SILENT, fact("message_unanswered", 3, "other"), MISSED], 3, [("concern", "lapsed", "other")]),
        ("unanswered", [SILENT, fact("contact_restored", 1, "other")], 1, []),
        ("unanswered", [SILENT, fact("contact_restored", 1, "self")], 1, [("notice", "once", "other")]),
        ("unanswered", [SILENT, fact("illness", 1, "other")], 1, []),
        ("unanswered", [SILENT, fact("pause_agreed", 0)], 0, []),
        ("out_of_hours", [fact("contact_out_of_hours", 0, "other")], 0, []),
        ("out_of_hours", [fact("contact_out_of_hours", 0, "other"), fact("contact_out_of_hours", 2, "other")], 2, [("notice", "contact", "other")]),
        ("out_of_hours", [fact("contact_out_of_hours", 0, "other"), fact("contact_out_of_hours", 2, "self")], 2, []),
        ("out_of_hours", [fact("private_time_remarked", 0, "other", private=True)], 0, [("notice", "remark", "other")]),
        ("out_of_hours", [fact("contact_out_of_hours", week / 2, "other") for week in range(4)], 1.5, [("concern", "contact", "other")]),
        ("got_personal", [fact("talk_turned_personal", 0)], 0, [("notice", "reproach", "both")]),
        ("got_personal", [fact("talk_turned_personal", 0), fact("messages_dreaded", 0)], 0, [("concern", "both", "both")]),
        ("got_personal", [fact("messages_dreaded", 0), fact("mediator_asked", 1)], 2, []),
        ("got_personal", [fact("third_party_trouble", 0, "other")], 0, []),
        ("kept_inside", [fact("complaint_kept_inside", 0, private=True)], 0, [("notice", "once", "self")]),
        ("kept_inside", [fact("complaint_kept_inside", 0), fact("concern_raised", 1, "self")], 1, []),
        ("kept_inside", [fact("complaint_kept_inside", 0), fact("concern_raised", 1, "other")], 1, [("notice", "once", "self")]),
        ("unequal", [fact("effort_felt_unequal", 0)], 0, [("notice", "effort", "self")]),
        ("unequal", [fact("effort_felt_unequal", 0), fact("say_felt_unequal", 2, by="other")], 2, [("concern", "mirror", "both")]),
        ("unequal", [fact("roles_left_open", 0), fact("effort_felt_unequal", 0), fact("say_felt_unequal", 2, by="other")], 2, [("alarm", "mirror", "both")]),
        ("unequal", [fact("effort_felt_unequal", 0), fact("renegotiated", 1)], 1, []),
        ("course_changed", [CHANGED], 0, [("notice", "once", "other")]),
        ("course_changed", [CHANGED, fact("talk_held", 0)], 0, []),
        ("course_changed", [CHANGED, fact("talk_held", -1)], 0, [("notice", "once", "other")]),
        ("course_changed", [CHANGED, fact("work_delivered", 3, "self")], 5, [("concern", "once", "other")]),
        ("course_changed", [CHANGED, fact("rule_changed", 0)], 0, []),
        ("contact_changed", [fact("contact_changed", 0, "other")], 0, [("notice", "changed", "other")]),
        ("contact_changed", [fact("contact_changed", 0, "other"), fact("work_redone", 2, "other")], 2, [("concern", "worse", "other")]),
        ("contact_changed", [fact("work_redone", -2, "other"), fact("contact_changed", 0, "other")], 0, [("notice", "changed", "other")]),
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
        ("held_back", [fact("wants_to_stop", -1, "other"), fact("data_held_back", 0, "other")], 0, [("concern", "at_the_end", "other")]),
        ("held_back", [fact("end_confirmed", -1), fact("data_held_back", 0, "other")], 5, [("alarm", "at_the_end", "other")]),
        ("held_back", [fact("data_held_back", 0, "other"), fact("access_returned", 1, "other")], 1, []),
    ],
)  # fmt: skip
def test_work_contact_change_and_end(code: str, entries: Sequence[Any], week: float, told: Told) -> None:
    assert seen(happened(*entries, week=week), code) == told


@pytest.mark.parametrize(
    ("hours", "told"),
    [
        ((20, 20, 20), []),
        ((20, 12, 12), [("notice", "below", "other")]),
        ((12, 12, 12), [("concern", "below", "other")]),
        ((30, 30, 20), [("notice", "above", "other")]),
        ((20, None, None), []),
    ],
)
def test_hours_are_held_against_the_agreement_when_it_names_them(hours: Sequence[float | None], told: Told) -> None:
    given = [fact("hours_given", 2 * at, "other", hours=one) for at, one in enumerate(hours) if one is not None]
    assert seen(happened(*given, week=6, hours_per_period=20), "hours_away") == told
    assert seen(happened(*given, week=6), "hours_away") == []


def test_within_the_agreed_days_nobody_is_silent() -> None:
    message = fact("message_unanswered", 0, "other", days=3)
    assert seen(happened(message, response_days=3), "unanswered") == []
    assert seen(happened(message, response_days=2), "unanswered") == [("notice", "once", "other")]
    assert seen(happened(message, response_days=1), "unanswered") == [("concern", "long", "other")]


def test_own_silence_has_steps_of_its_own() -> None:
    (own,) = BY_ID["unanswered"].look(happened(fact("message_unanswered", 0, "self")))
    (other,) = BY_ID["unanswered"].look(happened(SILENT))
    assert (own.remedies[0], other.remedies[0]) == ("send_word", "ask_kindly")


def test_what_comes_too_early_or_too_late_goes_to_the_end() -> None:
    (exploring,) = BY_ID["extra_unpriced"].look(happened(ASKED[0], stage=Stage.EXPLORE))
    (working,) = BY_ID["extra_unpriced"].look(happened(ASKED[0], stage=Stage.WORK))
    assert working.remedies[0] == "written_change"
    assert "written_change" not in exploring.remedies[:3]
    assert set(exploring.remedies) == set(working.remedies)
