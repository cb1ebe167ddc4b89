"""Apart: twice in a row they see it differently."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from samenstroom.rules.dimensions import ITEMS
from samenstroom.rules.facts import History
from samenstroom.rules.findings import Side
from samenstroom.rules.indicators import apart
from samenstroom.rules.visibility import Circle

Tell = Callable[..., History]
TRUST_5, TRUST_3 = {"trust": 5}, {"trust": 3}
LOW_BUT_ONE = dict.fromkeys(ITEMS, 3) | {"flow": 2, "money": 2}  # 1.25 below 4
JUST_UNDER = [dict.fromkeys(ITEMS, 3) | {item: 2} for item in ITEMS[:2]]  # 1.125 below 4
TWO_ANSWERS: dict[str, int | None] = dict.fromkeys(ITEMS[2:]) | {"flow": 4, "communication": 4}


@pytest.mark.parametrize(
    ("noor", "marleen", "level", "variant", "dimension"),
    [
        pytest.param([4, 5, 5], [4, TRUST_3, TRUST_3], "notice", "item", "trust", id="one item, twice"),
        pytest.param([4, 4], [LOW_BUT_ONE] * 2, "notice", "mean", "money", id="means 1.25 apart"),
        pytest.param([4, 4], [2, 2], "concern", "mean", "communication", id="means two steps apart"),
        pytest.param([2, 2], [4, 4], "concern", "mean", "communication", id="the other way round"),
        pytest.param([4] * 3, [{"flow": 2}] * 3, "notice", "item", None, id="flow, three rounds"),
        pytest.param([4] * 2, [{"flow": 2, "values": 1}] * 2, "notice", "items", "values", id="two items"),
        pytest.param([4, None, 4], [{"trust": 2}, 4, {"trust": 2}], "notice", "item", "trust", id="a round between"),
    ],
)
def test_a_gap_that_lasts_is_noticed(
    history_of: Tell, noor: list[Any], marleen: list[Any], level: str, variant: str, dimension: str | None
) -> None:
    noor = [TRUST_5 if told == 5 else told for told in noor]
    (finding,) = apart.look(history_of(noor, marleen))
    assert (finding.level, finding.variant, finding.dimension) == (level, variant, dimension)
    assert (finding.side, finding.audience) == (Side.BOTH, Circle.SHARED)


@pytest.mark.parametrize(
    ("noor", "marleen"),
    [
        pytest.param([], [], id="no rounds"),
        pytest.param([4, 4], [4, 4], id="the same"),
        pytest.param([5, 5], [4, 4], id="one step apart"),
        pytest.param([4], [2], id="one round"),
        pytest.param([4, 4], [4, 2], id="only the newest"),
        pytest.param([4, 4, 4], [2, 2, 4], id="together again"),
        pytest.param([4, 4, 4], [2, 4, 2], id="not in a row"),
        pytest.param([4, 4], JUST_UNDER, id="means 1.125 apart"),
        pytest.param([5, 3], [3, 5], id="the gap turned around"),
        pytest.param([4, 4], [{"trust": 2}, {"money": 2}], id="another item each time"),
        pytest.param([4, 4], [{"trust": 2}, {"trust": None}], id="not answered the second time"),
        pytest.param([5, 5], [TWO_ANSWERS] * 2, id="too few answers for a mean"),
        pytest.param([4, None], [2, 2], id="only one opened round"),
    ],
)
def test_other_gaps_are_left_to_the_page_of_the_round(history_of: Tell, noor: list[Any], marleen: list[Any]) -> None:
    assert not apart.look(history_of(noor, marleen))


def test_the_evidence_puts_both_next_to_each_other(history_of: Tell) -> None:
    (finding,) = apart.look(history_of([4, 4, TRUST_5], [4, {"trust": 2}, {"trust": 2}]))
    assert [fact.data for fact in finding.evidence] == [
        {"round": 2, "subject": "trust", "self": 4, "other": 2},
        {"round": 3, "subject": "trust", "self": 5, "other": 2},
    ]
    assert finding.since == date(2026, 1, 20)


def test_one_item_grows_surer_and_the_whole_heavier_when_it_lasts(history_of: Tell) -> None:
    (twice,) = apart.look(history_of([4] * 2, [{"trust": 2}] * 2))
    (thrice,) = apart.look(history_of([4] * 3, [{"trust": 2}] * 3))
    assert (twice.level, twice.certainty) == ("notice", 2)
    assert (thrice.level, thrice.certainty) == ("notice", 3)
    assert twice.since == thrice.since
    (whole,) = apart.look(history_of([4] * 3, [LOW_BUT_ONE] * 3))
    assert (whole.level, whole.certainty) == ("concern", 3)


def test_an_old_gap_says_nothing_about_now(history_of: Tell) -> None:
    history = history_of([4] * 2, [2] * 2)
    assert not apart.look(replace(history, today=history.today + timedelta(weeks=13)))
