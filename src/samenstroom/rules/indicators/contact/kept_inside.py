"""Kept inside: something that matters was left unsaid.

Reason: complaints that were never voiced in time come back through the published cases, and who keeps them is
often the one who leaves in the end. For who noted it: the smallest first step is one sentence. One is a notice, two
close together a concern, four an alarm. Speaking out lets it fall most, a talk halves it.
"""

from dataclasses import dataclass

from samenstroom.rules.dimensions import Dimension
from samenstroom.rules.facts import History
from samenstroom.rules.findings import Finding, Side
from samenstroom.rules.indicators.indicator import Indicator
from samenstroom.rules.indicators.telling import Rule, entries_of, first_and_again, per_side
from samenstroom.rules.weighing import level_of, weighed

CODE, VERSION = "kept_inside", 1
DIMENSION = Dimension.COMMUNICATION
KINDS = ("complaint_kept_inside",)
RULE = Rule(CODE, VERSION, DIMENSION, ("speak_out", "regular_check_ins", "learn_feedback"))


@dataclass(frozen=True)
class Defaults:
    """Times that something was left unsaid."""

    notice: float = 1
    concern: float = 2
    alarm: float = 4
    half_life_weeks: float = 12


DEFAULTS = Defaults()


def look(history: History, defaults: Defaults = DEFAULTS) -> tuple[Finding, ...]:
    """Return a finding about each side that kept something to herself."""
    return per_side(lambda side: _finding(history, side, defaults))


def _finding(history: History, side: Side, defaults: Defaults) -> Finding | None:
    facts = weighed(history, KINDS, side, defaults.half_life_weeks)
    level = level_of(facts, defaults)
    entries = entries_of(facts)
    return RULE.tell(history, level, side, entries, first_and_again(entries)) if level else None


INDICATOR = Indicator(CODE, DIMENSION, ("entries",), VERSION, DEFAULTS, look, KINDS)
