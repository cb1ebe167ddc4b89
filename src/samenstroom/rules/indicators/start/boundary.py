"""Boundary: something she does not negotiate about was touched, or her no was not heard.

Reason: ignoring boundaries is a red flag of the first acquaintance, and her non-negotiables are there for exactly this
moment. That one is touched is no fault of anybody: the other may not know it. So it is a notice, to say it out loud. A
second one, or a no that was passed over, makes it a concern: then the other does know. Saying it lowers it, an
agreement in which it stands lowers it, new terms or a no end it.
"""

from dataclasses import dataclass

from samenstroom.rules.dimensions import Dimension
from samenstroom.rules.facts import History
from samenstroom.rules.findings import Finding, Side
from samenstroom.rules.indicators.indicator import Indicator
from samenstroom.rules.indicators.telling import Rule, entries_of, per_side
from samenstroom.rules.weighing import HALF_LIFE_WEEKS, Facts, level_of, weighed

CODE, VERSION = "boundary", 1
DIMENSION = Dimension.VALUES
RULE = Rule(CODE, VERSION, DIMENSION, ("speak_out", "good_no", "put_in_writing", "gut_check"))


@dataclass(frozen=True)
class Defaults:
    """Boundaries touched and a no passed over, counted together."""

    notice: float = 1
    concern: float = 2
    half_life_weeks: float = HALF_LIFE_WEEKS


DEFAULTS = Defaults()


def look(history: History, defaults: Defaults = DEFAULTS) -> tuple[Finding, ...]:
    """Return a finding about each side whose boundary it is."""
    return per_side(lambda side: _finding(history, side, defaults))


def _finding(history: History, side: Side, defaults: Defaults) -> Finding | None:
    touched = weighed(history, ("boundary_touched",), side, defaults.half_life_weeks)
    ignored = weighed(history, ("no_ignored",), side, defaults.half_life_weeks)
    level = level_of((*touched, *ignored), defaults, more=_at_once(touched))
    if level is None:
        return None
    several = len(touched) > 1 or _at_once(touched) > 0
    variant = "ignored" if ignored else "several" if several else "touched"
    return RULE.tell(history, level, side, entries_of(touched, ignored), variant)


def _at_once(touched: Facts) -> float:
    """Return what comes on top when a scan found more than one boundary touched on the same day."""
    return max((fact.firm for fact in touched if (fact.entry.number("count") or 1) > 1), default=0)


INDICATOR = Indicator(CODE, DIMENSION, ("entries",), VERSION, DEFAULTS, look, ("boundary_touched", "no_ignored"))
