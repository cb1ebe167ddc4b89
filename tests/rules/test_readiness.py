"""The readiness test as a mirror: pure, without a total."""

from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenstroom import content
from samenstroom.rules.readiness import MOST_FIRST, Leaning, Mirror, Pattern, mirror

LETTERS = {"o": Leaning.OPEN, "m": Leaning.MIXED, "c": Leaning.CLOSED, "u": Leaning.UNKNOWN}
ANSWERS = st.dictionaries(st.text(min_size=1, max_size=4), st.sampled_from(Leaning), max_size=12)


def answered(letters: str) -> dict[str, Leaning]:
    """`omc` gives q0 open, q1 mixed, q2 closed."""
    return {f"q{number}": LETTERS[letter] for number, letter in enumerate(letters)}


@pytest.mark.parametrize(
    ("letters", "pattern"),
    [
        ("oooooooooo", Pattern.OPEN),
        ("oooooommmm", Pattern.OPEN),
        ("ooooooooou", Pattern.OPEN),
        ("oooooooooc", Pattern.MIXED),  # one thing that leans away is worth a talk, however open the rest is
        ("ooooommmmm", Pattern.MIXED),
        ("mmmmmmmmmm", Pattern.MIXED),
        ("cccccooooo", Pattern.MIXED),
        ("ccccccoooo", Pattern.CLOSED),
        ("cccccccccc", Pattern.CLOSED),
        ("ccccuuuuoo", Pattern.CLOSED),  # of what is known, most leans away
        ("uuuuuccccc", Pattern.UNSURE),
        ("uuuuuuuuuu", Pattern.UNSURE),
        ("", Pattern.UNSURE),
    ],
)
def test_the_closing_follows_from_what_is_recognised_most(letters: str, pattern: Pattern) -> None:
    assert mirror(answered(letters)).pattern is pattern


def test_it_names_what_is_there_what_may_rub_and_what_is_unknown_in_the_order_of_the_test() -> None:
    found = mirror(answered("ocmuo"))
    assert found.there == ("q0", "q4")
    assert found.rubs == ("q1", "q2")
    assert found.unknown == ("q3",)
    assert found.first == ("q1", "q3", "q2")


@given(ANSWERS)
def test_every_answer_stands_in_the_mirror_once(answers: dict[str, Leaning]) -> None:
    found = mirror(answers)
    assert sorted((*found.there, *found.rubs, *found.unknown)) == sorted(answers)
    assert len(found.first) <= MOST_FIRST
    assert set(found.first) <= {*found.rubs, *found.unknown}


def test_a_mirror_holds_no_number() -> None:
    assert {one.name for one in fields(Mirror)} == {"there", "rubs", "unknown", "first", "pattern"}


@pytest.mark.parametrize("language", content.languages())
def test_the_questions_fit_the_rule(language: str) -> None:
    found = content.load("readiness", language)
    questions = [question for part in found["parts"] for question in part["questions"]]
    assert len(questions) == 10
    assert len({one["id"] for one in questions}) == 10
    assert set(found["closing"]) == {one.value for one in Pattern}
    for question in questions:
        ids = [one["id"] for one in question["options"]]
        assert len(set(ids)) == 4 and Leaning.UNKNOWN.value not in ids
        assert {one["lean"] for one in question["options"]} == {"open", "mixed", "closed"}
        assert question["question"].endswith("?") and question["talk"].endswith("?")
