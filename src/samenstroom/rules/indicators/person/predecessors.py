"""Predecessors: it went wrong with everybody before.

Reason: speaking ill of predecessors, or a row of them who all failed, is a red flag of the first acquaintance: what
happened to them may happen again, and one story has two sides. A notice: ask one of them. A concern beside a doubt
of one's own or an identity that was not checked, and when criticism without reasons shows it later. Having asked one
of them halves it, and so does a trial that was looked at.
"""

from dataclasses import dataclass

from samenstroom.rules.dimensions import Dimension
from samenstroom.rules.facts import History
from samenstroom.rules.findings import Finding, Side
from samenstroom.rules.indicators.indicator import Indicator
from samenstroom.rules.indicators.telling import Rule, entries_of, per_side
from samenstroom.rules.weighing import STANDING_WEEKS, level_of, weighed

CODE, VERSION = "predecessors", 2
DIMENSION = Dimension.TRUST
BESIDE = ("feels_off", "identity_unchecked", "criticism_without_reasons", "talk_turned_personal")
RULE = Rule(CODE, VERSION, DIMENSION, ("references", "trial_project", "acquaintance", "decision_rights"))


@dataclass(frozen=True)
class Defaults:
    """What was heard counts once; the heaviest thing beside it once more."""

    notice: float = 1
    concern: float = 2
    half_life_weeks: float = STANDING_WEEKS


DEFAULTS = Defaults()


def look(history: History, defaults: Defaults = DEFAULTS) -> tuple[Finding, ...]:
    """Return a finding for each side that heard it."""
    return per_side(lambda side: _finding(history, side, defaults))


def _finding(history: History, side: Side, defaults: Defaults) -> Finding | None:
    facts = weighed(history, ("predecessors_failed",), side, defaults.half_life_weeks)[-1:]
    beside = tuple(
        fact for fact in weighed(history, BESIDE, None, defaults.half_life_weeks) if fact.entry.about != side
    )
    level = level_of(facts, defaults, more=max((fact.firm for fact in beside), default=0))
    if level is None:
        return None
    variant = "beside" if beside else "heard"
    return RULE.tell(history, level, side, entries_of(facts, beside), variant, since=facts[0].entry.on)


INDICATOR = Indicator(CODE, DIMENSION, ("entries",), VERSION, DEFAULTS, look, ("predecessors_failed", *BESIDE))
