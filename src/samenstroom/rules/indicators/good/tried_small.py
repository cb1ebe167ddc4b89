"""Tried small: a trial project was done and looked at, before anything larger.

Reason: "small trial project" stands beside references among the first remedies of the essays: what two people are like
at work shows at work. Told gladly for eight weeks, also when they found out that it does not fit.
"""

from dataclasses import dataclass
from datetime import timedelta

from samenstroom.rules.dimensions import Dimension
from samenstroom.rules.facts import History
from samenstroom.rules.findings import Finding, Level, Side
from samenstroom.rules.indicators.indicator import Indicator
from samenstroom.rules.indicators.telling import Rule

CODE, VERSION = "tried_small", 1
DIMENSION = Dimension.TRUST
RULE = Rule(CODE, VERSION, DIMENSION, ("say_thanks", "keep_going"), False)


@dataclass(frozen=True)
class Defaults:
    """Weeks in which it is told."""

    weeks: int = 8


DEFAULTS = Defaults()


def look(history: History, defaults: Defaults = DEFAULTS) -> tuple[Finding, ...]:
    """Return at most one good finding, about both: what was agreed belongs to it."""
    since = history.today - timedelta(weeks=defaults.weeks)
    done = [entry for entry in history.of("trial_done") if entry.on > since]
    if not done:
        return ()
    agreed = [entry for entry in history.of("trial_agreed") if entry.on <= done[-1].on][-1:]
    return (RULE.tell(history, Level.GOOD, Side.BOTH, (*agreed, *done), "looked_back", since=done[0].on),)


INDICATOR = Indicator(CODE, DIMENSION, ("entries",), VERSION, DEFAULTS, look, ("trial_agreed", "trial_done"))
