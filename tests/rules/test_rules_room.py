"""Her own room: plain adding up, also with half of it filled in."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from samenstroom.rules.room import Ask, leans_on, picture, shares

AMOUNTS = st.one_of(st.none(), st.decimals(min_value=0, max_value=100_000, places=2))


def ask(key: str, hours: str = "", income: str = "", *, is_running: bool = False) -> Ask:
    return Ask(key, Decimal(hours) if hours else None, Decimal(income) if income else None, is_running)


def test_only_what_runs_counts_until_she_says_yes() -> None:
    asks = [ask("a", "16", "1600", is_running=True), ask("b", "10", "900"), ask("c", "8", "700")]
    now = picture(asks, Decimal(32), Decimal(2500))
    assert (now.hours.total, now.hours.left, now.income.left) == (Decimal(16), Decimal(16), Decimal(900))
    assert picture(asks, Decimal(32), None, ["b"]).hours.left == Decimal(6)
    assert picture(asks, Decimal(32), None, ["b", "c"]).hours.left == Decimal(-2)


def test_what_is_not_filled_in_is_named_and_never_counted_as_nothing() -> None:
    found = picture([ask("a", "16", is_running=True), ask("b", "", "900")], None, None, ["b"])
    assert found.hours.total == Decimal(16) and found.hours.left is None
    assert found.hours.unknown == ("b",) and found.income.unknown == ("a",)


def test_shares_of_three_equal_ones_add_up() -> None:
    assert sorted(shares([ask(key, "", "100") for key in "abc"]).values()) == [33, 33, 34]


def test_more_than_half_from_one_is_said_only_beside_another() -> None:
    assert leans_on([ask("a", "", "900")]) is None
    assert leans_on([ask("a", "", "900"), ask("b", "", "300")]) == ("a", 75)
    assert leans_on([ask("a", "", "500"), ask("b", "", "500")]) is None


@given(st.lists(st.tuples(AMOUNTS, AMOUNTS, st.booleans()), max_size=6))
def test_shares_add_up_to_a_hundred_and_nothing_gets_lost(
    rows: list[tuple[Decimal | None, Decimal | None, bool]],
) -> None:
    asks = [Ask(str(number), *row) for number, row in enumerate(rows)]
    found = shares(asks)
    assert sum(found.values()) == (100 if found else 0)
    assert set(found) == {one.key for one in asks if one.income}
    whole = picture(asks, Decimal(40), None, [one.key for one in asks])
    assert whole.hours.total == sum((one.hours for one in asks if one.hours is not None), Decimal(0))
