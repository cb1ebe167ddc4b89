"""Two answers side by side: the same, different, a clash, or left open. Whoever looks, it is the same."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenstroom.rules.acquaintance import (
    OUTCOMES,
    Compared,
    Kind,
    Limits,
    Outcome,
    Question,
    compare,
    compare_choice,
    compare_number,
    compare_order,
    mirrored,
)

SEVEN = tuple("abcdefg")
FIVE = tuple("abcde")
CLASHES = frozenset({frozenset({"a", "c"}), frozenset({"b", "d"})})


def codes(compared: Compared) -> list[str]:
    return [one.code for one in compared.reasons]


@pytest.mark.parametrize(
    ("mine", "theirs", "outcome", "why"),
    [
        ("abc", "abc", Outcome.SAME, ["common_3", "same_first"]),
        ("abc", "cab", Outcome.SAME, ["common_3"]),
        ("abc", "bad", Outcome.SAME, ["common_2"]),
        ("abc", "aef", Outcome.DIFFERENT, ["common_1", "same_first"]),
        ("abc", "dce", Outcome.DIFFERENT, ["common_1"]),
        ("abc", "def", Outcome.CLASH, ["common_0"]),
        ("ab", "abc", Outcome.OPEN, ["few"]),
        ("abc", "a", Outcome.OPEN, ["few"]),
    ],
)
def test_first_three_in_order(mine: str, theirs: str, outcome: Outcome, why: list[str]) -> None:
    found = compare_order(tuple(mine), tuple(theirs), SEVEN)
    assert (found.outcome, codes(found)) == (outcome, why)


@pytest.mark.parametrize(
    ("mine", "theirs", "outcome", "why"),
    [
        ("abcde", "abced", Outcome.SAME, ["common_3", "same_first"]),
        ("abcde", "bcdea", Outcome.CLASH, ["common_2", "mine_last"]),
        ("bcdea", "abcde", Outcome.CLASH, ["common_2", "theirs_last"]),
        ("abcde", "edcba", Outcome.CLASH, ["common_1", "mine_last", "theirs_last"]),
        ("abcde", "cdeab", Outcome.DIFFERENT, ["common_1"]),
        ("abcde", "bca", Outcome.SAME, ["common_3"]),
    ],
)
def test_everything_in_order(mine: str, theirs: str, outcome: Outcome, why: list[str]) -> None:
    found = compare_order(tuple(mine), tuple(theirs), FIVE)
    assert (found.outcome, codes(found)) == (outcome, why)


def test_what_both_have_at_the_top_is_named_in_the_order_of_the_question() -> None:
    assert compare_order(("c", "a", "g"), ("a", "c", "b"), SEVEN).reasons[0].about == ("a", "c")


@pytest.mark.parametrize(
    ("mine", "theirs", "outcome"),
    [("a", "a", Outcome.SAME), ("a", "c", Outcome.CLASH), ("d", "b", Outcome.CLASH), ("a", "b", Outcome.DIFFERENT)],
)
def test_choices(mine: str, theirs: str, outcome: Outcome) -> None:
    assert compare_choice(mine, theirs, CLASHES).outcome is outcome


@pytest.mark.parametrize(
    ("mine", "theirs", "outcome"),
    [
        (0, 0, Outcome.SAME),
        (8, 8, Outcome.SAME),
        (8, 10, Outcome.SAME),
        (8, 11, Outcome.DIFFERENT),
        (8, 15, Outcome.DIFFERENT),
        (8, 16, Outcome.CLASH),
        (1, 2, Outcome.DIFFERENT),
        (0, 1, Outcome.DIFFERENT),
        (0, 2, Outcome.CLASH),
        (1, 3, Outcome.CLASH),
    ],
)
def test_numbers(mine: int, theirs: int, outcome: Outcome) -> None:
    assert compare_number(mine, theirs).outcome is outcome


def test_limits_can_be_others() -> None:
    assert compare_number(8, 16, Limits(times=3)).outcome is Outcome.DIFFERENT


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("nothing", [None, "", (), []])
def test_what_is_left_open_is_open_whatever_the_other_said(kind: Kind, nothing: Any) -> None:
    question, said = Question("q", kind, FIVE), {"order": FIVE, "number": 3}.get(kind.value, "a")
    assert compare(question, nothing, said) == Compared(Outcome.OPEN, compare(question, nothing, said).reasons)
    assert codes(compare(question, nothing, said)) == ["mine_open"]
    assert codes(compare(question, said, nothing)) == ["theirs_open"]
    assert codes(compare(question, nothing, nothing)) == ["both_open"]


def test_zero_is_an_answer() -> None:
    assert compare(Question("q", Kind.NUMBER), 0, 0).outcome is Outcome.SAME


@given(st.text(min_size=1), st.text(min_size=1))
def test_text_is_never_compared(mine: str, theirs: str) -> None:
    assert compare(Question("q", Kind.TEXT), mine, theirs).outcome is Outcome.BESIDE


def test_page_begins_with_what_asks_for_a_talk() -> None:
    assert OUTCOMES == (Outcome.CLASH, Outcome.DIFFERENT, Outcome.BESIDE, Outcome.SAME, Outcome.OPEN)


PART_OF_SEVEN = st.permutations(SEVEN).flatmap(lambda all_: st.integers(0, 7).map(lambda n: tuple(all_[:n])))
ANSWERS = st.one_of(
    st.tuples(st.just(Question("order", Kind.ORDER, SEVEN)), PART_OF_SEVEN, PART_OF_SEVEN),
    st.tuples(
        st.just(Question("choice", Kind.CHOICE, FIVE, CLASHES)),
        st.one_of(st.none(), st.sampled_from(FIVE)),
        st.one_of(st.none(), st.sampled_from(FIVE)),
    ),
    st.tuples(
        st.just(Question("number", Kind.NUMBER)),
        st.one_of(st.none(), st.integers(0, 400)),
        st.one_of(st.none(), st.integers(0, 400)),
    ),
    st.tuples(st.just(Question("text", Kind.TEXT)), st.text(), st.text()),
)


@given(ANSWERS)
def test_changing_sides_gives_the_mirrored_result(asked: tuple[Question, Any, Any]) -> None:
    question, mine, theirs = asked
    assert compare(question, theirs, mine) == mirrored(compare(question, mine, theirs))


@given(ANSWERS)
def test_every_outcome_says_why(asked: tuple[Question, Any, Any]) -> None:
    assert compare(*asked).reasons
