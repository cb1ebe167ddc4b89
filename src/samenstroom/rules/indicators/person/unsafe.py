"""Unsafe: a threat, harassment, or a request that is not lawful.

Reason: here talking is not safe or not enough. It is an alarm at the first fact, whatever else goes well, and no
talk is ever offered for it: verify, secure, or stop safely, and get somebody to help. It stays an alarm for a
quarter of a year, then fades as all facts do; a confirmed end or a no lets it fall to a concern.
"""

from dataclasses import dataclass

from samenstroom.rules.dimensions import Dimension
from samenstroom.rules.facts import History
from samenstroom.rules.findings import Finding, Level, Side
from samenstroom.rules.indicators.indicator import Indicator
from samenstroom.rules.indicators.telling import Rule, entries_of
from samenstroom.rules.weighing import HAIR, points, weighed

CODE, VERSION = "unsafe", 1
DIMENSION = Dimension.TRUST
KINDS = ("unsafe_asked",)
RULE = Rule(CODE, VERSION, DIMENSION, ("secure", "stop_safely", "verify_identity", "lawyer_check"), False)


@dataclass(frozen=True)
class Defaults:
    """The weight that is left for an alarm and for a concern: 1 on the day itself."""

    alarm: float = 0.5
    concern: float = 0.2
    half_life_weeks: float = 12


DEFAULTS = Defaults()


def look(history: History, defaults: Defaults = DEFAULTS) -> tuple[Finding, ...]:
    """Return at most one finding. It names nobody: what matters is that she is safe."""
    facts = weighed(history, KINDS, None, defaults.half_life_weeks)
    weight = points(facts) + HAIR
    if weight < defaults.concern:
        return ()
    level = Level.ALARM if weight >= defaults.alarm else Level.CONCERN
    return (RULE.tell(history, level, Side.BOTH, entries_of(facts), "asked"),)


INDICATOR = Indicator(CODE, DIMENSION, ("entries",), VERSION, DEFAULTS, look, KINDS)
