"""Asked around: somebody who worked with the other before was heard.

Reason: references are one of the first remedies of the essays, and asking takes some courage. Told gladly for eight
weeks, whatever was heard: the answer is for her to weigh.
"""

from dataclasses import dataclass
from datetime import timedelta

from samenstroom.rules.dimensions import Dimension
from samenstroom.rules.facts import History
from samenstroom.rules.findings import Finding, Level, Side
from samenstroom.rules.indicators.indicator import Indicator
from samenstroom.rules.indicators.telling import Rule, first_and_again, per_side

CODE, VERSION = "asked_around", 1
DIMENSION = Dimension.TRUST
RULE = Rule(CODE, VERSION, DIMENSION, ("say_thanks", "keep_going"), False)


@dataclass(frozen=True)
class Defaults:
    """Weeks in which it is told."""

    weeks: int = 8


DEFAULTS = Defaults()


def look(history: History, defaults: Defaults = DEFAULTS) -> tuple[Finding, ...]:
    """Return a good finding about each side that asked around."""
    return per_side(lambda side: _finding(history, side, defaults))


def _finding(history: History, side: Side, defaults: Defaults) -> Finding | None:
    since = history.today - timedelta(weeks=defaults.weeks)
    heard = [entry for entry in history.of("reference_heard", whom=side) if entry.on > since]
    return RULE.tell(history, Level.GOOD, side, heard, first_and_again(heard)) if heard else None


INDICATOR = Indicator(CODE, DIMENSION, ("entries",), VERSION, DEFAULTS, look, ("reference_heard",))
