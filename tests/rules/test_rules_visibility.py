"""May this person see this? A table over everybody and everything, and the rule for what is computed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenstroom.rules.visibility import Circle, Item, Viewer, may_see, may_see_derived

NOOR, MARLEEN, RUBEN, KARIN = 1, 2, 3, 4
TOGETHER, ELSEWHERE = frozenset({10}), frozenset({20})
VIEWERS = {
    "Noor": Viewer(NOOR, TOGETHER),
    "Marleen": Viewer(MARLEEN, TOGETHER),
    "Ruben": Viewer(RUBEN, ELSEWHERE),
    "Karin": Viewer(KARIN, frozenset()),
}


@pytest.mark.parametrize(
    ("item", "seen_by"),
    [
        pytest.param(Item(Circle.PRIVATE, 10, NOOR), {"Noor"}, id="private is for its author"),
        pytest.param(Item(Circle.PRIVATE, None, NOOR), {"Noor"}, id="private needs no collaboration"),
        pytest.param(Item(Circle.PRIVATE, 10, NOOR, opened=True), {"Noor"}, id="private never opens"),
        pytest.param(Item(Circle.PRIVATE, 10, None), set(), id="private of nobody is for nobody"),
        pytest.param(Item(Circle.SEALED, 10, NOOR), {"Noor"}, id="sealed is for its author"),
        pytest.param(Item(Circle.SEALED, 10, None), set(), id="sealed of nobody is for nobody"),
        pytest.param(Item(Circle.SEALED, 10, NOOR, opened=True), {"Noor", "Marleen"}, id="opened is for both"),
        pytest.param(Item(Circle.SEALED, None, NOOR, opened=True), {"Noor"}, id="opened to no collaboration"),
        pytest.param(Item(Circle.SHARED, 10, NOOR), {"Noor", "Marleen"}, id="shared is for both"),
        pytest.param(Item(Circle.SHARED, 10, None), {"Noor", "Marleen"}, id="shared needs no author"),
        pytest.param(Item(Circle.SHARED, 10, KARIN), {"Noor", "Marleen"}, id="writing it is not being a party"),
        pytest.param(Item(Circle.SHARED, None, NOOR), set(), id="shared with nobody"),
        pytest.param(Item(Circle.SHARED, 20, NOOR), {"Ruben"}, id="another collaboration"),
    ],
)
def test_each_thing_is_seen_by_exactly_these_people(item: Item, seen_by: set[str]) -> None:
    assert {name for name, viewer in VIEWERS.items() if may_see(viewer, item)} == seen_by


items = st.builds(
    Item,
    st.sampled_from(Circle),
    st.sampled_from([10, 20, None]),
    st.sampled_from([NOOR, MARLEEN, RUBEN, None]),
    st.booleans(),
)


@given(st.lists(items, min_size=1, max_size=4), st.sampled_from(list(VIEWERS.values())))
def test_what_is_computed_is_seen_only_by_who_sees_all_of_it(sources: list[Item], viewer: Viewer) -> None:
    assert may_see_derived(viewer, iter(sources)) is all(may_see(viewer, item) for item in sources)


def test_what_is_computed_from_nothing_is_for_nobody() -> None:
    assert not may_see_derived(VIEWERS["Noor"], ())


def test_an_unknown_circle_shows_nothing() -> None:
    with pytest.raises(ValueError):
        may_see(VIEWERS["Noor"], Item("open", 10, NOOR))  # type: ignore[arg-type]
