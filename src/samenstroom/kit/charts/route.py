"""The route: seven stages drawn as two lines that approach, cross, run together, bend, part and curl back."""

import math
from itertools import pairwise
from typing import NamedTuple

from samenstroom.kit.charts.lines import Spot, spot

STAGE_COUNT = 7
AXIS = 32.0  # the lines mirror each other around this line
# Places where the line of the other person stands level; soft waves in between.
KNOTS: tuple[Spot, ...] = (
    (0, 57), (100, 40), (200, 24), (300, 24), (350, 40),
    (400, 24), (450, 10), (500, 24), (600, 7), (700, 37),
)  # fmt: skip
PARTED: Spot = KNOTS[-2]
START, END_SELF, END_OTHER = 8.0, 692.0, 640.0  # only one's own line goes on into the last stage


class RouteLines(NamedTuple):
    """Paths of both lines, whole and up to the present stage; horizontal or vertical."""

    self_whole: str
    other_whole: str
    self_done: str
    other_done: str
    self_tip: str
    other_tip: str


def route_lines(now: int, *, is_tall: bool = False) -> RouteLines:
    """Lines for the stage with index ``now`` (0 to 6); tall means 64 wide and 700 high.

    Raises ``ValueError`` for an index outside the route.
    """
    if not 0 <= now < STAGE_COUNT:
        raise ValueError(f"there is no stage {now}")
    here = 50.0 + 100 * now
    # In the last stage the other line has ended: its tip stays where it ended.
    there = min(here, END_OTHER)
    tips = [_place(x, is_self, is_tall) for x, is_self in ((here, True), (there, False))]
    dot = "v.01" if is_tall else "h.01"
    return RouteLines(
        _path(END_SELF, True, is_tall),
        _path(END_OTHER, False, is_tall),
        _path(here, True, is_tall),
        _path(there, False, is_tall),
        *(f"M{spot(tip)}{dot}" for tip in tips),
    )


def _wave(x: float, is_self: bool) -> tuple[float, float]:
    """Height and slope at ``x``, before mirroring: after the farewell only one's own line still moves."""
    if x >= PARTED[0] and not is_self:
        return PARTED[1], 0.0
    for (x0, y0), (x1, y1) in pairwise(KNOTS):
        if x <= x1:
            phase = math.pi * (x - x0) / (x1 - x0)
            height = (y0 + y1) / 2 + (y0 - y1) / 2 * math.cos(phase)
            return height, -(y0 - y1) / 2 * math.sin(phase) * math.pi / (x1 - x0)
    return KNOTS[-1][1], 0.0


def _place(x: float, is_self: bool, is_tall: bool) -> Spot:
    return _turn(x, _wave(x, is_self)[0], is_self, is_tall)


def _turn(x: float, y: float, is_self: bool, is_tall: bool) -> Spot:
    y = 2 * AXIS - y if is_self else y
    return (y, x) if is_tall else (x, y)


def _path(end: float, is_self: bool, is_tall: bool) -> str:
    # Hermite to Bézier: one third of the way along the slope on either side.
    halves = {(a[0] + b[0]) / 2 for a, b in pairwise(KNOTS)} | {x for x, _ in KNOTS}
    stops = [START, *sorted(x for x in halves if START < x < end), end]
    parts = [f"M{spot(_place(START, is_self, is_tall))}"]
    for x0, x1 in pairwise(stops):
        third = (x1 - x0) / 3
        handles = [_handle(x0, third, is_self, is_tall), _handle(x1, -third, is_self, is_tall)]
        parts.append(f"C{spot(handles[0])} {spot(handles[1])} {spot(_place(x1, is_self, is_tall))}")
    return "".join(parts)


def _handle(x: float, step: float, is_self: bool, is_tall: bool) -> Spot:
    height, slope = _wave(x, is_self)
    return _turn(x + step, height + slope * step, is_self, is_tall)
