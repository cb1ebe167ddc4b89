"""Spoke out: she named her own price, or told a worry before the start.

Reason: do I dare to be myself, to speak out, to give my price: the first essay asks it before anything is signed. Who
dares it early is heard early, and complaints that were never voiced in time run through the published cases. Told
gladly for four weeks.
"""

from dataclasses import dataclass
from datetime import timedelta

from samenstroom.rules.dimensions import Dimension
from samenstroom.rules.facts import History
from samenstroom.rules.findings import Finding, Level, Side
from samenstroom.rules.indicators.indicator import Indicator
from samenstroom.rules.indicators.telling import Rule, per_side

CODE, VERSION = "spoke_out", 1
DIMENSION = Dimension.COMMUNICATION
VARIANTS = {"worry_shared": "worry", "price_named": "price"}
RULE = Rule(CODE, VERSION, DIMENSION, ("say_thanks", "keep_going"), False)


@dataclass(frozen=True)
class Defaults:
    """Weeks in which it is told."""

    weeks: int = 4


DEFAULTS = Defaults()


def look(history: History, defaults: Defaults = DEFAULTS) -> tuple[Finding, ...]:
    """Return a good finding about each side that spoke out."""
    return per_side(lambda side: _finding(history, side, defaults))


def _finding(history: History, side: Side, defaults: Defaults) -> Finding | None:
    since = history.today - timedelta(weeks=defaults.weeks)
    said = [entry for entry in history.of(*VARIANTS, whom=side) if entry.on > since]
    kinds = {entry.kind for entry in said}
    variant = next((name for kind, name in VARIANTS.items() if kind in kinds), None)
    return RULE.tell(history, Level.GOOD, side, said, variant) if variant else None


INDICATOR = Indicator(CODE, DIMENSION, ("entries",), VERSION, DEFAULTS, look, tuple(VARIANTS))
