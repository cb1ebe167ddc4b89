"""Answers of one side in a row: what is usual for her, and how far the newest ones fell below it.

One item is a rough measure (reliability about .60): a single fall of two steps is news, a fall of one step
only when seen twice. The mean of eight is finer: 0.8 over the last two (evidence: single-item meta-analyses,
Wanous and others 1997; reliable change, Jacobson and Truax).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import groupby
from statistics import fmean, median

from samenstroom.rules.answers import CheckIn, answered, mean_of
from samenstroom.rules.dimensions import ITEMS, flow_last
from samenstroom.rules.facts import History
from samenstroom.rules.findings import Side

POPULATION = 4.1
"""The mean of a check-in in collaborations in general, on the steps 1 to 5."""

USUAL_FROM = 4
"""What is usual for somebody is read from her first four check-ins."""

NEWEST = 2
SETTLED = 3
"""Fewer answers than this do not show which steps are usual for one item."""


@dataclass(frozen=True)
class Point:
    """One check-in in a series: its day, its round (None outside a round) and its answered items."""

    on: date
    number: int | None
    values: dict[str, float] = field(hash=False)

    @cached_property
    def mean(self) -> float | None:
        """The mean of the answered items; None with fewer than three."""
        return mean_of(self.values)


@dataclass(frozen=True)
class Drop:
    """One item of the newest check-in against what is usual for it, in steps.

    `fall`: how far the newest answer lies below the usual. `twice`: how far the newest two both lie below the
    lowest of the usual answers; 0 when they do not, or when fewer than three answers make up the usual.
    """

    item: str
    usual: float
    value: float
    fall: float
    twice: float


def opened_points(history: History, side: Side) -> tuple[Point, ...]:
    """Return the opened answers of a side, oldest first, on the days she sent them."""
    return history.once(("opened", side), lambda one: _opened(one, side))


def _opened(history: History, side: Side) -> tuple[Point, ...]:
    points = []
    for one in history.opened_rounds():
        answers, sent_on = one.answers(side), one.sent_on(side)
        if answers is not None and sent_on is not None:
            points.append(Point(sent_on, one.number, dict(answered(answers))))
    return tuple(points)


def solo_points(history: History) -> tuple[Point, ...]:
    """Return her own sent check-ins apart from the rounds; several of one day count as one, their mean per
    item.
    """
    sent = sorted((one for one in history.own_solo if one.sent), key=lambda one: one.on)
    days = groupby(sent, key=lambda one: one.on)
    return tuple(Point(day, None, _merged(checkins)) for day, checkins in days)


def own_usual(values: Sequence[float], n0: float = 2, population: float = POPULATION, first: int = USUAL_FROM) -> float:
    """Return what is usual for somebody: the mean of her first values, drawn towards the population by n0
    values.

    Without values of her own it is the population.
    """
    own = values[:first]
    return (n0 * population + sum(own)) / (n0 + len(own))


def mean_of_last(values: Sequence[float], count: int = NEWEST) -> float | None:
    """Return the mean of the newest values; None when there are fewer."""
    return fmean(values[-count:]) if len(values) >= count else None


def drops(points: Sequence[Point], first: int = USUAL_FROM) -> tuple[Drop, ...]:
    """Return how far each item of the newest check-in lies below its usual, deepest first; only items that
    fell.

    Usual for an item is the median of its first answers before the newest two; with two answers in all, the
    older one.
    """
    newest = points[-1].values if points else {}
    series = {item: [point.values[item] for point in points if item in point.values] for item in newest}
    found = [_drop(item, values, first) for item, values in series.items() if len(values) > 1]
    fallen = (drop for drop in found if drop.fall > 0)
    return tuple(sorted(fallen, key=lambda drop: (-drop.fall, flow_last(drop.item))))


def _drop(item: str, values: list[float], first: int) -> Drop:
    """Compare the newest answer, or two, with the answers before them.

    One step twice is held against the lowest usual answer, not the middle one: with eight items, somebody who
    just goes on as before would otherwise be "one step lower twice" on some item in every fifth round.
    """
    settled = values[:-NEWEST][:first]
    usual = median(settled or values[:-1])
    twice = min(settled) - max(values[-NEWEST:]) if len(settled) >= SETTLED else 0.0
    return Drop(item, usual, values[-1], usual - values[-1], max(twice, 0.0))


def _merged(checkins: Iterable[CheckIn]) -> dict[str, float]:
    given = [answered(one.values) for one in checkins]
    steps = {item: sorted(one[item] for one in given if item in one) for item in ITEMS}
    return {item: fmean(found) for item, found in steps.items() if found}
