"""The geometry of charts: one data object for picture and table."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenstroom.kit.charts import Compass, GapRows, Point, Trend, Weave
from samenstroom.kit.charts.lines import between, line, number
from samenstroom.kit.charts.route import route_lines

steps = st.one_of(st.none(), st.integers(1, 5))


def trend(mine: object, theirs: object = None, **more: object) -> Trend:
    count = len(mine or theirs)  # type: ignore[arg-type]
    labels = [f"week {week}" for week in range(1, count + 1)]
    return Trend(labels, mine, theirs, my_name="Jij", their_name="Marleen", **more)  # type: ignore[arg-type]


def test_numbers_have_one_decimal_at_most() -> None:
    assert [number(value) for value in (0, -0.01, 12.0, 33.333, 8.25)] == ["0", "0", "12", "33.3", "8.2"]


def test_a_line_stops_where_an_answer_is_missing() -> None:
    assert line([(0, 0), (10, 0), None, (30, 5), (40, 5)]).count("M") == 2


def test_a_lone_answer_is_a_mark_and_not_a_line() -> None:
    assert line([(0, 0), None, (20, 0), None]) == ""


def test_the_space_between_exists_only_where_both_spoke() -> None:
    mine = [(0.0, 0.0), (10.0, 0.0), None, (30.0, 0.0), (40.0, 0.0)]
    theirs = [(0.0, 9.0), (10.0, 9.0), (20.0, 9.0), (30.0, 9.0), (40.0, 9.0)]
    shape = between(mine, theirs)
    assert shape.count("Z") == 2
    assert "20 " not in shape


def test_trend_draws_highest_on_top_and_equal_steps_in_time() -> None:
    chart = trend((5, 1, 3))
    assert chart.my_line.startswith("M0 0")
    assert chart.my_line.endswith("100 50")
    assert "50 100" in chart.my_line


def test_trend_table_holds_what_the_picture_holds() -> None:
    chart = trend((4, None), (3, 2), long_labels=("7 september", "14 september"))
    assert [tuple(row) for row in chart.rows] == [("7 september", 4, 3), ("14 september", None, 2)]
    assert [dot.value for dot in chart.my_dots] == [4, None]
    assert [dot.value for dot in chart.their_dots] == [3, 2]


def test_trend_keeps_the_latest_eight_moments() -> None:
    chart = trend(tuple([1] * 4 + [5] * 8), tuple([2] * 12))
    assert len(chart.labels) == len(chart.rows) == 8
    assert chart.labels[0] == "week 5"
    assert {row.mine for row in chart.rows} == {5}


def test_trend_works_for_one_person_and_for_nobody() -> None:
    alone = trend((2, 3), None)
    assert alone.has_mine
    assert not alone.has_theirs
    assert alone.their_line == alone.gap == ""
    nobody = trend((None, None), None)
    assert nobody.my_line == ""
    assert nobody.ends == []


def test_trend_works_for_a_single_moment() -> None:
    assert trend((3,), (3,)).my_line == ""


@pytest.mark.parametrize(
    ("mine", "theirs", "expected"),
    [
        ((2,), (4,), [("a", 2, True), ("b", 4, False)]),
        ((4,), (2,), [("a", 4, False), ("b", 2, True)]),
        ((1,), (4,), [("a", 1, False), ("b", 4, False)]),
        ((3, None), (4, 4), [("a", 3, True), ("b", 4, False)]),
    ],
)
def test_names_at_the_end_do_not_collide(mine: object, theirs: object, expected: object) -> None:
    ends = [(end.names[0][0], end.value, end.is_under) for end in trend(mine, theirs).ends]
    assert ends == expected


def test_lines_that_end_together_share_one_name_label() -> None:
    (end,) = trend((4, 3), (2, 3)).ends
    assert [name for _, name in end.names] == ["Jij", "Marleen"]


@pytest.mark.parametrize("bad", [(0,), (6,)])
def test_trend_refuses_a_step_outside_the_scale(bad: tuple[int]) -> None:
    with pytest.raises(ValueError, match="between 1 and 5"):
        trend(bad)


def test_trend_refuses_series_of_another_length() -> None:
    with pytest.raises(ValueError, match="one value per moment"):
        Trend(("a", "b"), (1,), None, my_name="Jij")


@given(st.lists(st.tuples(steps, steps), min_size=1, max_size=12))
def test_trend_never_draws_what_was_not_said(answers: list[tuple[int | None, int | None]]) -> None:
    chart = trend([mine for mine, _ in answers], [theirs for _, theirs in answers])
    assert len(chart.my_dots) == len(chart.their_dots) == len(chart.rows) == min(len(answers), 8)
    if not any(mine for mine, _ in answers[-8:]):
        assert chart.my_line == ""
    assert all(dot.is_same == (dot.value is not None and row.mine == row.theirs)
               for dot, row in zip(chart.my_dots, chart.rows, strict=True))  # fmt: skip


SEVEN = (
    Point("Communicatie", 2, 4),
    Point("Waarden", 4, 4),
    Point("Balans", 3, 4),
    Point("Vertrouwen", 4, 5),
    Point("Geld", 5, 4),
    Point("Prioriteiten", None, 3),
    Point("Klik", 4, None),
)


def test_a_difference_of_two_is_wide() -> None:
    assert [(point.gap, point.is_wide, point.is_same) for point in SEVEN[:3]] == [
        (2, True, False),
        (0, False, True),
        (1, False, False),
    ]
    assert SEVEN[5].gap is None
    assert not SEVEN[5].is_wide


def test_compass_has_seven_spokes_and_a_mark_per_answer() -> None:
    compass = Compass(SEVEN, my_name="Jij", their_name="Bas")
    assert len(compass.spokes) == len(compass.labels) == 7
    assert len(compass.my_marks) == len(compass.their_marks) == 6
    assert [bar.is_wide for bar in compass.bars] == [True, False, False, False]


def test_compass_starts_at_the_top_with_the_first_point() -> None:
    compass = Compass(SEVEN, my_name="Jij", their_name="Bas")
    assert compass.spokes[0] == "M285 187.6L285 66"
    assert (compass.my_marks[0].x, compass.my_marks[0].y) == ("285", "157.2")
    assert compass.labels[0].anchor == "middle"
    assert [label.anchor for label in compass.labels[1:]] == ["start"] * 3 + ["end"] * 3


def test_a_shared_spot_gets_the_larger_diamond() -> None:
    compass = Compass(SEVEN, my_name="Jij", their_name="Bas")
    assert [mark.size for mark in compass.their_marks[:2]] == ["16", "19"]


def test_points_know_who_answered() -> None:
    alone = GapRows([Point("Geld", 3, None)], my_name="Jij")
    assert alone.has_mine
    assert not alone.has_theirs


def test_weave_draws_a_shape_until_there_are_two_moments() -> None:
    assert Weave((4,), (4,), shape="farewell").my_line == Weave(shape="farewell").my_line
    assert Weave(shape="no such stage").my_line == Weave(shape="start").my_line
    assert Weave().knot
    assert not Weave((4, 3), (4, 4)).knot


def test_weave_works_for_one_person() -> None:
    weave = Weave((4.2, 3.8, 2), None)
    assert weave.my_line
    assert weave.their_line == weave.gap == ""


def test_weave_keeps_equal_lines_apart() -> None:
    weave = Weave((4, 4), (4, 4))
    assert weave.my_line != weave.their_line
    assert weave.gap


@pytest.mark.parametrize("now", range(7))
def test_route_marks_the_present_stage_on_both_lines(now: int) -> None:
    wide, tall = route_lines(now), route_lines(now, is_tall=True)
    assert wide.self_tip.startswith(f"M{50 + 100 * now} ")
    assert tall.self_tip.split(" ")[1].startswith(f"{50 + 100 * now}v")
    assert len(wide.self_done) <= len(wide.self_whole)


def test_in_the_last_stage_only_ones_own_line_goes_on() -> None:
    assert route_lines(6).other_tip.startswith("M640 ")


def test_route_refuses_a_stage_that_does_not_exist() -> None:
    with pytest.raises(ValueError, match="no stage 7"):
        route_lines(7)
