"""Own rule dropped: an exception was asked, or a rule of one's own was let go for this one time.

Reason: "own rules dropped for a nice client" comes back in the published cases, most of all with people one likes.
Asking for an exception is no fault: a notice, to answer on purpose. Giving in is a notice as well, for her alone; both
together, or a second time, a concern. A no ends it, a price halves it, new terms end it.
"""

from dataclasses import dataclass

from samenstroom.rules.dimensions import Dimension
from samenstroom.rules.facts import History
from samenstroom.rules.findings import Finding, Side, swapped
from samenstroom.rules.indicators.indicator import Indicator
from samenstroom.rules.indicators.telling import Rule, entries_of, per_side
from samenstroom.rules.weighing import level_of, weighed

CODE, VERSION = "own_rule", 1
DIMENSION = Dimension.VALUES
RULE = Rule(CODE, VERSION, DIMENSION, ("good_no", "own_price", "written_change", "gut_check"))


@dataclass(frozen=True)
class Defaults:
    """Exceptions asked and rules dropped, counted together."""

    notice: float = 1
    concern: float = 2
    half_life_weeks: float = 12


DEFAULTS = Defaults()


def look(history: History, defaults: Defaults = DEFAULTS) -> tuple[Finding, ...]:
    """Return a finding about each side whose rules are asked to bend: she, of whom the exception is asked."""
    return per_side(lambda side: _finding(history, side, defaults))


def _finding(history: History, side: Side, defaults: Defaults) -> Finding | None:
    asked = weighed(history, ("exception_asked",), swapped(side), defaults.half_life_weeks)
    dropped = weighed(history, ("own_rule_dropped",), side, defaults.half_life_weeks)
    level = level_of((*asked, *dropped), defaults)
    if level is None:
        return None
    variant = "both" if asked and dropped else "dropped" if dropped else "asked"
    return RULE.tell(history, level, side, entries_of(asked, dropped), variant)


INDICATOR = Indicator(CODE, DIMENSION, ("entries",), VERSION, DEFAULTS, look, ("exception_asked", "own_rule_dropped"))
