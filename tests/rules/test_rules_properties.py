"""What holds for every history: fair to both, no leak, never softer for a worse answer."""

import json
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from samenstroom.rules.answers import CheckIn
from samenstroom.rules.dimensions import ITEMS
from samenstroom.rules.facts import History, RoundFacts, mirror, up_to
from samenstroom.rules.findings import Finding, Side, mirrored, record
from samenstroom.rules.indicators import INDICATORS, changed, look_at
from samenstroom.rules.visibility import Circle

MONDAY = date(2026, 1, 5)
quick = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])

# A mood for the whole check-in and a few odd answers: falls and gaps turn up often, and drawing stays cheap.
steps = st.sampled_from([1, 2, 3, 4, 5, None])
checkins = st.builds(
    lambda mood, odd: dict.fromkeys(ITEMS, mood) | odd,
    st.integers(1, 5),
    st.dictionaries(st.sampled_from(ITEMS), steps, max_size=3),
)
told = st.one_of(checkins, checkins, st.none())


@st.composite
def histories(draw: st.DrawFn) -> History:
    """Any history of up to seven rounds, with own check-ins, pauses, and sides that may not take part."""
    pairs = draw(st.lists(st.tuples(told, told), max_size=7))
    weeks = draw(st.sampled_from([1, 2, 4]))
    step = timedelta(weeks=weeks)
    rounds = tuple(_round(index, pair, step, len(pairs)) for index, pair in enumerate(pairs))
    days = st.integers(0, 100).map(lambda n: MONDAY + timedelta(days=n))
    return History(
        today=MONDAY + max(len(pairs) - 1, 0) * step + timedelta(days=draw(st.integers(0, 40))),
        rhythm_weeks=weeks,
        rhythm_accepted_on=draw(st.sampled_from([None, MONDAY, MONDAY, MONDAY, MONDAY + step])),
        rounds=rounds,
        own_solo=tuple(draw(st.lists(st.builds(CheckIn, days, st.booleans(), checkins), max_size=4))),
        other_takes_part=draw(st.sampled_from([True, True, False])),
        self_takes_part=draw(st.sampled_from([True, True, False])),
        pauses=tuple(draw(st.lists(st.tuples(days, st.one_of(days, st.none())), max_size=1))),
    )


def _round(index: int, pair: tuple[Any, Any], step: timedelta, count: int) -> RoundFacts:
    own, other = pair
    opened_on = MONDAY + index * step
    both = own is not None and other is not None
    return RoundFacts(
        number=index + 1,
        opened_on=opened_on,
        closed_on=opened_on + step if index + 1 < count else None,
        revealed_on=opened_on if both else None,
        self_sent_on=opened_on if own is not None else None,
        other_sent_on=opened_on if other is not None else None,
        self_answers=own if both else None,
        other_answers=other if both else None,
    )


def kept(findings: Iterable[Finding]) -> list[str]:
    """The findings as plain values, in an order that has no side."""
    return sorted(json.dumps(record(one), sort_keys=True) for one in findings)


def shared(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    return tuple(one for one in findings if one.audience == Circle.SHARED)


@quick
@given(histories())
def test_the_other_side_gets_the_mirrored_findings(history: History) -> None:
    from_here = [mirrored(one) for one in shared(look_at(history))]
    assert kept(from_here) == kept(look_at(mirror(history)))


@quick
@given(histories(), st.lists(st.builds(CheckIn, st.just(MONDAY), st.booleans(), checkins), max_size=3))
def test_what_is_private_never_changes_what_is_shared(history: History, solo: list[CheckIn]) -> None:
    other_world = replace(history, own_solo=tuple(solo))
    assert shared(look_at(history)) == shared(look_at(other_world))
    assert look_at(mirror(history)) == look_at(mirror(other_world))


@quick
@given(histories())
def test_no_finding_without_evidence_that_was_known_by_then(history: History) -> None:
    known = up_to(history, history.today)
    for finding in look_at(known):
        assert finding.evidence
        assert finding.since <= history.today
        assert all(fact.on <= history.today for fact in finding.evidence)
        assert finding.remedies


@quick
@given(histories(), st.randoms(use_true_random=False))
def test_the_order_in_which_facts_are_given_does_not_matter(history: History, chance: Any) -> None:
    rounds, solo = list(history.rounds), list(history.own_solo)
    chance.shuffle(rounds)
    chance.shuffle(solo)
    assert look_at(replace(history, rounds=tuple(rounds), own_solo=tuple(solo))) == look_at(history)


def weight(history: History, side: Side, audience: Circle) -> int:
    """How heavy `changed` weighs for a side; -1 when there is none."""
    found = (one for one in changed.look(history) if (one.side, one.audience) == (side, audience))
    return max((one.level.weight for one in found), default=-1)


def lowered(values: Any, by: list[int]) -> dict[str, int | None]:
    """The same answers, each as low or lower."""
    return {
        item: None if step is None else max(1, step - down)
        for (item, step), down in zip(values.items(), by, strict=True)
    }


falls = st.lists(st.integers(0, 4), min_size=len(ITEMS), max_size=len(ITEMS))


@quick
@given(st.lists(checkins, min_size=1, max_size=7), st.sampled_from([Side.SELF, Side.OTHER]), falls)
def test_a_worse_newest_answer_never_removes_or_softens_a_change(answers: list[Any], side: Side, by: list[int]) -> None:
    def seen(newest: Any) -> int:
        given_answers = [*answers[:-1], newest]
        pairs = [(one, answers[0]) if side == Side.SELF else (answers[0], one) for one in given_answers]
        step = timedelta(weeks=2)
        rounds = tuple(_round(index, pair, step, len(pairs)) for index, pair in enumerate(pairs))
        return weight(History(rounds[-1].opened_on, rounds=rounds), side, Circle.SHARED)

    assert seen(lowered(answers[-1], by)) >= seen(answers[-1])


@quick
@given(st.lists(checkins, min_size=1, max_size=7), falls)
def test_a_worse_newest_answer_of_her_own_never_softens_it_either(answers: list[Any], by: list[int]) -> None:
    def seen(newest: Any) -> int:
        days = [MONDAY + timedelta(weeks=week) for week in range(len(answers))]
        given_answers = [*answers[:-1], newest]
        solo = tuple(CheckIn(day, True, one) for day, one in zip(days, given_answers, strict=True))
        return weight(History(days[-1], own_solo=solo), Side.SELF, Circle.PRIVATE)

    assert seen(lowered(answers[-1], by)) >= seen(answers[-1])


def test_findings_come_in_order_of_importance(history_of: Callable[..., History]) -> None:
    found = look_at(history_of([4] * 9, [5, 5, 5, 5, 2, 2, None, None, None]))
    assert [(one.code, one.level) for one in found] == [
        ("changed", "concern"),
        ("apart", "concern"),
        ("quiet", "notice"),
    ]


def test_every_indicator_says_who_it_is() -> None:
    assert [one.id for one in INDICATORS] == ["changed", "quiet", "apart"]
    fields = set(History.__dataclass_fields__)
    assert all(set(one.needs) <= fields and one.version >= 1 for one in INDICATORS)


@pytest.mark.parametrize("marleen", [[4] * 150, [4, 3, 5, None, 2] * 30])
def test_years_of_rounds_are_read_in_a_blink(history_of: Callable[..., History], marleen: list[Any]) -> None:
    history = history_of([4] * len(marleen), marleen, weeks=1)
    assert len(look_at(history)) <= 4
