"""Held back: data, papers or access were not given back.

Reason: data or a domain kept back at the end comes back in the published cases, in one of them up to a judge. While
it runs it is a notice; when the end is there or in sight a concern, and an alarm when it has lasted four weeks since
then. Talking alone does not end it: what is missing belongs in writing, with a last day. Giving it back ends it.
"""

from dataclasses import dataclass
from datetime import timedelta

from samenstroom.rules.dimensions import Dimension
from samenstroom.rules.facts import History
from samenstroom.rules.findings import Finding, Level, Side
from samenstroom.rules.indicators.indicator import Indicator
from samenstroom.rules.indicators.telling import Rule, entries_of, per_side
from samenstroom.rules.weighing import STANDING_WEEKS, level_of, weighed

CODE, VERSION = "held_back", 1
DIMENSION = Dimension.TRUST
END = ("wants_to_stop", "ended_unconfirmed", "end_confirmed")
RULE = Rule(CODE, VERSION, DIMENSION, ("last_term_in_writing", "secure", "access_register", "mediator"))


@dataclass(frozen=True)
class Defaults:
    """Weeks since the end after which it is an alarm."""

    notice: float = 1
    concern: float = 2
    alarm_weeks: int = 4
    half_life_weeks: float = STANDING_WEEKS


DEFAULTS = Defaults()


def look(history: History, defaults: Defaults = DEFAULTS) -> tuple[Finding, ...]:
    """Return a finding for each side that has not given something back."""
    return per_side(lambda side: _finding(history, side, defaults))


def _finding(history: History, side: Side, defaults: Defaults) -> Finding | None:
    facts = weighed(history, ("data_held_back",), side, defaults.half_life_weeks)
    level = level_of(facts, defaults)
    if level is None:
        return None
    end = entries_of(weighed(history, END, None, defaults.half_life_weeks)[:1])
    if end:
        since = max(end[0].on, facts[0].entry.on)
        late = history.today - since >= timedelta(weeks=defaults.alarm_weeks)
        level = Level.ALARM if late else Level.CONCERN
    return RULE.tell(history, level, side, (*entries_of(facts), *end), "at_the_end" if end else "running")


INDICATOR = Indicator(CODE, DIMENSION, ("entries",), VERSION, DEFAULTS, look, ("data_held_back", *END))
