"""Low from the start: one side's first check-ins are low, so there is no fall to see.

Source: the notice table of the evidence base: a mean under 3.4 in two of the first three check-ins. Whoever begins
low never "changes"; it asks for a talk about what was expected. It ends when a mean of the newest two reaches 3.8,
and is told during the first eight check-ins only: later it is simply how she answers.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from samenstroom.rules.dimensions import Dimension, dimension_of
from samenstroom.rules.facts import History
from samenstroom.rules.findings import Evidence, Finding, Level, Side
from samenstroom.rules.indicators.indicator import Indicator
from samenstroom.rules.remedies import ranked
from samenstroom.rules.series import NEWEST, Point, mean_of_last, opened_points

CODE, VERSION = "low_start", 1


@dataclass(frozen=True)
class Defaults:
    """Means in steps of 1 to 5, and numbers of check-ins."""

    low: float = 3.4
    times: int = 2
    first: int = 3
    back: float = 3.8
    until: int = 8
    concern: float = 2.4


DEFAULTS = Defaults()


def look(history: History, defaults: Defaults = DEFAULTS) -> tuple[Finding, ...]:
    """Return a finding for each side that began low and still is."""
    found = (_finding(history, side, defaults) for side in (Side.SELF, Side.OTHER))
    return tuple(finding for finding in found if finding)


def _finding(history: History, side: Side, defaults: Defaults) -> Finding | None:
    points = [point for point in opened_points(history, side) if point.mean is not None]
    first = points[: defaults.first]
    low = [point for point in first if _mean(point) < defaults.low]
    if len(low) < defaults.times or len(points) > defaults.until or not history.is_fresh(points[-1].on):
        return None
    newest = mean_of_last([_mean(point) for point in points])
    if newest is None or newest >= defaults.back:
        return None
    dimension = _lowest(points[-NEWEST:])
    level = Level.CONCERN if newest < defaults.concern else Level.NOTICE
    evidence = tuple(
        Evidence(point.on, "mean", side, {"round": point.number, "mean": round(_mean(point), 2)})
        for point in dict.fromkeys((*low, *points[-NEWEST:]))
    )
    certainty = min(len(low), 3)
    remedies = ranked(("kick_off", "acquaintance"), dimension, history.stage)
    return Finding(CODE, dimension, level, low[0].on, side, evidence, certainty, remedies, VERSION, "low")


def _mean(point: Point) -> float:
    return point.mean if point.mean is not None else 5.0


def _lowest(points: Sequence[Point]) -> Dimension | None:
    """Return the dimension with the lowest answers lately; None when only flow was answered."""
    totals: dict[Dimension, list[float]] = {}
    for point in points:
        for item, step in point.values.items():
            dimension = dimension_of(item)
            if dimension:
                totals.setdefault(dimension, []).append(step)
    order = list(Dimension)
    return min(totals, key=lambda one: (sum(totals[one]) / len(totals[one]), order.index(one)), default=None)


INDICATOR = Indicator(CODE, None, ("rounds",), VERSION, DEFAULTS, look)
