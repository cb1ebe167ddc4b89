"""What few cases may say: against hand-computed numbers, against an independent library, and as laws that always hold."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from math import log

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from samenstroom.rules.dimensions import Dimension
from samenstroom.rules.learning import distances, first_signs, flying, gut
from samenstroom.rules.learning.beta import point_below, share_below
from samenstroom.rules.learning.calibration import Bin, Calibration, Forecast, Lean, Trust
from samenstroom.rules.learning.discrimination import Sign, log_ratio
from samenstroom.rules.learning.endings import EndingFacts, Label, label_of, said_of_it
from samenstroom.rules.learning.fates import Fate, Sighting, Tally, fate_of, tally
from samenstroom.rules.learning.shrinkage import FLAG, GUT, LATE, Prior, Rate
from samenstroom.rules.learning.yields import Yield, together

COUNTS = st.integers(0, 40)
SHAPES = st.floats(0.3, 60)


@given(st.floats(0, 1), SHAPES, SHAPES)
def test_the_beta_share_is_that_of_an_independent_library(x: float, a: float, b: float) -> None:
    assert share_below(x, a, b) == pytest.approx(stats.beta.cdf(x, a, b), abs=1e-9)


@given(st.floats(0.01, 0.99), SHAPES, SHAPES)
def test_the_beta_point_is_that_of_an_independent_library(share: float, a: float, b: float) -> None:
    assert point_below(share, a, b) == pytest.approx(stats.beta.ppf(share, a, b), abs=1e-7)


@pytest.mark.parametrize(("a", "b"), [(0, 1), (1, -1)])
def test_a_beta_distribution_needs_something_on_both_sides(a: float, b: float) -> None:
    with pytest.raises(ValueError, match="above zero"):
        share_below(0.5, a, b)


@pytest.mark.parametrize("prior", [FLAG, GUT, LATE])
def test_without_cases_the_rate_is_what_is_usual(prior: Prior) -> None:
    nothing = Rate(0, 0, prior)
    assert nothing.chance == prior.chance and not nothing.is_told
    a, b = prior.weight * prior.chance, prior.weight * (1 - prior.chance)
    assert nothing.interval == pytest.approx(stats.beta.interval(0.8, a, b), abs=1e-7)


@pytest.mark.parametrize(
    ("hits", "seen", "prior", "chance"),
    [(3, 4, FLAG, 0.45), (3, 4, GUT, 0.6), (0, 3, FLAG, 1 / 6), (1, 3, LATE, 1.58 / 5), (40, 40, GUT, 43 / 46)],
)
def test_a_rate_by_hand(hits: int, seen: int, prior: Prior, chance: float) -> None:
    assert Rate(hits, seen, prior).chance == pytest.approx(chance)


def test_three_of_four_is_told_as_wide_as_it_is() -> None:
    low, high = Rate(3, 4, GUT).interval
    assert (round(low, 2), round(high, 2)) == (0.40, 0.79)
    assert Rate(3, 4, GUT).is_told and not Rate(2, 2, GUT).is_told


@given(COUNTS, COUNTS, st.sampled_from([FLAG, GUT, LATE]))
def test_a_rate_lies_between_what_is_usual_and_the_cases(hits: int, misses: int, prior: Prior) -> None:
    seen = hits + misses
    rate = Rate(hits, seen, prior)
    raw = hits / seen if seen else prior.chance
    assert min(raw, prior.chance) - 1e-12 <= rate.chance <= max(raw, prior.chance) + 1e-12
    low, high = rate.interval
    assert 0 <= low < high <= 1
    assert Rate(hits + 1, seen + 1, prior).chance > rate.chance >= Rate(hits, seen + 1, prior).chance


@given(st.integers(1, 10), st.integers(0, 10), st.sampled_from([FLAG, GUT, LATE]))
def test_more_of_the_same_moves_towards_the_cases_and_says_more(hits: int, misses: int, prior: Prior) -> None:
    few, many = Rate(hits, hits + misses, prior), Rate(4 * hits, 4 * (hits + misses), prior)
    raw = hits / (hits + misses)
    assert abs(many.chance - raw) <= abs(few.chance - raw) + 1e-12
    width = many.interval[1] - many.interval[0]
    assert width < few.interval[1] - few.interval[0] + 0.06


@pytest.mark.parametrize(("hits", "seen"), [(2, 1), (-1, 3)])
def test_impossible_counts_are_refused(hits: int, seen: int) -> None:
    with pytest.raises(ValueError, match="never more hits"):
        Rate(hits, seen, FLAG)
    with pytest.raises(ValueError, match="never seen in more"):
        Sign(hits, seen, 0, 0)


def test_a_sign_by_hand() -> None:
    assert log_ratio(Sign(0, 0, 0, 0)) == pytest.approx(log(2))
    assert log_ratio(Sign(3, 4, 1, 5)) == pytest.approx(log(4.5 / 7) - log(1.75 / 8))


@given(COUNTS, COUNTS, COUNTS, COUNTS)
def test_changing_good_and_bad_turns_a_sign_around(a: int, more_a: int, b: int, more_b: int) -> None:
    one = Sign(a, a + more_a, b, b + more_b)
    other = Sign(b, b + more_b, a, a + more_a)
    turned = log_ratio(other, before_bad=0.25, before_good=0.5)
    assert log_ratio(one) == pytest.approx(-turned)
    assert log_ratio(Sign(a + 1, a + more_a + 1, b, b + more_b)) > log_ratio(one)


def series(*pairs: tuple[int, float, bool]) -> Calibration:
    return Calibration(tuple(Forecast(said, came) for count, said, came in pairs for _ in range(count)))


def test_nothing_is_judged_before_ten() -> None:
    assert series().brier is None and series().bias == 0 and series().lean is None
    nine = series((9, 0.9, False))
    assert nine.trust is Trust.COUNT and nine.lean is None and nine.picture == ()
    assert nine.brier == pytest.approx(0.81)


def test_a_series_by_hand() -> None:
    ten = series((7, 0.7, True), (3, 0.7, False))
    assert ten.brier == pytest.approx(0.21) and ten.bias == pytest.approx(0) and ten.lean is Lean.NEITHER
    assert ten.trust is Trust.HINT and ten.came_true == 7
    high = series((5, 0.9, True), (15, 0.9, False))
    assert high.bias == pytest.approx(0.65 * 20 / 30) and high.lean is Lean.HIGH and high.trust is Trust.CAREFUL
    assert series((10, 0.1, True)).lean is Lean.LOW
    assert series((10, 0.5, True)).brier == pytest.approx(0.25)


def test_the_picture_comes_at_thirty_in_three_parts() -> None:
    thirty = series((10, 0.1, False), (6, 0.5, True), (4, 0.5, False), (9, 0.8, True), (1, 0.8, False))
    assert series((29, 0.5, True)).picture == () and thirty.trust is Trust.PICTURE
    assert [(one.count, one.came_true) for one in thirty.picture] == [(10, 0), (10, 6), (10, 9)]
    assert thirty.picture[2].said == pytest.approx(0.8)
    assert series((30, 1.0, True)).picture[0] == Bin(0, 0.0, 0)


@given(st.lists(st.tuples(st.integers(0, 100), st.booleans()), max_size=60))
def test_every_estimate_is_in_one_part_and_all_is_bounded(given_: list[tuple[int, bool]]) -> None:
    found = Calibration(tuple(Forecast(percent / 100, came) for percent, came in given_))
    assert sum(one.count for one in found.picture) in (0, found.count)
    assert found.brier is None or 0 <= found.brier <= 1
    assert -1 <= found.bias <= 1


ENDINGS = [
    (EndingFacts(), Label.OPEN),
    (EndingFacts("conflict"), Label.BAD),
    (EndingFacts("unsafe", mine={"would_again": "yes"}), Label.BAD),
    (EndingFacts("runs_out"), Label.GOOD),
    (EndingFacts("together"), Label.GOOD),
    (EndingFacts("together", mine={"kept": "no"}), Label.BAD),
    (EndingFacts("runs_out", theirs={"would_again": "no"}), Label.BAD),
    (EndingFacts("runs_out", mine={"planned": "yes", "would_again": "no"}), Label.GOOD),
    (EndingFacts("runs_out", mine={"planned": "yes"}, theirs={"kept": "no"}), Label.BAD),
    (EndingFacts("one_side"), Label.OPEN),
    (EndingFacts("one_side", mine={"planned": "no", "conflict": "no", "would_again": "yes"}), Label.GOOD),
    (EndingFacts("one_side", mine={"planned": "no", "conflict": "yes"}), Label.BAD),
    (EndingFacts("one_side", mine={"planned": "yes", "conflict": "yes"}), Label.GOOD),
    (EndingFacts("faded"), Label.OPEN),
    (EndingFacts("faded", both_glad=False), Label.BAD),
    (EndingFacts("no_fault", mine={"kept": "no"}), Label.ASIDE),
    (EndingFacts(both_glad=True), Label.GOOD),
    (EndingFacts("conflict", own=Label.GOOD), Label.GOOD),
]


@pytest.mark.parametrize(("facts", "label"), ENDINGS)
def test_what_counts_as_ended_badly(facts: EndingFacts, label: Label) -> None:
    assert label_of(facts) is label


@pytest.mark.parametrize(
    ("ended", "again", "label"),
    [
        ("", "", None), ("planned", "no", Label.GOOD), ("well", "", Label.GOOD), ("well", "no", Label.BAD),
        ("discord", "yes", Label.BAD), ("broken", "", Label.BAD), ("", "otherwise", Label.GOOD), ("", "no", Label.BAD),
    ],
)  # fmt: skip
def test_her_own_words_make_her_own_label(ended: str, again: str, label: Label | None) -> None:
    assert said_of_it(ended, again) is label


FATES = [
    (Sighting(Label.OPEN), Fate.UNKNOWN),
    (Sighting(Label.ASIDE), Fate.UNKNOWN),
    (Sighting(Label.GOOD), Fate.FALSE_ALARM),
    (Sighting(Label.BAD), Fate.CAME_TRUE),
    (Sighting(Label.GOOD, was_seen_again=True), Fate.CAME_TRUE),
    (Sighting(Label.BAD, said=False, was_seen_again=True), Fate.FALSE_ALARM),
    (Sighting(Label.GOOD, said=True), Fate.CAME_TRUE),
]


@pytest.mark.parametrize(("sighting", "fate"), FATES)
def test_what_became_of_a_sign(sighting: Sighting, fate: Fate) -> None:
    assert fate_of(sighting) is fate


def test_a_tally_counts_and_rates_only_what_is_known() -> None:
    found = tally([Fate.CAME_TRUE, Fate.FALSE_ALARM, Fate.CAME_TRUE, Fate.UNKNOWN])
    assert found == Tally(2, 1, 1) and (found.seen, found.known) == (4, 3)
    assert found.rate() == Rate(2, 3, FLAG)


def test_doubt_is_no_yes() -> None:
    assert gut.was_right(4, Label.GOOD) and gut.was_right(3, Label.BAD) and gut.was_right(1, Label.BAD)
    assert gut.was_right(3, Label.GOOD) is False and gut.was_right(5, Label.BAD) is False
    assert gut.was_right(5, Label.OPEN) is None and gut.was_right(5, Label.ASIDE) is None
    assert gut.is_doubt(2, sussed=False) and gut.is_doubt(3, sussed=True) and not gut.is_doubt(4, sussed=True)


def on(day: int) -> date:
    return date(2026, 1, day)


def test_the_way_from_doubt_to_talk() -> None:
    path = distances.path_of([on(9), on(5)], [on(3), on(8)], [on(2), on(19)], on(30))
    assert path == distances.Path(on(5), on(8), on(19), on(30))
    assert (path.to_finding, path.to_talk, path.from_finding_to_talk, path.to_end) == (3, 14, 11, 25)
    assert distances.path_of([], [on(1)], [on(2)]) is None
    only = distances.path_of([on(5)], [], [on(4)], on(1))
    assert only == distances.Path(on(5)) and only.to_talk is None and only.from_finding_to_talk is None
    talked_first = distances.path_of([on(5)], [on(9)], [on(6)])
    assert talked_first is not None and talked_first.from_finding_to_talk is None


def test_the_middle_is_not_pulled_along_by_one_long_wait() -> None:
    assert distances.middle_of([None, None]) is None
    assert distances.middle_of([7, 400, 9, None]) == distances.Middle(9, 3)
    assert distances.middle_of([7, 8]) == distances.Middle(8, 2)


def test_what_went_wrong_first() -> None:
    signs = [first_signs.Sign(on(4), Dimension.MONEY), first_signs.Sign(on(2), Dimension.PERSONAL)]
    first = first_signs.first_of([*signs, first_signs.Sign(on(2), Dimension.TRUST)])
    assert first is not None and first.dimension is Dimension.TRUST and first_signs.first_of([]) is None
    counted = first_signs.counted([Dimension.MONEY, Dimension.TRUST, Dimension.MONEY])
    assert counted == ((Dimension.MONEY, 2), (Dimension.TRUST, 1))


def test_money_by_the_hour_counts_what_nobody_sees() -> None:
    one = Yield(Decimal(1000), Decimal(200), Decimal(40), Decimal(15))
    assert (one.by_hour, one.by_seen_hour) == (Decimal("25.00"), Decimal("40.00"))
    assert Yield(Decimal(100), hours=Decimal(3)).by_hour == Decimal("33.33")
    assert Yield(hours=Decimal(3)).by_hour is None and Yield(Decimal(5)).by_hour is None and Yield().is_empty
    assert Yield(Decimal(5), hours=Decimal(1)).by_seen_hour is None
    assert together((one, one)) == Yield(Decimal(2000), Decimal(400), Decimal(80), Decimal(30))
    assert together(()) == Yield()
    with pytest.raises(ValueError, match="not negative"):
        Yield(hours=Decimal(1), unseen=Decimal(2))


FLEW = [
    (Label.GOOD, (), True),
    (Label.GOOD, (3, 4, 3), False),
    (Label.GOOD, (2, 2), True),
    (Label.OPEN, (5, 4, 3), True),
    (Label.OPEN, (5, 4), None),
    (Label.BAD, (5, 5, 5), False),
    (Label.ASIDE, (4, 4, 4), True),
    (Label.ASIDE, (), None),
]


@pytest.mark.parametrize(("label", "flows", "flew"), FLEW)
def test_when_it_flourished(label: Label, flows: tuple[int, ...], flew: bool | None) -> None:
    assert flying.flourished(label, flows) is flew


def test_what_flying_has_in_common() -> None:
    flights = [
        *[flying.Flight(True, {"trial": True, "signed": True, "rhythm": None})] * 3,
        *[flying.Flight(False, {"trial": False, "signed": True, "rhythm": True})] * 3,
        flying.Flight(None, {"trial": False, "unheard": True}),
    ]
    found = flying.compare(flights)
    assert [one.trait for one in found] == ["trial", "signed", "rhythm"]
    assert found[0] == flying.Compared("trial", 3, 3, 0, 3)
    assert [one.is_told for one in found] == [True, False, False]
    assert flying.compare([]) == ()


@given(COUNTS, COUNTS, COUNTS, COUNTS)
def test_comparing_is_the_same_from_both_sides(a: int, more_a: int, b: int, more_b: int) -> None:
    one = flying.Compared("trial", a, a + more_a, b, b + more_b)
    other = flying.Compared("trial", b, b + more_b, a, a + more_a)
    assert one.difference == pytest.approx(-other.difference)
    assert not (one.is_told and other.is_told)
