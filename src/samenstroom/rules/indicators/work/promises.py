"""Promise broken: what was promised did not come about.

Reason: trust is the reliance on word and intention, and a promise made to mend something weighs more than one made
in passing: after one bad round in a repeated game 72 % came back, after two 44 %, after three 23 %. So a broken
promise counts once, and what went wrong around it on the same side (silence, too few hours, a missed date) counts
half each on top, for a concern or an alarm, never for the first notice. A promise kept since, a talk or new terms
let it fall.
"""

from dataclasses import dataclass
from datetime import timedelta

from samenstroom.rules.dimensions import Dimension
from samenstroom.rules.facts import History
from samenstroom.rules.findings import Finding, Side
from samenstroom.rules.indicators.indicator import Indicator
from samenstroom.rules.indicators.telling import Rule, entries_of, per_side
from samenstroom.rules.weighing import level_of, weighed

CODE, VERSION = "promise_broken", 1
DIMENSION = Dimension.TRUST
AROUND = ("message_unanswered", "hours_below_agreed", "deadline_missed")
RULE = Rule(CODE, VERSION, DIMENSION, ("action_plan", "kick_off", "regular_feedback"))


@dataclass(frozen=True)
class Defaults:
    """Broken promises; what went wrong within some weeks of one counts for a part, up to a limit."""

    notice: float = 1
    concern: float = 2
    alarm: float = 3
    around: float = 0.5
    around_most: float = 1.5
    around_weeks: int = 6
    half_life_weeks: float = 12


DEFAULTS = Defaults()


def look(history: History, defaults: Defaults = DEFAULTS) -> tuple[Finding, ...]:
    """Return a finding for each side that did not keep a promise."""
    return per_side(lambda side: _finding(history, side, defaults))


def _finding(history: History, side: Side, defaults: Defaults) -> Finding | None:
    facts = weighed(history, ("promise_not_kept",), side, defaults.half_life_weeks)
    if not facts:
        return None
    reach = timedelta(weeks=defaults.around_weeks)
    begin, end = facts[0].entry.on - reach, facts[-1].entry.on + reach
    nearby = weighed(history, AROUND, side, defaults.half_life_weeks)
    around = tuple(fact for fact in nearby if begin <= fact.entry.on <= end)
    more = min(sum(defaults.around * fact.firm for fact in around), defaults.around_most)
    level = level_of(facts, defaults, more=more)
    if level is None:
        return None
    variant = "again" if len(facts) > 1 else "after_trouble" if around else "once"
    return RULE.tell(history, level, side, entries_of(facts, around), variant, since=facts[0].entry.on)


INDICATOR = Indicator(CODE, DIMENSION, ("entries",), VERSION, DEFAULTS, look, ("promise_not_kept", *AROUND))
