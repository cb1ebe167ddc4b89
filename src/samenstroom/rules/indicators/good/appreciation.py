"""Appreciation both ways: each said something good to the other.

Source: feeling appreciated by the other is among the strongest predictors over 43 studies of couples. Told when
both gave a compliment within eight weeks.
"""

from dataclasses import dataclass
from datetime import timedelta

from samenstroom.rules.dimensions import Dimension
from samenstroom.rules.facts import History
from samenstroom.rules.findings import Finding, Level, Side
from samenstroom.rules.indicators.indicator import Indicator
from samenstroom.rules.indicators.telling import SIDES, Rule

CODE, VERSION = "appreciation", 1
DIMENSION = Dimension.PERSONAL
KINDS = ("appreciation_given",)
RULE = Rule(CODE, VERSION, DIMENSION, ("keep_going", "say_thanks"), False)


@dataclass(frozen=True)
class Defaults:
    """Weeks within which both gave one."""

    weeks: int = 8


DEFAULTS = Defaults()


def look(history: History, defaults: Defaults = DEFAULTS) -> tuple[Finding, ...]:
    """Return at most one good finding, about both."""
    since = history.today - timedelta(weeks=defaults.weeks)
    facts = [entry for entry in history.of(*KINDS) if entry.on > since]
    both = all(any(entry.about == side for entry in facts) for side in SIDES)
    return (RULE.tell(history, Level.GOOD, Side.BOTH, facts, "both_ways"),) if both else ()


INDICATOR = Indicator(CODE, DIMENSION, ("entries",), VERSION, DEFAULTS, look, KINDS)
