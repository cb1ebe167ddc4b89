"""Changed: one side's answers fell below what is usual for her.

Source: reliable change. With a spread of about .40 within one side, the mean of the last two check-ins 0.8
below her own usual is beyond noise; one item is news when it falls two steps, or one step twice (single-item
reliability about .60). "Usual" is drawn towards people in general, because a few answers say little about a
person.

"Two steps" is counted from the middle of her usual answers; "one step twice" from the lowest of them, since
among eight items one is easily a step lower twice by chance.

It ends when the newest check-in no longer supports it: its mean is back within 0.4 of the usual, or the item
is. A fall of the mean must also show in her own answers (0.4), so that somebody who is always stern has not
"changed". A concern when the mean fell 1.6, or two items or more fell two steps. A worse newest answer never
removes or softens it. Her solo check-ins make a series of their own, and a finding that is only for her.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from statistics import fmean

from samenstroom.rules.dimensions import Dimension, dimension_of
from samenstroom.rules.facts import History
from samenstroom.rules.findings import Evidence, Fact, Finding, Level, Side
from samenstroom.rules.indicators.indicator import Indicator
from samenstroom.rules.remedies import remedies_for
from samenstroom.rules.series import (
    NEWEST,
    POPULATION,
    USUAL_FROM,
    Drop,
    Point,
    drops,
    mean_of_last,
    opened_points,
    own_usual,
    solo_points,
)
from samenstroom.rules.visibility import Circle

CODE, VERSION = "changed", 1


@dataclass(frozen=True)
class Defaults:
    """Limits in steps of 1 to 5; `n0` is how many check-ins of her own the population weighs."""

    mean_drop: float = 0.8
    own_drop: float = 0.4
    still_down: float = 0.4
    item_drop: float = 2
    item_drop_twice: float = 1
    concern_mean_drop: float = 1.6
    concern_items: int = 2
    n0: float = 2
    population: float = POPULATION
    usual_from: int = USUAL_FROM


DEFAULTS = Defaults()
ROUNDING = 1e-9
"""Means of eighths and fifths may miss a limit by a hair."""


@dataclass(frozen=True)
class MeanFall:
    """The mean of the newest two check-ins against the usual, which rests on the check-ins `before`."""

    usual: float
    drop: float
    newest: tuple[Point, ...]
    before: tuple[Point, ...]


@dataclass(frozen=True)
class Change:
    """What fell in one series: the mean, items by two steps, items by one step twice."""

    mean: MeanFall | None
    deep: tuple[Drop, ...]
    twice: tuple[Drop, ...]

    @property
    def items(self) -> tuple[Drop, ...]:
        """Every item that fell, the deep ones first."""
        return self.deep + self.twice


def look(history: History, defaults: Defaults = DEFAULTS) -> tuple[Finding, ...]:
    """Return a finding for each series that fell: hers and the other's in the rounds, and her own solo check-
    ins.
    """
    series = (
        (Side.SELF, Circle.SHARED, opened_points(history, Side.SELF)),
        (Side.OTHER, Circle.SHARED, opened_points(history, Side.OTHER)),
        (Side.SELF, Circle.PRIVATE, solo_points(history)),
    )
    fresh = ((side, origin, points) for side, origin, points in series if points and history.is_fresh(points[-1].on))
    findings = (_finding(side, origin, points, defaults) for side, origin, points in fresh)
    return tuple(finding for finding in findings if finding)


def _finding(side: Side, origin: Circle, points: tuple[Point, ...], defaults: Defaults) -> Finding | None:
    change = _change(points, defaults)
    if change is None:
        return None
    dimension = _dimension(change)
    return Finding(
        code=CODE,
        dimension=dimension,
        level=Level.CONCERN if _is_strong(change, defaults) else Level.NOTICE,
        since=_since(points, defaults),
        side=side,
        evidence=(*_mean_facts(change.mean, side, origin), *_item_facts(change, points, side, origin)),
        certainty=_certainty(change, defaults),
        remedies=remedies_for(dimension),
        rule_version=VERSION,
        variant="mean" if change.mean else "item" if len(change.items) == 1 else "items",
    )


def _change(points: Sequence[Point], defaults: Defaults) -> Change | None:
    """Return what fell in the newest check-ins of a series; None when nothing did."""
    fallen = drops(points, defaults.usual_from)
    deep = tuple(drop for drop in fallen if drop.fall >= defaults.item_drop)
    twice = tuple(drop for drop in fallen if drop not in deep and drop.twice >= defaults.item_drop_twice)
    change = Change(_mean_fall(points, defaults), deep, twice)
    return change if change.mean or change.items else None


def _mean_fall(points: Sequence[Point], defaults: Defaults) -> MeanFall | None:
    judged = [(point, mean) for point in points if (mean := point.mean) is not None]
    means = [mean for _, mean in judged]
    before, last_two = means[:-NEWEST][: defaults.usual_from], mean_of_last(means)
    if last_two is None or not before:
        return None
    usual = own_usual(before, defaults.n0, defaults.population, defaults.usual_from)
    limits = (
        (usual - last_two, defaults.mean_drop),
        (fmean(before) - last_two, defaults.own_drop),
        (usual - means[-1], defaults.still_down),
    )
    if any(drop < limit - ROUNDING for drop, limit in limits):
        return None
    chosen = tuple(point for point, _ in judged)
    return MeanFall(usual, usual - last_two, chosen[-NEWEST:], chosen[: len(before)])


def _is_strong(change: Change, defaults: Defaults) -> bool:
    far = change.mean is not None and change.mean.drop >= defaults.concern_mean_drop - ROUNDING
    return far or len(change.deep) >= defaults.concern_items


def _certainty(change: Change, defaults: Defaults) -> int:
    """Return 3 when the mean fell below a usual of four check-ins, 2 below fewer or by two steps on an item,
    else 1.
    """
    if change.mean:
        return 3 if len(change.mean.before) >= defaults.usual_from else 2
    return 2 if change.deep else 1


def _dimension(change: Change) -> Dimension | None:
    """Return the dimension that fell deepest; None when only the mean or flow did."""
    named = (dimension for drop in change.items if (dimension := dimension_of(drop.item)))
    return next(named, None)


def _since(points: Sequence[Point], defaults: Defaults) -> date:
    """Return the day of the first low check-in of the stretch in which the series has been low without a
    break.
    """
    since = points[-1].on
    for end in range(len(points), 0, -1):
        change = _change(points[:end], defaults)
        if change is None:
            break
        only_newest = change.deep and not change.mean and not change.twice
        since = points[end - 1].on if only_newest else points[max(end - NEWEST, 0)].on
    return since


def _mean_facts(fall: MeanFall | None, side: Side, origin: Circle) -> tuple[Evidence, ...]:
    if fall is None:
        return ()
    first, last = fall.before[0], fall.before[-1]
    data: dict[str, Fact] = {
        "usual": round(fall.usual, 2),
        "from": first.on.isoformat(),
        "until": last.on.isoformat(),
        "count": len(fall.before),
    }
    means = (Evidence(point.on, "mean", side, _mean_data(point), origin) for point in fall.newest)
    return (Evidence(last.on, "usual", side, data, origin), *means)


def _mean_data(point: Point) -> dict[str, Fact]:
    return {"round": point.number, "mean": None if point.mean is None else round(point.mean, 2)}


def _item_facts(change: Change, points: Sequence[Point], side: Side, origin: Circle) -> tuple[Evidence, ...]:
    """Return the low answers per item that fell: the newest, and the one before it when that one counts as
    well.
    """
    facts = []
    for drop in change.items:
        given = [point for point in points if drop.item in point.values]
        low = given[-NEWEST:] if drop in change.twice else given[-1:]
        facts += [Evidence(point.on, "item", side, _item_data(point, drop), origin) for point in low]
    return tuple(facts)


def _item_data(point: Point, drop: Drop) -> dict[str, Fact]:
    value = round(point.values[drop.item], 2)
    return {"round": point.number, "item": str(drop.item), "value": value, "usual": round(drop.usual, 2)}


INDICATOR = Indicator(CODE, None, ("rounds", "own_solo"), VERSION, DEFAULTS, look)
