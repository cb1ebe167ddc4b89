"""Report missing: what was done cannot be seen.

Reason: in a published judgment a client got a month back because nobody could show what had been done in it; work
that cannot be seen is easily taken for no work. The remedy is light: show it. One is a notice, a second a concern,
a fourth an alarm. Work delivered, a talk, or new terms let it fall.
"""

from dataclasses import dataclass

from samenstroom.rules.dimensions import Dimension
from samenstroom.rules.facts import History
from samenstroom.rules.findings import Finding, Side
from samenstroom.rules.indicators.indicator import Indicator
from samenstroom.rules.indicators.telling import Rule, entries_of, first_and_again, per_side
from samenstroom.rules.weighing import level_of, weighed

CODE, VERSION = "report_missing", 1
DIMENSION = Dimension.TRUST
KINDS = ("report_missing",)
RULE = Rule(CODE, VERSION, DIMENSION, ("be_transparent", "regular_check_ins", "action_plan"))


@dataclass(frozen=True)
class Defaults:
    """Times that no account of the work was given."""

    notice: float = 1
    concern: float = 2
    alarm: float = 4
    half_life_weeks: float = 12


DEFAULTS = Defaults()


def look(history: History, defaults: Defaults = DEFAULTS) -> tuple[Finding, ...]:
    """Return a finding for each side whose work cannot be seen."""
    return per_side(lambda side: _finding(history, side, defaults))


def _finding(history: History, side: Side, defaults: Defaults) -> Finding | None:
    facts = weighed(history, KINDS, side, defaults.half_life_weeks)
    level = level_of(facts, defaults)
    entries = entries_of(facts)
    return RULE.tell(history, level, side, entries, first_and_again(entries)) if level else None


INDICATOR = Indicator(CODE, DIMENSION, ("entries",), VERSION, DEFAULTS, look, KINDS)
