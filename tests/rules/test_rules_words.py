"""The seven dimensions, the life cycle and the gaps between two check-ins."""

from dataclasses import FrozenInstanceError
from datetime import date

import pytest

from samenstroom.rules import answers, gaps, life_cycle
from samenstroom.rules.answers import CheckIn
from samenstroom.rules.dimensions import FLOW, ITEMS, STEPS, Dimension, dimension_of
from samenstroom.rules.gaps import GapSize
from samenstroom.rules.life_cycle import LIVE, Stage
from samenstroom.rules.remedies import REMEDIES, remedies_for

MONDAY = date(2026, 1, 5)


def test_flow_stands_above_the_seven_in_their_order() -> None:
    assert ITEMS == (
        "flow",
        "communication",
        "values",
        "balance",
        "trust",
        "money",
        "priorities",
        "personal",
    )
    assert STEPS == (1, 2, 3, 4, 5)
    assert dimension_of(FLOW) is None
    assert dimension_of("trust") is Dimension.TRUST
    with pytest.raises(ValueError):
        dimension_of("weather")


def test_every_dimension_has_its_own_remedies_after_the_talk() -> None:
    assert set(REMEDIES) == set(Dimension)
    assert remedies_for(None) == ("talk",)
    assert remedies_for(Dimension.MONEY)[0] == "talk"
    assert len(remedies_for(Dimension.MONEY)) > 1


@pytest.mark.parametrize("current", Stage)
@pytest.mark.parametrize("target", Stage)
def test_a_collaboration_may_move_anywhere_but_to_where_it_is(current: Stage, target: Stage) -> None:
    assert life_cycle.may_move(current, target) is (current != target)


@pytest.mark.parametrize(
    ("current", "target", "backward"),
    [
        (Stage.WORK, Stage.AGREE, True),
        (Stage.FAREWELL, Stage.WORK, True),
        (Stage.EXPLORE, Stage.FAREWELL, False),
        (Stage.WORK, Stage.ADJUST, False),
        (Stage.ADJUST, Stage.WORK, False),
        (Stage.ADJUST, Stage.START, True),
    ],
)
def test_a_return_is_backward_but_a_repair_is_not(current: Stage, target: Stage, backward: bool) -> None:
    assert life_cycle.is_backward(current, target) is backward


def test_check_ins_belong_to_the_live_stages() -> None:
    assert frozenset({Stage.START, Stage.WORK, Stage.ADJUST}) == LIVE
    assert [life_cycle.order(stage) for stage in Stage] == list(range(7))


@pytest.mark.parametrize("values", [{"trust": 0}, {"trust": 6}, {"trust": True}, {"trust": 3.0}, {"weather": 3}])
def test_what_is_no_answer_is_refused(values: dict[str, int]) -> None:
    with pytest.raises(ValueError):
        CheckIn(MONDAY, True, values)


def test_a_check_in_does_not_change_after_it_was_made() -> None:
    told: dict[str, int | None] = {"trust": 4, "flow": None}
    checkin = CheckIn(MONDAY, True, told)
    told["trust"] = 1
    assert checkin.values == {"flow": None, "trust": 4}
    with pytest.raises(FrozenInstanceError):
        checkin.sent = False  # type: ignore[misc]


@pytest.mark.parametrize(
    ("values", "mean"),
    [
        ({}, None),
        ({"trust": 5, "money": 5}, None),
        ({"trust": 5, "money": 4, "flow": None}, None),
        ({"trust": 5, "money": 4, "flow": 3}, 4.0),
        (dict.fromkeys(ITEMS, 2), 2.0),
    ],
)
def test_a_mean_needs_three_answers(values: dict[str, int | None], mean: float | None) -> None:
    assert answers.mean(CheckIn(MONDAY, True, values)) == mean


def test_the_largest_gap_comes_first_and_flow_last_among_equals() -> None:
    mine = {"flow": 5, "trust": 5, "money": 2, "values": 4, "personal": None, "balance": 3}
    theirs = {"flow": 3, "trust": 3, "money": 5, "values": 4, "personal": 1, "balance": 4, "priorities": 2}
    found = gaps.gaps(mine, theirs)
    assert [(gap.item, gap.size, gap.label) for gap in found] == [
        ("money", 3, GapSize.LARGE),
        ("trust", 2, GapSize.LARGE),
        ("flow", 2, GapSize.LARGE),
        ("balance", 1, GapSize.SMALL),
        ("values", 0, GapSize.SAME),
    ]
    assert gaps.largest(found) == found[0]
    assert gaps.largest(reversed(found)) == found[0]
    assert (found[0].mine, found[0].theirs) == (2, 5)


def test_without_a_common_answer_there_is_no_gap() -> None:
    assert gaps.gaps({"trust": 4, "money": None}, {"money": 4}) == ()
    assert gaps.largest(()) is None


def test_both_low_and_both_high_are_told_apart_from_gaps() -> None:
    found = gaps.gaps({"trust": 2, "money": 5, "flow": 2}, {"trust": 1, "money": 4, "flow": 4})
    assert [gap.item for gap in gaps.both_low(found)] == ["trust"]
    assert [gap.item for gap in gaps.both_high(found)] == ["money"]
