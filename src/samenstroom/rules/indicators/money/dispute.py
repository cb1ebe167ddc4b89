"""Dispute: a complaint that comes only with the bill, or money asked back.

Reason: in the published cases a complaint that comes only with the bill stands at the beginning of quarrels about
payment; told while the work was going on, it would have been feedback. So it is told as what both can still mend. A
complaint at the bill is a notice, a second a concern; money asked back is a concern at once, since somebody already
thinks of a claim. A mediator, a payment or new terms lower or end it.
"""

from dataclasses import dataclass

from samenstroom.rules.dimensions import Dimension
from samenstroom.rules.facts import History
from samenstroom.rules.findings import Finding, Side
from samenstroom.rules.indicators.indicator import Indicator
from samenstroom.rules.indicators.telling import Rule, entries_of, per_side
from samenstroom.rules.weighing import level_of, weighed

CODE, VERSION = "dispute", 1
DIMENSION = Dimension.MONEY
KINDS = ("complaint_at_bill", "claim_made")
CLAIMED = Rule(CODE, VERSION, DIMENSION, ("mediator", "lawyer_check", "last_term_in_writing"))
COMPLAINED = Rule(CODE, VERSION, DIMENSION, ("acceptance_moment", "learn_feedback", "action_plan"))


@dataclass(frozen=True)
class Defaults:
    """A complaint counts once, a claim twice."""

    notice: float = 1
    concern: float = 2
    alarm: float = 4
    claim: float = 2
    half_life_weeks: float = 12


DEFAULTS = Defaults()


def look(history: History, defaults: Defaults = DEFAULTS) -> tuple[Finding, ...]:
    """Return a finding about each side that complained at the bill or asked money back."""
    return per_side(lambda side: _finding(history, side, defaults))


def _finding(history: History, side: Side, defaults: Defaults) -> Finding | None:
    facts = weighed(history, KINDS, side, defaults.half_life_weeks, {"claim_made": defaults.claim})
    level = level_of(facts, defaults)
    if level is None:
        return None
    claimed = any(fact.entry.kind == "claim_made" for fact in facts)
    variant = "claim" if claimed else "complaint"
    return (CLAIMED if claimed else COMPLAINED).tell(history, level, side, entries_of(facts), variant)


INDICATOR = Indicator(CODE, DIMENSION, ("entries",), VERSION, DEFAULTS, look, KINDS)
