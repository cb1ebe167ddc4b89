"""What holds for every history: fair to both, no leak, never softer for a worse answer."""

import json
from collections.abc import Callable, Iterable
from dataclasses import asdict, replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from samenstroom.rules.answers import CheckIn
from samenstroom.rules.dimensions import ITEMS
from samenstroom.rules.entries import Entry, Feeling, Stance
from samenstroom.rules.facts import History, RoundFacts, mirror, up_to
from samenstroom.rules.findings import Finding, Level, Side, mirrored, record
from samenstroom.rules.good_steps import ALSO_BEGINS, GOOD_STEPS, STEPS
from samenstroom.rules.indicators import INDICATORS, changed, erosion, look_at, low_start, shared_findings
from samenstroom.rules.life_cycle import Stage
from samenstroom.rules.no_fault import EXCUSES
from samenstroom.rules.remedies import CODES
from samenstroom.rules.visibility import Circle
from tests.conftest import IS_DEEP

MONDAY = date(2026, 1, 5)
MANY = 30 if IS_DEEP else 1
quick = settings(max_examples=20 * MANY, deadline=None, suppress_health_check=[HealthCheck.too_slow])

# A mood for the whole check-in and a few odd answers: falls and gaps turn up often, and drawing stays cheap.
steps = st.sampled_from([1, 2, 3, 4, 5, None])
checkins = st.builds(
    lambda mood, odd: dict.fromkeys(ITEMS, mood) | odd,
    st.integers(1, 5),
    st.dictionaries(st.sampled_from(ITEMS), steps, max_size=3),
)
told = st.one_of(checkins, checkins, st.none())


KINDS = sorted({*STEPS, *GOOD_STEPS, *ALSO_BEGINS, *EXCUSES, *(kind for one in INDICATORS for kind in one.kinds)})
sides = st.sampled_from([Side.SELF, Side.OTHER])
months = st.integers(0, 100).map(lambda n: MONDAY + timedelta(days=n))
datas = st.one_of(
    st.just({}),
    st.sampled_from([{"days": 20}, {"due_on": "2026-03-02"}, {"hours": 9.0}, {"amount": 100}]),
    st.sampled_from([{"days": 0}, {"percent": 60}, {"count": 2}]),
)
loose = st.builds(
    Entry,
    kind=st.sampled_from(KINDS),
    on=months,
    by=sides,
    about=sides,
    data=datas,
    origin=st.sampled_from([Circle.SHARED, Circle.SHARED, Circle.PRIVATE]),
    stance=st.sampled_from([None, None, *Stance]),
)


def keyed(entries: list[Entry]) -> tuple[Entry, ...]:
    """Each with a key of its own, as in the app; what is private was noted by who looks."""
    return tuple(
        replace(one, key=f"k{at}", by=Side.SELF if one.origin == Circle.PRIVATE else one.by)
        for at, one in enumerate(entries)
    )


# Facts come in bunches, so that rules which need two or three of a kind speak often enough.
bunches = st.lists(st.lists(loose, min_size=1, max_size=2).map(lambda few: few * 2), max_size=6)
facts = bunches.map(lambda many: keyed([one for few in many for one in few]))
felt = st.lists(st.builds(Feeling, months, st.integers(1, 5), st.booleans()), max_size=7).map(tuple)


@st.composite
def eventful(draw: st.DrawFn) -> History:
    """A history of dated facts and feelings, with the limits of an agreement that may be known."""
    return History(
        today=MONDAY + timedelta(days=draw(st.integers(60, 150))),
        entries=draw(facts),
        feelings=draw(felt),
        stage=draw(st.sampled_from([None, *Stage])),
        payment_days=draw(st.sampled_from([None, 14])),
        hours_per_period=draw(st.sampled_from([None, 20.0])),
        response_days=draw(st.sampled_from([None, 2])),
        notice_days=draw(st.sampled_from([None, 30])),
    )


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

    def told(finding: Finding) -> str:
        values: dict[str, Any] = record(finding)
        values["evidence"] = sorted(json.dumps(fact, sort_keys=True) for fact in values["evidence"])
        # Own silence has other remedies than the silence of the other: those are for who reads.
        del values["remedies"]
        return json.dumps(values, sort_keys=True)

    return sorted(told(one) for one in findings)


def shared(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    return tuple(one for one in findings if one.audience == Circle.SHARED)


@quick
@given(histories())
def test_the_other_side_gets_the_mirrored_findings(history: History) -> None:
    from_here = [mirrored(one) for one in shared(look_at(history))]
    assert kept(from_here) == kept(look_at(mirror(history)))


@quick
@given(eventful())
def test_dated_facts_are_mirrored_as_well(history: History) -> None:
    from_here = [mirrored(one) for one in shared_findings(history)]
    assert kept(from_here) == kept(look_at(mirror(history)))


@quick
@given(eventful(), st.lists(loose, max_size=5), felt)
def test_what_she_notes_for_herself_changes_nothing_for_anybody_else(
    history: History, private: list[Entry], feelings: tuple[Feeling, ...]
) -> None:
    shared = [one for one in history.entries if one.origin == Circle.SHARED]
    own = [replace(one, origin=Circle.PRIVATE, by=Side.SELF, key=f"p{at}") for at, one in enumerate(private)]
    other_world = replace(history, entries=(*shared, *own), feelings=feelings)
    assert shared_findings(history) == shared_findings(other_world)
    assert look_at(mirror(history)) == look_at(mirror(other_world))


@quick
@given(histories(), st.lists(st.builds(CheckIn, st.just(MONDAY), st.booleans(), checkins), max_size=3))
def test_what_is_private_never_changes_what_is_shared(history: History, solo: list[CheckIn]) -> None:
    other_world = replace(history, own_solo=tuple(solo))
    assert shared(look_at(history)) == shared(look_at(other_world))
    assert look_at(mirror(history)) == look_at(mirror(other_world))


@quick
@given(st.one_of(histories(), eventful()))
def test_no_finding_without_evidence_that_was_known_by_then(history: History) -> None:
    known = up_to(history, history.today)
    for finding in look_at(known):
        assert finding.evidence
        assert finding.since <= history.today
        assert all(fact.on <= history.today for fact in finding.evidence)
        assert finding.remedies
        assert set(finding.remedies) <= CODES
        assert finding.level == Level.GOOD or finding.remedies[0] not in ("say_thanks", "keep_going")


@quick
@given(histories(), st.randoms(use_true_random=False))
def test_the_order_in_which_facts_are_given_does_not_matter(history: History, chance: Any) -> None:
    rounds, solo = list(history.rounds), list(history.own_solo)
    chance.shuffle(rounds)
    chance.shuffle(solo)
    assert look_at(replace(history, rounds=tuple(rounds), own_solo=tuple(solo))) == look_at(history)


@quick
@given(eventful(), st.randoms(use_true_random=False))
def test_the_order_within_a_day_does_not_matter(history: History, chance: Any) -> None:
    entries, feelings = list(history.entries), list(history.feelings)
    chance.shuffle(entries)
    chance.shuffle(feelings)
    assert look_at(replace(history, entries=tuple(entries), feelings=tuple(feelings))) == look_at(history)


def weights(history: History) -> dict[str, int]:
    """How heavy each rule weighs, before anything is merged; good news weighs nothing."""
    found: dict[str, int] = {}
    for indicator in INDICATORS:
        for one in indicator.look(history):
            found[one.code] = max(found.get(one.code, 0), one.level.weight)
    return found


@settings(quick, max_examples=30 * MANY)
@given(eventful(), st.sampled_from(sorted({*GOOD_STEPS, *EXCUSES})), months, sides)
def test_a_good_step_or_bad_luck_never_makes_anything_heavier(
    history: History, kind: str, day: date, side: Side
) -> None:
    step = Entry(kind, day, by=Side.SELF, about=side, key="step")
    after = replace(history, entries=(*history.entries, step))
    before, now = weights(history), weights(after)
    assert {code: weight for code, weight in now.items() if weight > before.get(code, 0)} == {}
    heaviest = [max((one.level.weight for one in look_at(known)), default=0) for known in (history, after)]
    assert heaviest[1] <= heaviest[0]


def weight(history: History, side: Side, audience: Circle) -> int:
    """How heavy the answers of a side weigh; -1 when nothing is told about them."""
    told = (one for rule in (changed, low_start, erosion) for one in rule.look(history))
    found = (one for one in told if (one.side, one.audience) == (side, audience))
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
    ids = [one.id for one in INDICATORS]
    assert ids[:3] == ["changed", "quiet", "apart"]
    assert len(ids) == len(set(ids)) > 40
    fields = set(History.__dataclass_fields__)
    for one in INDICATORS:
        assert set(one.needs) <= fields and one.version >= 1
        assert one.absorbs <= set(ids)
        assert ("entries" in one.needs) is bool(one.kinds)
        numbers = asdict(one.defaults)  # type: ignore[call-overload]
        assert numbers and all(isinstance(number, int | float) for number in numbers.values())


@pytest.mark.parametrize("marleen", [[4] * 150, [4, 3, 5, None, 2] * 30])
def test_years_of_rounds_are_read_in_a_blink(history_of: Callable[..., History], marleen: list[Any]) -> None:
    history = history_of([4] * len(marleen), marleen, weeks=1)
    assert len(look_at(history)) <= 4
