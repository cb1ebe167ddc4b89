"""Slept on it: there was at least one night between the first contact and the yes.

Reason: a night's sleep is the first remedy for a motive and for urgency; who takes it, takes the choice back. Told
gladly for four weeks, whatever the decision will bring.
"""

from dataclasses import dataclass
from datetime import timedelta

from samenstroom.rules.facts import History
from samenstroom.rules.findings import Finding, Level, Side
from samenstroom.rules.indicators.indicator import Indicator
from samenstroom.rules.indicators.telling import Rule, per_side

CODE, VERSION = "slept_on_it", 1
RULE = Rule(CODE, VERSION, None, ("say_thanks", "keep_going"), False)


@dataclass(frozen=True)
class Defaults:
    """Nights between, and weeks in which it is told."""

    nights: int = 1
    weeks: int = 4


DEFAULTS = Defaults()


def look(history: History, defaults: Defaults = DEFAULTS) -> tuple[Finding, ...]:
    """Return a good finding about each side that took a night for its newest decision."""
    return per_side(lambda side: _finding(history, side, defaults))


def _finding(history: History, side: Side, defaults: Defaults) -> Finding | None:
    since = history.today - timedelta(weeks=defaults.weeks)
    said = [entry for entry in history.of("decided", whom=side)[-1:] if entry.on > since]
    if not said or (said[0].number("days") or 0) < defaults.nights:
        return None
    return RULE.tell(history, Level.GOOD, side, said, "night")


INDICATOR = Indicator(CODE, None, ("entries",), VERSION, DEFAULTS, look, ("decided",))
