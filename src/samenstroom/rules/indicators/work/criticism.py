"""Bare criticism: remarks without a reason or a proposal.

Reason: constant criticism without solutions is how the personal click fails in the essays; the same remark with a
reason is help. One is a notice, two close together a concern, four an alarm. Feedback with reasons from the same
side lets it fall, so do a compliment and a talk.
"""

from dataclasses import dataclass

from samenstroom.rules.dimensions import Dimension
from samenstroom.rules.facts import History
from samenstroom.rules.findings import Finding, Side
from samenstroom.rules.indicators.indicator import Indicator
from samenstroom.rules.indicators.telling import Rule, entries_of, first_and_again, per_side
from samenstroom.rules.weighing import level_of, weighed

CODE, VERSION = "bare_criticism", 1
DIMENSION = Dimension.PERSONAL
KINDS = ("criticism_without_reasons",)
RULE = Rule(CODE, VERSION, DIMENSION, ("learn_feedback", "acceptance_moment", "speak_out"))


@dataclass(frozen=True)
class Defaults:
    """Times that criticism came without reasons."""

    notice: float = 1
    concern: float = 2
    alarm: float = 4
    half_life_weeks: float = 12


DEFAULTS = Defaults()


def look(history: History, defaults: Defaults = DEFAULTS) -> tuple[Finding, ...]:
    """Return a finding for each side that gave criticism without reasons."""
    return per_side(lambda side: _finding(history, side, defaults))


def _finding(history: History, side: Side, defaults: Defaults) -> Finding | None:
    facts = weighed(history, KINDS, side, defaults.half_life_weeks)
    level = level_of(facts, defaults)
    entries = entries_of(facts)
    return RULE.tell(history, level, side, entries, first_and_again(entries)) if level else None


INDICATOR = Indicator(CODE, DIMENSION, ("entries",), VERSION, DEFAULTS, look, KINDS)
