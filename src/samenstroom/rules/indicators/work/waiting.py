"""Waiting: the work stands still because information is missing.

Reason: who works at a distance easily misses what is known inside (so in published cases of virtual assistants), and
then the work looks slow while it only waits. Nobody is named: it takes two to pass something on. One is a notice, a
second, or one that already lasts two weeks, a concern. A talk, new terms or a decision lets it fall.
"""

from dataclasses import dataclass

from samenstroom.rules.dimensions import Dimension
from samenstroom.rules.facts import History
from samenstroom.rules.findings import Finding, Side
from samenstroom.rules.indicators.indicator import Indicator
from samenstroom.rules.indicators.telling import Rule, entries_of, first_and_again
from samenstroom.rules.weighing import level_of, weighed

CODE, VERSION = "waiting", 1
DIMENSION = Dimension.COMMUNICATION
KINDS = ("information_missing",)
RULE = Rule(CODE, VERSION, DIMENSION, ("action_plan", "kick_off", "regular_check_ins"))


@dataclass(frozen=True)
class Defaults:
    """Times that the work waited; so many days count as one time more."""

    notice: float = 1
    concern: float = 2
    long_days: int = 14
    half_life_weeks: float = 12


DEFAULTS = Defaults()


def look(history: History, defaults: Defaults = DEFAULTS) -> tuple[Finding, ...]:
    """Return at most one finding, about both."""
    facts = weighed(history, KINDS, None, defaults.half_life_weeks)
    long = max((fact.firm for fact in facts if (fact.entry.number("days") or 0) >= defaults.long_days), default=0)
    level = level_of(facts, defaults, more=long)
    entries = entries_of(facts)
    return (RULE.tell(history, level, Side.BOTH, entries, first_and_again(entries)),) if level else ()


INDICATOR = Indicator(CODE, DIMENSION, ("entries",), VERSION, DEFAULTS, look, KINDS)
