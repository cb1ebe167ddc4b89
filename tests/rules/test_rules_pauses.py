"""Standing still: on which days, for how long, and never twice over the same days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenstroom.rules.attempts import Said, pair_code, says_it_helped, standard_day
from samenstroom.rules.facts import History
from samenstroom.rules.pauses import Span, as_facts, ended_early

APRIL, MAY, JUNE = date(2026, 4, 1), date(2026, 5, 1), date(2026, 6, 1)
ONE = timedelta(days=1)

days = st.dates(date(2026, 1, 1), date(2026, 12, 31))


@st.composite
def spans(draw: st.DrawFn) -> Span:
    starts_on = draw(days)
    length = draw(st.none() | st.integers(0, 90))
    return Span(starts_on, None if length is None else starts_on + timedelta(days=length))


def test_the_day_on_which_they_go_on_is_not_a_part_of_it() -> None:
    span = Span(APRIL, MAY)
    assert [span.holds_on(day) for day in (APRIL - ONE, APRIL, MAY - ONE, MAY)] == [False, True, True, False]
    assert [span.is_over(day) for day in (MAY - ONE, MAY)] == [False, True]


def test_without_an_end_it_goes_on() -> None:
    assert Span(APRIL).holds_on(date(2030, 1, 1))
    assert not Span(APRIL).is_over(date(2030, 1, 1))


def test_it_cannot_end_before_it_began() -> None:
    with pytest.raises(ValueError, match="begins"):
        Span(MAY, APRIL)


@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [
        (Span(APRIL, MAY), Span(MAY, JUNE), False),
        (Span(APRIL, MAY), Span(MAY - ONE, JUNE), True),
        (Span(APRIL), Span(JUNE), True),
        (Span(JUNE), Span(APRIL, MAY), False),
        (Span(APRIL, JUNE), Span(MAY, MAY), False),
        (Span(APRIL, JUNE), Span(MAY, MAY + ONE), True),
    ],
)
def test_one_that_follows_another_does_not_lie_over_it(one: Span, other: Span, overlap: bool) -> None:
    assert one.overlaps(other) is overlap
    assert other.overlaps(one) is overlap


@given(spans(), spans())
def test_two_overlap_exactly_when_both_hold_on_the_day_the_later_one_begins(one: Span, other: Span) -> None:
    begins = max(one.starts_on, other.starts_on)
    assert one.overlaps(other) is (one.holds_on(begins) and other.holds_on(begins))


@given(spans(), days)
def test_ending_early_never_makes_it_longer_and_holds_no_more_from_that_day_on(span: Span, on: date) -> None:
    left = ended_early(span, on)
    assert left.starts_on == span.starts_on
    assert not left.holds_on(on)
    assert left.resumes_on is not None and (span.resumes_on is None or left.resumes_on <= span.resumes_on)


def test_one_that_is_ended_before_it_began_never_was() -> None:
    left = ended_early(Span(MAY, JUNE), APRIL)
    assert left.is_empty
    assert as_facts([left]) == ()


@given(spans(), days)
def test_the_history_knows_the_same_days(span: Span, day: date) -> None:
    history = History(today=day, pauses=as_facts([span]))
    assert history.is_paused(day, day + ONE) is span.holds_on(day)


def test_facts_come_oldest_first() -> None:
    assert as_facts([Span(MAY), Span(APRIL, MAY)]) == ((APRIL, MAY - ONE), (MAY, None))


def test_an_attempt_takes_four_weeks_when_nobody_chooses() -> None:
    assert standard_day(APRIL) == date(2026, 4, 29)


def test_it_helped_only_when_both_say_it_flows_again() -> None:
    assert says_it_helped((Said.FLOWS, Said.FLOWS))
    for said in ((Said.FLOWS, Said.GO_ON), (Said.PART, Said.PART), (Said.FLOWS,), ()):
        assert not says_it_helped(said)


def test_nine_pairs_have_nine_names() -> None:
    assert len({pair_code(mine, theirs) for mine in Said for theirs in Said}) == 9
