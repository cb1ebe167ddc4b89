"""The record an indicator gets, and the finding it gives back."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from samenstroom.rules.answers import CheckIn
from samenstroom.rules.facts import History, RoundFacts, mirror, up_to
from samenstroom.rules.findings import (
    Evidence,
    Finding,
    Level,
    Side,
    fingerprint,
    importance,
    mirrored,
    record,
)
from samenstroom.rules.series import drops, mean_of_last, opened_points, own_usual, solo_points
from samenstroom.rules.visibility import Circle

MONDAY = date(2026, 1, 5)
FACT = Evidence(MONDAY, "mean", Side.SELF, {"self": 4, "other": 2, "round": 3})
OWN_FACT = replace(FACT, origin=Circle.PRIVATE)
Tell = Callable[..., History]


def finding(*evidence: Evidence, level: Level = Level.NOTICE, certainty: int = 2) -> Finding:
    return Finding("changed", None, level, MONDAY, Side.SELF, evidence, certainty, ("talk",), 1, "mean")


def test_sealed_answers_have_no_place_in_a_history() -> None:
    with pytest.raises(ValueError):
        RoundFacts(1, MONDAY, self_sent_on=MONDAY, self_answers={"trust": 4})


@pytest.mark.parametrize("missing", ["self_sent_on", "other_sent_on", "self_answers", "other_answers"])
def test_a_reveal_needs_both_answers(missing: str) -> None:
    whole = {
        "self_sent_on": MONDAY,
        "other_sent_on": MONDAY,
        "self_answers": {"trust": 4},
        "other_answers": {"trust": 4},
    }
    assert RoundFacts(1, MONDAY, revealed_on=MONDAY, **whole)  # type: ignore[arg-type]
    with pytest.raises(ValueError):
        RoundFacts(1, MONDAY, revealed_on=MONDAY, **(whole | {missing: None}))  # type: ignore[arg-type]


def test_a_round_number_is_used_once() -> None:
    with pytest.raises(ValueError):
        History(MONDAY, rounds=(RoundFacts(1, MONDAY), RoundFacts(1, MONDAY)))


def test_the_mirror_swaps_sides_and_leaves_out_what_is_private(history_of: Tell) -> None:
    solo = (CheckIn(MONDAY, True, {"trust": 1}),)
    seen_by_noor = history_of([5, 4, None], [2, 3, 3], own_solo=solo, other_takes_part=False)
    seen_by_marleen = mirror(seen_by_noor)
    assert seen_by_marleen.own_solo == ()
    assert seen_by_marleen.self_takes_part is False
    assert seen_by_marleen.rounds[0].self_answers == seen_by_noor.rounds[0].other_answers
    assert seen_by_marleen.rounds[2].other_sent_on is None
    assert mirror(seen_by_marleen) == replace(seen_by_noor, own_solo=())


def test_what_was_known_earlier_holds_nothing_of_later(history_of: Tell) -> None:
    history = history_of([5, 4, 3], [5, 4, 3], own_solo=(CheckIn(date(2026, 3, 1), True, {}),))
    earlier = up_to(history, date(2026, 1, 19))
    assert [one.number for one in earlier.rounds] == [1, 2]
    assert earlier.rounds[0].closed_on == date(2026, 1, 19)
    assert earlier.rounds[1].self_sent_on == date(2026, 1, 19)
    assert earlier.rounds[1].other_sent_on is None
    assert earlier.rounds[1].self_answers is None
    assert earlier.own_solo == ()
    assert up_to(history, MONDAY - timedelta(days=1)).rhythm_accepted_on is None


def test_a_finding_needs_evidence() -> None:
    with pytest.raises(ValueError):
        finding()
    with pytest.raises(ValueError):
        finding(FACT, certainty=4)


def test_sealed_facts_are_no_evidence() -> None:
    with pytest.raises(ValueError):
        replace(FACT, origin=Circle.SEALED)


def test_a_finding_is_shared_only_when_all_its_facts_are() -> None:
    assert finding(FACT).audience == Circle.SHARED
    assert finding(FACT, OWN_FACT).audience == Circle.PRIVATE


def test_a_private_finding_is_never_mirrored() -> None:
    with pytest.raises(ValueError):
        mirrored(finding(FACT, OWN_FACT))


def test_a_mirrored_finding_tells_the_same_from_the_other_side() -> None:
    there = mirrored(finding(FACT))
    assert there.side == Side.OTHER
    assert there.evidence[0].side == Side.OTHER
    assert there.evidence[0].data == {"other": 4, "self": 2, "round": 3}
    assert mirrored(there) == finding(FACT)


def test_the_fingerprint_depends_on_the_facts_alone() -> None:
    later = replace(FACT, on=MONDAY + timedelta(days=14))
    whole = finding(FACT, later)
    assert fingerprint(whole) == fingerprint(finding(later, FACT))
    assert fingerprint(whole) == fingerprint(replace(whole, level=Level.CONCERN, rule_version=2))
    assert fingerprint(whole) != fingerprint(finding(FACT))
    assert fingerprint(whole) != fingerprint(replace(whole, code="quiet"))
    assert fingerprint(finding(FACT)) != fingerprint(finding(OWN_FACT))
    # Kept decisions hold on to this: a new way of hashing would bring everything back that was set aside.
    assert fingerprint(finding(FACT)) == "5b5b8870b83682965e3ea1777b9200ed"


def test_a_finding_can_be_kept_as_plain_values() -> None:
    kept = json.loads(json.dumps(record(finding(FACT))))
    assert kept["since"] == "2026-01-05"
    assert kept["audience"] == "shared"
    assert kept["evidence"][0]["data"] == {"self": 4, "other": 2, "round": 3}


def test_the_heaviest_finding_comes_first() -> None:
    levels = [Level.GOOD, Level.NOTICE, Level.ALARM, Level.CONCERN]
    ordered = sorted((finding(FACT, level=level) for level in levels), key=importance)
    assert [one.level for one in ordered] == [Level.ALARM, Level.CONCERN, Level.NOTICE, Level.GOOD]


@pytest.mark.parametrize(
    ("values", "usual"),
    [
        ([], 4.1),
        ([4.1], 4.1),
        ([5, 5], 4.55),
        ([5, 5, 5, 5], 4.7),
        ([5, 5, 5, 5, 1, 1], 4.7),
        ([3] * 4, 3.3667),
    ],
)
def test_what_is_usual_leans_on_people_in_general(values: list[float], usual: float) -> None:
    assert own_usual(values) == pytest.approx(usual, abs=1e-4)


def test_the_mean_of_the_newest_two_needs_two() -> None:
    assert mean_of_last([4]) is None
    assert mean_of_last([1, 4, 5]) == 4.5


def test_a_drop_is_counted_from_the_middle_of_the_usual_answers(history_of: Tell) -> None:
    history = history_of([{"trust": 5}, {"trust": 4}, {"trust": 5}, {"trust": 3}, {"trust": 2}], [4] * 5)
    (drop,) = drops(opened_points(history, Side.SELF))
    assert (drop.item, drop.usual, drop.value, drop.fall, drop.twice) == ("trust", 5, 2, 3, 1)


def test_solo_check_ins_of_one_day_count_as_one() -> None:
    given = (
        CheckIn(MONDAY, True, {"trust": 5, "money": None}),
        CheckIn(MONDAY, True, {"trust": 2}),
        CheckIn(MONDAY, False, {"trust": 1}),
    )
    (point,) = solo_points(History(MONDAY, own_solo=given))
    assert point.values == {"trust": 3.5}
