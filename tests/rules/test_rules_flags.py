"""Which flags wave, what asks something now, what changed: tables of cases. No total anywhere."""

from dataclasses import fields

import pytest

from samenstroom.rules.dimensions import Dimension
from samenstroom.rules.flags import (
    Answer,
    Change,
    Flag,
    Given,
    Group,
    Place,
    ScanReading,
    compare,
    first_open,
    merge_notes,
    place_of,
    read_scan,
)
from samenstroom.rules.stretch import Direction, Pointing, read_stretch

YES, BIT, NO, OPEN = Given
NOW, WATCH, FIND_OUT, FINE = Place
ON_YES, ON_NO = frozenset({YES, BIT}), frozenset({NO, BIT})


def flag(
    name: str = "haggles", *, weight: int = 2, on: frozenset[Given] = ON_YES, stop: frozenset[Given] = frozenset(),
    group: Group = Group.OTHER, touches: frozenset[str] = frozenset(),
) -> Flag:  # fmt: skip
    return Flag(name, group, Dimension.MONEY, weight, on, stop, touches)


def read(*given: tuple[Flag, Given]) -> ScanReading:
    return read_scan([one for one, _ in given], {one.id: Answer(answer) for one, answer in given})


@pytest.mark.parametrize(
    ("weight", "given", "place"),
    [
        (1, YES, WATCH), (1, BIT, WATCH), (1, NO, FINE), (1, OPEN, FIND_OUT),
        (2, YES, NOW), (2, BIT, WATCH), (2, NO, FINE), (2, OPEN, FIND_OUT),
        (3, YES, NOW), (3, BIT, NOW), (3, NO, FINE), (3, OPEN, FIND_OUT),
    ],
)  # fmt: skip
def test_place_follows_from_weight_and_answer(weight: int, given: Given, place: Place) -> None:
    assert place_of(flag(weight=weight), given) is place


@pytest.mark.parametrize(("given", "place"), [(NO, NOW), (BIT, WATCH), (YES, FINE), (OPEN, FIND_OUT)])
def test_not_daring_is_what_waves(given: Given, place: Place) -> None:
    assert place_of(flag("dare_give_price", on=ON_NO), given) is place


def test_a_stop_asks_something_now_however_light_it_is_and_stands_first() -> None:
    light = flag("unlawful_request", weight=1, stop=frozenset({BIT}))
    reading = read((flag("heavy", weight=3), YES), (light, BIT))
    assert [one.flag.id for one in reading.at(NOW)] == ["unlawful_request", "heavy"]
    assert [one.flag.id for one in reading.stops] == ["unlawful_request"]


def test_a_stop_that_is_not_answered_so_is_no_stop() -> None:
    reading = read((flag(stop=frozenset({YES}), weight=3), BIT))
    assert not reading.stops and reading.at(NOW)


def test_heaviest_first_then_firmest_then_as_asked() -> None:
    asked = [("a", 1, YES), ("b", 3, BIT), ("c", 3, YES), ("d", 2, YES), ("e", 3, YES)]
    reading = read(*((flag(name, weight=weight), given) for name, weight, given in asked))
    assert [one.flag.id for one in reading.waving] == ["c", "e", "b", "d", "a"]


def test_without_an_answer_it_is_still_to_be_found_out() -> None:
    reading = read_scan([flag()], {})
    assert [one.flag.id for one in reading.at(FIND_OUT)] == ["haggles"]
    assert not reading.waving


def test_answer_to_a_question_that_is_gone_is_left_unread() -> None:
    assert not read_scan([flag()], {"no_longer_asked": Answer(YES)}).waving


def test_topics_are_those_of_waving_flags_alone() -> None:
    reading = read(
        (flag("a", touches=frozenset({"price", "hours"})), YES),
        (flag("b", touches=frozenset({"law"})), NO),
        (flag("c", touches=frozenset({"honesty"})), OPEN),
    )
    assert reading.topics == {"price", "hours"}
    assert reading.waving_ids == {"a"}


@pytest.mark.parametrize(
    ("group", "given", "asks"),
    [
        (Group.MOTIVES, YES, True), (Group.SELF, BIT, True), (Group.OTHER, YES, False), (Group.MIXED, YES, False),
        (Group.MOTIVES, NO, False), (Group.MOTIVES, OPEN, False),
    ],
)  # fmt: skip
def test_a_motive_of_her_own_asks_for_a_night(group: Group, given: Given, asks: bool) -> None:
    assert read((flag(group=group), given)).asks_for_a_night is asks


@pytest.mark.parametrize(
    ("then", "now", "change"),
    [
        (NO, YES, Change.NEW), (OPEN, BIT, Change.NEW),
        (YES, NO, Change.GONE), (BIT, NO, Change.GONE),
        (YES, BIT, Change.CHANGED), (YES, OPEN, Change.CHANGED), (NO, OPEN, Change.CHANGED), (OPEN, NO, Change.CHANGED),
        (YES, YES, Change.SAME), (OPEN, OPEN, Change.SAME),
    ],
)  # fmt: skip
def test_two_scans_side_by_side(then: Given, now: Given, change: Change) -> None:
    (found,) = compare(read((flag(), then)), read((flag(), now)))
    assert found.change is change


def test_what_was_fine_twice_and_what_one_scan_did_not_ask_is_left_out() -> None:
    earlier = read((flag("a"), NO), (flag("old"), YES))
    assert compare(earlier, read((flag("a"), NO), (flag("b"), YES))) == ()


def test_a_reading_holds_no_number_to_add_up() -> None:
    assert [one.name for one in fields(ScanReading)] == ["flags"]


@pytest.mark.parametrize(
    ("answered", "number"), [([], 1), (["a"], 2), (["b"], 1), (["a", "c"], 2), (["c", "a", "b"], 4), (["x"], 1)]
)
def test_going_on_begins_at_the_first_open_question(answered: list[str], number: int) -> None:
    assert first_open(["a", "b", "c"], answered) == number


@pytest.mark.parametrize(
    ("stored", "given", "is_stale", "kept"),
    [
        ("", "nieuw", False, "nieuw"),
        ("oud", "nieuw", False, "nieuw"),
        ("oud", "", False, ""),
        ("oud", "nieuw", True, "oud\n\nnieuw"),
        ("oud", "oud en nieuw", True, "oud en nieuw"),
        ("oud", "oud", True, "oud"),
        ("oud", "", True, "oud"),
        ("", "nieuw", True, "nieuw"),
    ],
)
def test_no_words_get_lost_between_two_tabs(stored: str, given: str, is_stale: bool, kept: str) -> None:
    assert merge_notes(stored, given, is_stale=is_stale) == kept


@pytest.mark.parametrize(
    ("stretch", "bend", "direction"),
    [
        (0, 0, Direction.UNCLEAR), (2, 0, Direction.UNCLEAR), (1, 1, Direction.UNCLEAR),
        (3, 0, Direction.STRETCH), (5, 0, Direction.STRETCH), (4, 1, Direction.STRETCH), (3, 1, Direction.STRETCH),
        (0, 3, Direction.BEND), (1, 4, Direction.BEND),
        (2, 1, Direction.BOTH), (1, 2, Direction.BOTH), (3, 2, Direction.BOTH), (2, 3, Direction.BOTH),
    ],
)  # fmt: skip
def test_stretching_or_bending(stretch: int, bend: int, direction: Direction) -> None:
    pointing = [Pointing.STRETCH] * stretch + [Pointing.BEND] * bend + [Pointing.NEITHER] * (5 - stretch - bend)
    assert read_stretch(pointing) is direction
