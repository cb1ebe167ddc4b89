"""Rising: it flows better than before, and told so gladly.

Reason: what goes well is noticed too. The mean of the newest two check-ins of one side lies 0.6 of a step above the
two to four before, and the newest is no step back; for both sides at once it is told once, about both.
"""

from dataclasses import dataclass, replace
from statistics import fmean

from samenstroom.rules.facts import History
from samenstroom.rules.findings import Evidence, Finding, Level, Side
from samenstroom.rules.indicators.indicator import Indicator
from samenstroom.rules.remedies import ranked
from samenstroom.rules.series import NEWEST, Point, opened_points

CODE, VERSION = "rising", 1
HAIR = 1e-9


@dataclass(frozen=True)
class Defaults:
    """The rise in steps, from how many check-ins before, and the height the newest must have."""

    rise: float = 0.6
    before_least: int = 2
    before_most: int = 4
    high: float = 3.5


DEFAULTS = Defaults()


def look(history: History, defaults: Defaults = DEFAULTS) -> tuple[Finding, ...]:
    """Return a good finding for the side that rises, or one about both."""
    found = [
        finding
        for side in (Side.SELF, Side.OTHER)
        if (finding := _finding(history, side, opened_points(history, side), defaults))
    ]
    if len(found) < 2:
        return tuple(found)
    one, other = found
    facts = tuple(sorted((*one.evidence, *other.evidence), key=lambda fact: fact.on))
    return (replace(one, side=Side.BOTH, evidence=facts, since=min(one.since, other.since)),)


def _finding(history: History, side: Side, points: tuple[Point, ...], defaults: Defaults) -> Finding | None:
    judged = [(point, mean) for point in points if (mean := point.mean) is not None]
    judged = judged[-defaults.before_most - NEWEST :]
    means = [mean for _, mean in judged]
    if len(means) < defaults.before_least + NEWEST or not history.is_fresh(judged[-1][0].on):
        return None
    before, newest = means[:-NEWEST], means[-NEWEST:]
    rise = fmean(newest) - fmean(before)
    if rise + HAIR < defaults.rise or min(newest) < max(defaults.high, fmean(before)):
        return None
    evidence = tuple(
        Evidence(point.on, "mean", side, {"round": point.number, "mean": round(mean, 2)}) for point, mean in judged
    )
    since, certainty = judged[-NEWEST][0].on, 3 if len(before) == defaults.before_most else 2
    remedies = ranked(("say_thanks", "keep_going"), None, history.stage, may_talk=False)
    return Finding(CODE, None, Level.GOOD, since, side, evidence, certainty, remedies, VERSION, "flow")


INDICATOR = Indicator(CODE, None, ("rounds",), VERSION, DEFAULTS, look)
