"""What goes well is told as gladly as the rest; and the series that need many check-ins."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from samenstroom.rules.dimensions import ITEMS
from samenstroom.rules.facts import History
from samenstroom.rules.indicators import look_at
from samenstroom.rules.indicators.erosion import pairs_down, slope
from tests.rules.conftest import fact, happened, seen

Told = list[tuple[str, str, str]]
Tell = Callable[..., History]
KEPT = [fact("promise_kept", 0, "other"), fact("delay_announced", 1, "other"), fact("promise_kept", 2, "other")]


def paid(*weeks: float) -> list[Any]:
    return [
        one
        for week in weeks
        for one in (fact("invoice_sent", week, "self", due_on="2026-12-01"), fact("invoice_paid", week + 1, "other"))
    ]


@pytest.mark.parametrize(
    ("code", "entries", "week", "told"),
    [
        ("word_kept", KEPT, 2, [("good", "row", "other")]),
        ("word_kept", KEPT[:2], 2, []),
        ("word_kept", [*KEPT, fact("promise_not_kept", 1.5, "other")], 2, []),
        ("word_kept", [*KEPT, fact("promise_not_kept", 1.5, "self")], 2, [("good", "row", "other")]),
        ("word_kept", KEPT, 20, []),
        ("punctual", paid(0, 2, 4), 5, [("good", "row", "other")]),
        ("punctual", paid(0, 2), 5, []),
        ("punctual", [*paid(0, 2, 4), fact("invoice_overdue", 5)], 5, []),
        ("punctual", [*paid(0, 2), fact("invoice_paid", 4, "other", days=3)], 5, []),
        ("punctual", paid(0, 2, 4), 30, []),
        ("repaired", [fact("repair_helped", 0)], 1, [("good", "helped", "both")]),
        ("repaired", [fact("renegotiated", 0)], 1, [("good", "anew", "both")]),
        ("repaired", [fact("contact_restored", 0, "other")], 1, [("good", "contact", "both")]),
        ("repaired", [fact("talk_held", 0)], 1, []),
        ("repaired", [fact("repair_helped", 0)], 9, []),
        (
            "appreciation",
            [fact("appreciation_given", 0, "self"), fact("appreciation_given", 3, "other")],
            3,
            [("good", "both_ways", "both")],
        ),
        ("appreciation", [fact("appreciation_given", 0, "self"), fact("appreciation_given", 3, "self")], 3, []),
        ("good_no", [fact("offer_declined", 0, "self")], 0, [("good", "said", "self")]),
        (
            "good_no",
            [fact("feels_off", 0, private=True), fact("offer_declined", 0, "self")],
            0,
            [("good", "heard", "self")],
        ),
        ("good_no", [fact("offer_declined", 0, "self")], 6, []),
    ],
)
def test_good_news(code: str, entries: Sequence[Any], week: float, told: Told) -> None:
    assert seen(happened(*entries, week=week), code) == told


def test_a_good_no_after_a_doubt_is_a_success_and_the_doubt_is_over() -> None:
    doubt, no = fact("feels_off", 0, private=True), fact("offer_declined", 0, "self")
    assert [(one.code, one.variant) for one in look_at(happened(doubt, no))] == [("good_no", "heard")]


@pytest.mark.parametrize(
    ("marleen", "told"),
    [
        pytest.param([3, 3, 3], [("notice", "low", "other")], id="low three times"),
        pytest.param([3, 4, 3], [("notice", "low", "other")], id="low twice of three"),
        pytest.param([2, 2], [("concern", "low", "other")], id="very low"),
        pytest.param([3, 4, 4], [], id="low once"),
        pytest.param([3, 3, 4, 4], [], id="it came up"),
        pytest.param([4, 4, 4, 3, 3], [], id="later is a change, not a start"),
        pytest.param([3] * 9, [], id="by now it is how she answers"),
    ],
)
def test_low_from_the_start(history_of: Tell, marleen: list[Any], told: Told) -> None:
    assert seen(history_of([4] * len(marleen), marleen), "low_start") == told


def rotated(*means: float) -> list[dict[str, int | None]]:
    """Check-ins with these means in eighths; which answers are the lower ones changes each time."""
    found = []
    for turn, mean in enumerate(means):
        higher = round((mean - int(mean)) * len(ITEMS))
        order = [ITEMS[(3 * turn + at) % len(ITEMS)] for at in range(len(ITEMS))]
        found.append({item: int(mean) + (at < higher) for at, item in enumerate(order)})
    return found


FALLING = (4.5, 4.375, 4.25, 4.25, 4.0, 3.875, 3.75)


@pytest.mark.parametrize(
    ("means", "told"),
    [
        pytest.param(FALLING, [("notice", "slow", "other")], id="a little lower each time"),
        pytest.param(FALLING[:5], [], id="too short to say"),
        pytest.param((4.5, 4.25) * 4, [], id="up and down"),
        pytest.param((*FALLING[:4], *FALLING[3::-1]), [], id="down and up again"),
        pytest.param(FALLING[::-1], [], id="rising"),
    ],
)
def test_a_slow_erosion(history_of: Tell, means: Sequence[float], told: Told) -> None:
    history = history_of([4] * len(means), rotated(*means))
    assert seen(history, "changed") == []
    assert seen(history, "erosion") == told


def test_a_fall_that_shows_by_itself_is_told_once(history_of: Tell) -> None:
    history = history_of([4] * 8, [4, 4, 4, 4, 3, 3, 3, 3])
    assert seen(history, "changed") == [("notice", "mean", "other")]
    assert seen(history, "erosion") == []


def test_the_numbers_behind_an_erosion() -> None:
    assert slope([4, 3.5, 3]) == pytest.approx(-0.5)
    assert pairs_down([4, 3, 2]) == 1
    assert pairs_down([2, 3, 4]) == -1
    assert slope([4]) == pairs_down([]) == 0


@pytest.mark.parametrize(
    ("noor", "marleen", "told"),
    [
        ([4] * 4, [3, 3, 4, 4], [("good", "flow", "other")]),
        ([3, 3, 4, 4], [3, 3, 4, 4], [("good", "flow", "both")]),
        ([4] * 4, [4, 4, 4, 4], []),
        ([4] * 4, [1, 1, 2, 3], []),
        ([4] * 3, [3, 4, 4], []),
    ],
)
def test_flow_that_rises(history_of: Tell, noor: list[Any], marleen: list[Any], told: Told) -> None:
    assert seen(history_of(noor, marleen), "rising") == told
