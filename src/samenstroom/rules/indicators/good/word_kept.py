"""Word kept: promises kept in a row, or a delay told in time.

Reason: what goes well is noticed and told too. Three good facts in a row by one side (a promise kept, or a delay
told before the date), with nothing missed or broken since the first of them, within a quarter of a year. "I will
not make it" in time counts as a kept promise.
"""

from dataclasses import dataclass
from datetime import timedelta

from samenstroom.rules.dimensions import Dimension
from samenstroom.rules.facts import History
from samenstroom.rules.findings import Finding, Level, Side
from samenstroom.rules.indicators.indicator import Indicator
from samenstroom.rules.indicators.telling import Rule, per_side

CODE, VERSION = "word_kept", 1
DIMENSION = Dimension.TRUST
KEPT, BROKEN = ("promise_kept", "delay_announced"), ("promise_not_kept", "deadline_missed")
RULE = Rule(CODE, VERSION, DIMENSION, ("say_thanks", "keep_going"), False)


@dataclass(frozen=True)
class Defaults:
    """Kept in a row, and within how many weeks."""

    row: int = 3
    weeks: int = 13


DEFAULTS = Defaults()


def look(history: History, defaults: Defaults = DEFAULTS) -> tuple[Finding, ...]:
    """Return a good finding for each side that keeps its word."""
    return per_side(lambda side: _finding(history, side, defaults))


def _finding(history: History, side: Side, defaults: Defaults) -> Finding | None:
    since = history.today - timedelta(weeks=defaults.weeks)
    broken = max((entry.on for entry in history.of(*BROKEN, whom=side)), default=since)
    kept = [entry for entry in history.of(*KEPT, whom=side) if entry.on > max(since, broken)]
    if len(kept) < defaults.row:
        return None
    return RULE.tell(history, Level.GOOD, side, kept, "row")


INDICATOR = Indicator(CODE, DIMENSION, ("entries",), VERSION, DEFAULTS, look, (*KEPT, *BROKEN))
