"""Erosion: a slow fall over many check-ins that no single one shows.

Reason: habits of answering change slowly too, so only a long and steady fall counts. Over the newest six to ten
check-ins the straight line through the means falls 0.7 of a step or more, and three of four pairs of check-ins
point down (a count of pairs, after Mann and Kendall). A fall of 1.4 is a concern. Both numbers can only grow when
the newest answer is worse. Where the rule about change speaks about the same side it says it better, and this one
is left out. Her solo check-ins make a series of their own, only for her.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from statistics import fmean

from samenstroom.rules.facts import History
from samenstroom.rules.findings import Evidence, Finding, Level, Side
from samenstroom.rules.indicators import changed
from samenstroom.rules.indicators.indicator import Indicator
from samenstroom.rules.remedies import ranked
from samenstroom.rules.series import Point, opened_points, solo_points
from samenstroom.rules.visibility import Circle

CODE, VERSION = "erosion", 1


@dataclass(frozen=True)
class Defaults:
    """Check-ins at least and at most, the fall of the line in steps, and the share of pairs that points down."""

    least: int = 6
    most: int = 10
    fall: float = 0.7
    concern_fall: float = 1.4
    down: float = 0.5


DEFAULTS = Defaults()
HAIR = 1e-9


def look(history: History, defaults: Defaults = DEFAULTS) -> tuple[Finding, ...]:
    """Return a finding for each series that wears away: hers and the other's, and her own solo check-ins."""
    heard = {(one.side, one.audience): one.level for one in changed.look(history)}
    series = (
        (Side.SELF, Circle.SHARED, opened_points(history, Side.SELF)),
        (Side.OTHER, Circle.SHARED, opened_points(history, Side.OTHER)),
        (Side.SELF, Circle.PRIVATE, solo_points(history)),
    )
    found = (
        _finding(history, side, origin, points, defaults)
        for side, origin, points in series
        if points and history.is_fresh(points[-1].on)
    )
    return tuple(one for one in found if one and not _is_heard(one, heard))


def _is_heard(finding: Finding, heard: dict[tuple[Side, Circle], Level]) -> bool:
    level = heard.get((finding.side, finding.audience))
    return level is not None and level.weight >= finding.level.weight


def _finding(
    history: History, side: Side, origin: Circle, points: Sequence[Point], defaults: Defaults
) -> Finding | None:
    judged = [(point, mean) for point in points if (mean := point.mean) is not None][-defaults.most :]
    means = [mean for _, mean in judged]
    if len(means) < defaults.least:
        return None
    fall = -slope(means) * (len(means) - 1)
    if fall + HAIR < defaults.fall or pairs_down(means) + HAIR < defaults.down:
        return None
    level = Level.CONCERN if fall + HAIR >= defaults.concern_fall else Level.NOTICE
    evidence = tuple(
        Evidence(point.on, "mean", side, {"round": point.number, "mean": round(mean, 2)}, origin)
        for point, mean in judged
    )
    certainty = 3 if len(means) >= defaults.most else 2
    remedies = ranked(("regular_check_ins", "informal_contact", "renegotiate"), None, history.stage)
    since = judged[0][0].on
    return Finding(CODE, None, level, since, side, evidence, certainty, remedies, VERSION, "slow")


def slope(values: Sequence[float]) -> float:
    """Return the slope of the straight line through equally spaced values, per step; 0 for fewer than two."""
    middle = (len(values) - 1) / 2
    spread = sum((at - middle) ** 2 for at in range(len(values)))
    mean = fmean(values) if values else 0.0
    return sum((at - middle) * (value - mean) for at, value in enumerate(values)) / spread if spread else 0.0


def pairs_down(values: Sequence[float]) -> float:
    """Return how clearly values fall: pairs that fall minus pairs that rise, as a share of all pairs, -1 to 1."""
    signs = [(first > later) - (first < later) for first, later in combinations(values, 2)]
    return sum(signs) / len(signs) if signs else 0.0


INDICATOR = Indicator(CODE, None, ("rounds", "own_solo"), VERSION, DEFAULTS, look)
