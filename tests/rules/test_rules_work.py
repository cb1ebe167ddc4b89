"""The work itself: dates, promises, hours, what was asked and what was made of it."""

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


@pytest.mark.parametrize(
    ("code", "entries", "week", "told"),
    [
        ("deadline_missed", [MISSED], 0, [("notice", "once", "other")]),
        ("deadline_missed", [MISSED, fact("deadline_missed", 2, "other")], 2, [("concern", "again", "other")]),
        (
            "deadline_missed",
            [MISSED, fact("deadline_missed", 2, "self")],
            2,
            [("notice", "once", "self"), ("notice", "once", "other")],
        ),
        ("deadline_missed", [fact("delay_announced", -1, "other"), MISSED], 0, []),
        ("deadline_missed", [fact("delay_announced", -6, "other"), MISSED], 0, [("notice", "once", "other")]),
        ("deadline_missed", [fact("delay_announced", -1, "self"), MISSED], 0, [("notice", "once", "other")]),
        ("deadline_missed", [MISSED, fact("illness", 0, "other")], 0, []),
        ("deadline_missed", [MISSED, fact("illness", 0, "self")], 0, [("notice", "once", "other")]),
        ("deadline_missed", [MISSED, fact("talk_held", 1)], 1, []),
        ("deadline_missed", [MISSED], 20, []),
        (
            "deadline_missed",
            [fact("deadline_missed", 0, "other", stance="otherwise")],
            0,
            [("notice", "once", "other")],
        ),
        ("promise_broken", [BROKEN], 2, [("notice", "once", "other")]),
        (
            "promise_broken",
            [SILENT, BROKEN, fact("hours_below_agreed", 2, "other")],
            2,
            [("concern", "after_trouble", "other")],
        ),
        ("promise_broken", [BROKEN, fact("promise_not_kept", 4, "other")], 4, [("concern", "again", "other")]),
        ("promise_broken", [BROKEN, fact("promise_kept", 3, "other")], 4, []),
        ("promise_broken", [fact("promise_made", 0, "other")], 9, []),
        ("report_missing", [fact("report_missing", 4, "self")], 4, [("notice", "once", "self")]),
        (
            "report_missing",
            [fact("report_missing", 4, "self"), fact("report_missing", 8, "self")],
            8,
            [("concern", "again", "self")],
        ),
        ("report_missing", [fact("report_missing", 4, "self"), fact("work_delivered", 5, "self")], 6, []),
        ("hours_away", [fact("hours_below_agreed", 0, "other")], 0, [("notice", "below", "other")]),
        (
            "hours_away",
            [fact("hours_below_agreed", 0, "other"), fact("hours_below_agreed", 2, "other")],
            2,
            [("concern", "below", "other")],
        ),
        (
            "hours_away",
            [
                fact("hours_below_agreed", 0, "other"),
                fact("life_event", 0, "other", due_on="2026-01-12"),
                fact("hours_below_agreed", 2, "other"),
            ],
            2,
            [("notice", "below", "other")],
        ),
        ("overruled", [fact("advice_overruled", 0, "other")], 0, [("notice", "advice", "other")]),
        (
            "overruled",
            [fact("advice_overruled", 0, "other"), fact("work_redone", 3, "other")],
            3,
            [("concern", "both", "other")],
        ),
        (
            "overruled",
            [fact("work_redone", 0, "other"), fact("criticism_without_reasons", 0, "other")],
            0,
            [("concern", "redone", "other")],
        ),
        ("overruled", [fact("work_redone", 0, "other"), fact("feedback_with_reasons", 0, "other")], 1, []),
        (
            "overruled",
            [fact("work_delivered", 0, "self"), fact("work_redone", 1, "self")],
            1,
            [("notice", "twice", "self")],
        ),
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
    ],
)
def test_the_work(code: str, entries: Sequence[Any], week: float, told: Told) -> None:
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


def test_what_comes_too_early_or_too_late_goes_to_the_end() -> None:
    (exploring,) = BY_ID["extra_unpriced"].look(happened(ASKED[0], stage=Stage.EXPLORE))
    (working,) = BY_ID["extra_unpriced"].look(happened(ASKED[0], stage=Stage.WORK))
    assert working.remedies[0] == "written_change"
    assert "written_change" not in exploring.remedies[:3]
    assert set(exploring.remedies) == set(working.remedies)
