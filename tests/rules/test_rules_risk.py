"""The risk: a band with its reasons, never told on too little, never lower for a worse newest answer."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samenstroom.rules.dimensions import ITEMS
from samenstroom.rules.facts import History, mirror
from samenstroom.rules.findings import Side
from samenstroom.rules.life_cycle import Stage
from samenstroom.rules.risk import Band, risk_of
from samenstroom.rules.risk.belief import FAILING, FLOWING, breaks_within, moves_for, prior
from samenstroom.rules.risk.outlook import chance_of
from tests.conftest import IS_DEEP
from tests.rules.conftest import FIRST_MONDAY, fact, tell

Tell = Callable[..., History]
MANY = 30 if IS_DEEP else 1


def check_in(mean: float | None) -> dict[str, int | None] | None:
    """A check-in with this mean, in eighths; None is silence."""
    if mean is None:
        return None
    higher = round((mean - int(mean)) * len(ITEMS))
    return {item: int(mean) + (at < higher) for at, item in enumerate(ITEMS)}


def pair(noor: Sequence[float | None], marleen: Sequence[float | None], **changes: Any) -> History:
    return tell([check_in(one) for one in noor], [check_in(one) for one in marleen], **changes)


def chance(noor: Sequence[float | None], marleen: Sequence[float | None], **changes: Any) -> float:
    found = chance_of(pair(noor, marleen, **changes))
    assert found is not None
    return found


WELL = [4.25] * 5


@pytest.mark.parametrize(
    ("noor", "marleen", "low", "high"),
    [
        pytest.param(WELL, WELL, 0.02, 0.05, id="both steady"),
        pytest.param([3.5] * 6, [3.5] * 6, 0.02, 0.06, id="stern but steady"),
        pytest.param([*WELL, 4.25], [*WELL[:4], 3.25, 4.25], 0.02, 0.07, id="one dip, then back"),
        pytest.param([*WELL] + [3.25] * 2, [*WELL] + [3.25] * 2, 0.20, 0.35, id="both fell and stay"),
        pytest.param([*WELL, 1], [*WELL, 1], 0.30, 0.60, id="both at the lowest once"),
        pytest.param([*WELL] + [4.25] * 4, [*WELL] + [1] * 4, 0.20, 0.45, id="one at the lowest four times"),
    ],
)
def test_worked_examples(noor: list[float], marleen: list[float], low: float, high: float) -> None:
    assert low <= chance(noor, marleen) <= high


def test_terrible_answers_are_not_forgotten() -> None:
    """The flaw of the source: one side at 1.0 gave a lower risk than at 3.0."""
    for times in (1, 2, 3, 4):
        noor = WELL + [4.25] * times
        terrible, poor = chance(noor, WELL + [1] * times), chance(noor, WELL + [3.0] * times)
        assert terrible >= poor
    assert chance(WELL + [4.25] * 3, WELL + [1] * 3) > chance([*WELL, 4.25], [*WELL, 1])


def test_too_little_is_not_told() -> None:
    assert risk_of(pair([4, 4], [2, 2])) is None
    assert risk_of(pair([4, 4, 4], [2, None, 2])) is None
    assert risk_of(pair([4, 4, 4], [2, 2, 2])) is not None


def test_an_end_that_is_chosen_is_no_break() -> None:
    assert risk_of(pair(WELL, WELL, stage=Stage.FAREWELL)) is None
    assert risk_of(pair(WELL, WELL, entries=(fact("end_confirmed", 8),))) is None


def test_old_rounds_say_nothing_about_now() -> None:
    history = pair(WELL, WELL)
    assert risk_of(replace(history, today=history.today + timedelta(weeks=20))) is None


def test_silence_counts_only_for_who_took_part() -> None:
    silent = chance(WELL + [4.25] * 3, WELL + [None] * 3)
    assert silent > chance(WELL, WELL)
    history = pair(WELL + [4.25] * 3, WELL + [None] * 3, other_takes_part=False)
    assert (chance_of(history) or 1) < silent
    paused = pair(WELL + [4.25] * 3, WELL + [None] * 3, pauses=((FIRST_MONDAY + timedelta(weeks=10), None),))
    assert (chance_of(paused) or 1) < silent


def test_the_band_is_told_in_tenths_with_what_moved_it() -> None:
    calm = risk_of(pair(WELL + WELL, WELL + WELL))
    assert calm is not None
    assert (calm.low, calm.high, calm.band, calm.certainty, calm.weeks) == (0, 1, Band.CALM, 2, 8)
    low = risk_of(pair(WELL + [3.0] * 3, WELL + [2.5] * 3))
    assert low is not None
    assert low.band == Band.TALK
    assert 0 <= low.low < low.high <= 10
    assert (low.drivers[0].signal, low.drivers[0].side, low.drivers[0].raises) == ("answers", Side.OTHER, True)
    assert low.would_lower[0] == "talk"


@pytest.mark.parametrize(
    ("facts", "higher"),
    [
        pytest.param([fact("deadline_missed", 8, "other"), fact("deadline_missed", 8.1, "other")], True, id="overdue"),
        pytest.param([fact("promise_kept", 8, "other")], False, id="kept"),
        pytest.param([fact("invoice_overdue", 8)], True, id="a late bill"),
        pytest.param([fact("message_unanswered", 8, "other", days=20)], True, id="silent"),
        pytest.param([fact("hours_below_agreed", 8, "other")], True, id="hours"),
        pytest.param([fact("wants_to_stop", 8, "other")], True, id="wants to stop"),
        pytest.param([fact("talk_held", 8)], False, id="a talk"),
        pytest.param(
            [fact("deadline_missed", 8, "other"), fact("illness", 8, "other"), fact("appreciation_given", 8, "self")],
            False,
            id="nobody could help it",
        ),
    ],
)
def test_what_people_do_moves_it(facts: list[Any], higher: bool) -> None:
    without = chance(WELL, [4.25, 4.25, 4, 3.5, 3.5])
    with_facts = chance(WELL, [4.25, 4.25, 4, 3.5, 3.5], entries=tuple(facts))
    assert with_facts > without if higher else with_facts < without


def test_hours_count_only_when_the_agreement_names_them() -> None:
    hours = tuple(fact("hours_given", week, "other", hours=6) for week in (0, 2, 4, 6))
    assert chance(WELL, WELL, entries=hours) == chance(WELL, WELL)
    assert chance(WELL, WELL, entries=hours, hours_per_period=12) > chance(WELL, WELL)


def test_a_contradicted_fact_moves_it_less() -> None:
    missed = fact("promise_not_kept", 8, "other")
    otherwise = fact("promise_not_kept", 8, "other", stance="otherwise")
    base = chance(WELL, WELL)
    assert base < chance(WELL, WELL, entries=(otherwise,)) < chance(WELL, WELL, entries=(missed,))


def test_what_goes_on_adds_up_to_one() -> None:
    for weeks in (1, 2, 4):
        assert all(sum(row) == pytest.approx(1) for row in moves_for(weeks))
        flowing, _, failing = breaks_within(4, weeks)
        assert 0 < flowing < failing < 1
    assert sum(map(sum, prior())) == pytest.approx(1)
    assert breaks_within(4, 1)[FLOWING] < breaks_within(4, 2)[FLOWING]
    assert breaks_within(4, 2, 0.37)[FAILING] < breaks_within(4, 2)[FAILING]


means = st.one_of(st.none(), st.integers(8, 40).map(lambda eighths: eighths / 8))
rounds = st.lists(st.tuples(means, means), min_size=4, max_size=9)


@settings(max_examples=20 * MANY, deadline=None)
@given(rounds, st.integers(8, 40), st.integers(0, 32), st.booleans())
def test_a_worse_newest_answer_never_lowers_the_risk(
    told: list[tuple[float | None, float | None]], newest: int, worse: int, is_noor: bool
) -> None:
    better, lower = newest / 8, max(newest - worse, 8) / 8

    def risk(mean: float) -> Any:
        last = (mean, 4.0) if is_noor else (4.0, mean)
        history = pair(*zip(*told, last, strict=True))  # type: ignore[arg-type]
        return chance_of(history), risk_of(history)

    (before, band), (after, worse_band) = risk(better), risk(lower)
    if before is None:
        assert after is None
        return
    assert after >= before - 1e-9
    assert worse_band.band.weight >= band.band.weight
    assert (worse_band.low, worse_band.high) >= (band.low, band.high)


@settings(max_examples=10 * MANY, deadline=None)
@given(rounds)
def test_both_sides_get_the_same_risk(told: list[tuple[float | None, float | None]]) -> None:
    history = pair(*zip(*told, strict=True))  # type: ignore[arg-type]
    here, there = risk_of(history), risk_of(mirror(history))
    assert (here is None) is (there is None)
    if here and there:
        assert (here.low, here.high, here.band, here.certainty) == (there.low, there.high, there.band, there.certainty)
        assert chance_of(history) == pytest.approx(chance_of(mirror(history)))
