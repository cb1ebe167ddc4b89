"""What differs between two agreements, and one with the difference put in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenstroom.rules.agreement.amending import (
    OtherGroundError,
    Swap,
    amended,
    change_between,
    change_from,
    only,
    touches,
)

VALUES = st.one_of(st.none(), st.booleans(), st.integers(0, 90), st.sampled_from(["30", "other", ""]))
TERMS = st.dictionaries(st.sampled_from(["payment_term_days", "notice", "rate"]), VALUES, max_size=3)
CODES = st.lists(st.sampled_from(["payment", "notice", "scope", "liability", "law"]), unique=True, max_size=5)


@st.composite
def documents(draw: st.DrawFn) -> dict[str, Any]:
    codes = draw(CODES)
    return {
        "format": "samenstroom-agreement",
        "jurisdiction": draw(st.sampled_from(["NL", "BE"])),
        "parties": {"provider": {"name": draw(st.text(max_size=5))}},
        "facts": draw(TERMS),
        "clauses": [{"code": code, "terms": draw(TERMS), "addition": draw(st.text(max_size=5))} for code in codes],
        "own_clauses": draw(st.lists(st.fixed_dictionaries({"title": st.text(max_size=4)}), max_size=2)),
        "charter": draw(st.lists(st.text(max_size=4), max_size=2)),
    }


def without_empty_facts(content: Mapping[str, Any]) -> dict[str, Any]:
    return {**content, "facts": {name: value for name, value in content["facts"].items() if value is not None}}


@given(documents(), documents())
def test_the_old_one_with_the_difference_is_the_new_one(old: dict[str, Any], new: dict[str, Any]) -> None:
    change = change_between(old, new)
    assert without_empty_facts(amended(old, change)) == without_empty_facts(new)
    assert change_from(change.as_data()) == change


@given(documents())
def test_nothing_differs_from_itself(content: dict[str, Any]) -> None:
    change = change_between(content, content)
    assert not change
    assert amended(content, change) == content


def _with(days: int) -> dict[str, Any]:
    clauses = [{"code": "payment", "terms": {"days": days}, "addition": ""}, {"code": "law", "terms": {}}]
    return {"facts": {}, "clauses": clauses}


def test_a_change_made_from_another_text_is_refused() -> None:
    change = change_between(_with(30), _with(14))
    with pytest.raises(OtherGroundError):
        amended(_with(60), change)


def test_a_clause_that_only_moved_is_a_change_of_the_order() -> None:
    turned = {**_with(30), "clauses": list(reversed(_with(30)["clauses"]))}
    change = change_between(_with(30), turned)
    assert (touches(change), change.order) == (frozenset(), ("law", "payment"))


def test_part_of_a_change_leaves_the_rest_as_it_was() -> None:
    new = {"facts": {"kind": "x"}, "clauses": [{"code": "payment", "terms": {"days": 14}, "addition": ""}]}
    change = change_between(_with(30), new)
    assert change.clauses["law"] == Swap({"terms": {}, "addition": ""}, None)
    part = amended(_with(30), only(change, frozenset({"payment"})))
    assert [one["terms"] for one in part["clauses"]] == [{"days": 14}, {}]
    assert part["facts"] == {}
