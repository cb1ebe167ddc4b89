"""Names of public pages, and putting things in order by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenstroom.rules.ordering import moved, picked
from samenstroom.rules.page_names import RESERVED, page_name_fault, suggested, tidied


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("noor-jansen", None),
        ("va2", None),
        ("no", "short"),
        ("", "short"),
        ("a" * 41, "long"),
        ("noor jansen", "signs"),
        ("-noor", "signs"),
        ("noor--jansen", "signs"),
        ("noor/..", "signs"),
        ("noör", "signs"),
        ("Noor", "signs"),
        ("beheerder", "reserved"),
        ("samenstroom", "reserved"),
    ],
)
def test_name_of_a_page_tells_what_is_wrong_with_it(name: str, fault: str | None) -> None:
    assert page_name_fault(name) == fault


@pytest.mark.parametrize(
    ("name", "idea"),
    [("Noor van Dalen", "noor-van-dalen"), ("  Zoë  Çelik ", "zoe-celik"), ("李", ""), ("Jo", ""), ("Beheerder", "")],
)
def test_first_idea_comes_from_her_name_or_is_left_to_her(name: str, idea: str) -> None:
    assert suggested(name) == idea


@given(st.text(max_size=80))
def test_first_idea_can_always_be_used(name: str) -> None:
    idea = suggested(name)
    assert idea == "" or page_name_fault(idea) is None


def test_capitals_accents_and_spaces_are_tidied_and_other_signs_are_told() -> None:
    assert tidied(" Zoë Jansen ") == "zoe-jansen"
    assert page_name_fault(tidied("noor@werk")) == "signs"
    assert all(name == tidied(name) for name in RESERVED)


def test_what_was_picked_before_keeps_its_order() -> None:
    assert picked(["rust", "moed", "zorg"], ["zorg", "humor", "rust", "humor"]) == ["rust", "zorg", "humor"]
    assert picked([{"own": "licht"}], [{"own": "licht"}]) == [{"own": "licht"}]


@pytest.mark.parametrize(
    ("item", "to", "order"),
    [("c", 0, "cab"), ("a", 1, "bac"), ("a", 9, "bca"), ("b", -3, "bac"), ("x", 0, "abc"), ("b", 1, "abc")],
)
def test_one_moves_and_the_others_keep_their_order(item: str, to: int, order: str) -> None:
    assert "".join(moved("abc", item, to)) == order


@given(st.lists(st.integers(), unique=True, min_size=1), st.data())
def test_moving_twice_is_moving_once_and_loses_nothing(items: list[int], data: st.DataObject) -> None:
    item = data.draw(st.sampled_from(items))
    to = data.draw(st.integers(0, len(items) - 1))
    once = moved(items, item, to)
    assert moved(once, item, to) == once and sorted(once) == sorted(items) and once.index(item) == to
