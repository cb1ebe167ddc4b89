"""Changed: one side fell below what is usual for her. Cases that speak, and cases that stay quiet."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from samenstroom.rules.answers import CheckIn
from samenstroom.rules.dimensions import ITEMS, Dimension
from samenstroom.rules.facts import History
from samenstroom.rules.findings import Finding, Level, Side
from samenstroom.rules.indicators import changed
from samenstroom.rules.visibility import Circle

Tell = Callable[..., History]
HALF_LOW = dict.fromkeys(ITEMS[:4], 3)


def about_marleen(history_of: Tell, marleen: Sequence[Any]) -> Finding | None:
    found = changed.look(history_of([4] * len(marleen), marleen))
    assert all(one.side == Side.OTHER for one in found)
    return found[0] if found else None


@pytest.mark.parametrize(
    ("marleen", "level", "variant", "dimension"),
    [
        pytest.param([4, 4, 4, 4, 3, 3], "notice", "mean", "communication", id="all a step lower, twice"),
        pytest.param([5, 5, 5, 5, 4, 3], "concern", "mean", "communication", id="sliding down two steps"),
        pytest.param([5, 5, 5, 5, 3, 3], "concern", "mean", "communication", id="far down, twice"),
        pytest.param([4, 3, 3], "notice", "mean", None, id="early, with little to compare"),
        pytest.param([4, 4, 4, 4, {"trust": 2}], "notice", "item", "trust", id="one item two steps lower"),
        pytest.param([{}, {"trust": 2}], "notice", "item", "trust", id="two steps lower in the second round"),
        pytest.param([4, 4, 4, 4, {"flow": 2}], "notice", "item", None, id="flow two steps lower"),
        pytest.param([4, 4, 4, 4, {"trust": 1, "money": 2}], "concern", "items", "trust", id="two items far lower"),
        pytest.param([4, 4, 4, {"money": 3}, {"money": 3}], "notice", "item", "money", id="one item lower twice"),
        pytest.param(
            [4, 4, 4, {"money": 3, "trust": 3}, {"money": 3, "trust": 3}],
            "notice",
            "items",
            "trust",
            id="two twice",
        ),
        pytest.param([4, 4, 4, 4, 3, 3, 3, 3, 3], "notice", "mean", "communication", id="it stays low"),
        pytest.param([4, None, 4, 4, 3, None, 3], "notice", "mean", "communication", id="rounds without her"),
    ],
)
def test_a_fall_is_noticed(
    history_of: Tell, marleen: list[Any], level: str, variant: str, dimension: str | None
) -> None:
    finding = about_marleen(history_of, marleen)
    assert finding is not None
    assert (finding.level, finding.variant, finding.dimension) == (level, variant, dimension)
    assert finding.audience == Circle.SHARED


@pytest.mark.parametrize(
    "marleen",
    [
        pytest.param([], id="no rounds"),
        pytest.param([1], id="one round is no fall"),
        pytest.param([4, 4, 4, 4, 4, 4], id="steady"),
        pytest.param([3, 3, 3, 3, 3, 3], id="stern but steady"),
        pytest.param([2, 2, 2, 2, 2, 2], id="very stern but steady"),
        pytest.param([3, 4, 4, 5, 5], id="rising"),
        pytest.param([4, 4, 4, 4, 3], id="a step lower once"),
        pytest.param([4, 4, 4, 4, 2, 4], id="one dip, then back"),
        pytest.param([4, 4, 4, 4, 3, 3, 4], id="low twice, then back"),
        pytest.param([4, 4, 4, {"trust": 2}, {"trust": 4}], id="one item back again"),
        pytest.param([4, 4, 4, {"trust": 2}, {"trust": None}], id="that item not answered any more"),
        pytest.param([4, 4, {"trust": 3}, {"trust": 3}, {"trust": 3}], id="a step lower, but seen before"),
        pytest.param([4, 4, {"trust": 3}, {"trust": 3}], id="too little to say what is usual"),
        pytest.param([4, 4, 4, {"trust": 3}, {"money": 3}], id="a step lower on two items in turn"),
        pytest.param([5, 5, 5, 5, HALF_LOW | dict.fromkeys(ITEMS[4:], 5), 5], id="half of it low once"),
        pytest.param([4, 4, 4, 4, None, None], id="silence is no fall"),
    ],
)
def test_without_a_fall_nothing_is_said(history_of: Tell, marleen: list[Any]) -> None:
    assert about_marleen(history_of, marleen) is None


def test_marleen_falls_after_five_good_rounds_and_noor_is_told(history_of: Tell) -> None:
    five_good = [5, {"trust": 5}, {}, {"money": 5, "flow": 5}, {"personal": 5}]
    two_low = [dict.fromkeys(ITEMS, 3) | {"balance": 2}, dict.fromkeys(ITEMS, 2) | {"money": 3}]
    (finding,) = changed.look(history_of([4, 5, 4, 4, 5, 4, 4], [*five_good, *two_low]))
    assert (finding.code, finding.side, finding.audience) == ("changed", Side.OTHER, Circle.SHARED)
    assert finding.level == Level.CONCERN
    assert finding.since == date(2026, 3, 17)
    assert finding.remedies[0] == "talk"
    means = [(fact.data["round"], fact.data["mean"]) for fact in finding.evidence if fact.kind == "mean"]
    assert means == [(6, 2.88), (7, 2.12)]
    (usual,) = (fact for fact in finding.evidence if fact.kind == "usual")
    assert usual.data == {"usual": 4.26, "from": "2026-01-06", "until": "2026-02-17", "count": 4}
    assert {fact.data["item"] for fact in finding.evidence if fact.kind == "item"} >= {"flow", "balance"}


def test_her_own_fall_is_told_by_the_same_measure(history_of: Tell) -> None:
    (about_noor,) = changed.look(history_of([4, 4, 4, 4, 3, 3], [4] * 6))
    (about_marleen,) = changed.look(history_of([4] * 6, [4, 4, 4, 4, 3, 3]))
    assert about_noor.side == Side.SELF
    assert (about_noor.level, about_noor.variant) == (about_marleen.level, about_marleen.variant)


def test_it_dates_from_the_first_low_round_as_long_as_it_lasts(history_of: Tell) -> None:
    low_in_march = date(2026, 3, 3)
    for rounds in ([3, 3], [3, 3, 3], [3, 3, 3, 3]):
        finding = about_marleen(history_of, [4, 4, 4, 4, *rounds])
        assert finding is not None
        assert finding.since == low_in_march


def test_old_answers_say_nothing_about_now(history_of: Tell) -> None:
    history = history_of([4] * 6, [4, 4, 4, 4, 3, 3])
    assert changed.look(replace(history, today=history.today + timedelta(weeks=12)))
    assert not changed.look(replace(history, today=history.today + timedelta(weeks=12, days=1)))


def test_with_more_to_compare_it_is_surer(history_of: Tell) -> None:
    told = ([4, 4, 4, {"money": 3}, {"money": 3}], [4, 3, 3], [4, 4, 4, 4, 3, 3])
    findings = [about_marleen(history_of, marleen) for marleen in told]
    assert [one and one.certainty for one in findings] == [1, 2, 3]


def alone(*steps: int | None) -> tuple[CheckIn, ...]:
    """Noor's own check-ins, one a week; None is one she did not finish."""
    return tuple(
        CheckIn(date(2026, 1, 5) + timedelta(weeks=week), step is not None, dict.fromkeys(ITEMS, step))
        for week, step in enumerate(steps)
    )


def test_a_fall_in_her_own_check_ins_is_for_her_alone(history_of: Tell) -> None:
    history = history_of([], [], today=date(2026, 2, 10), own_solo=alone(4, 4, 4, 4, 3, 3))
    (finding,) = changed.look(history)
    assert (finding.side, finding.audience) == (Side.SELF, Circle.PRIVATE)
    assert all(fact.origin == Circle.PRIVATE and fact.data.get("round") is None for fact in finding.evidence)


def test_her_own_check_ins_do_not_touch_what_is_shared(history_of: Tell) -> None:
    answers = ([4] * 6, [4, 4, 4, 4, 3, 3])
    without = changed.look(history_of(*answers))
    with_solo = changed.look(history_of(*answers, own_solo=alone(4, 4, 4, 4, 1, 1)))
    assert tuple(one for one in with_solo if one.audience == Circle.SHARED) == without
    assert len(with_solo) == 2


def test_a_check_in_that_was_not_finished_does_not_count(history_of: Tell) -> None:
    assert not changed.look(history_of([], [], today=date(2026, 2, 10), own_solo=alone(4, 4, 4, 4, None, None)))


def test_every_finding_concerns_a_known_dimension(history_of: Tell) -> None:
    finding = about_marleen(history_of, [4, 4, 4, 4, {"values": 1}])
    assert finding is not None
    assert finding.dimension is Dimension.VALUES
    assert "shared_vision" in finding.remedies
