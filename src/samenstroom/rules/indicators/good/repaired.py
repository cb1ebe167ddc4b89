"""Repaired: something was mended together, or the two are in touch again.

Reason: of one bad round in a repeated game 72 % come back: mending works, and the talk itself is the active part.
Told for eight weeks: a repair that helped, agreements made anew, or contact restored after a silence.
"""

from dataclasses import dataclass
from datetime import timedelta

from samenstroom.rules.dimensions import Dimension
from samenstroom.rules.facts import History
from samenstroom.rules.findings import Finding, Level, Side
from samenstroom.rules.indicators.indicator import Indicator
from samenstroom.rules.indicators.telling import Rule

CODE, VERSION = "repaired", 1
DIMENSION = Dimension.COMMUNICATION
VARIANTS = {"repair_helped": "helped", "renegotiated": "anew", "contact_restored": "contact"}
RULE = Rule(CODE, VERSION, DIMENSION, ("say_thanks", "keep_going"), False)


@dataclass(frozen=True)
class Defaults:
    """Weeks in which it is told."""

    weeks: int = 8


DEFAULTS = Defaults()


def look(history: History, defaults: Defaults = DEFAULTS) -> tuple[Finding, ...]:
    """Return at most one good finding, about both, named after the best thing that was mended."""
    since = history.today - timedelta(weeks=defaults.weeks)
    facts = [entry for entry in history.of(*VARIANTS) if entry.on > since]
    kinds = {entry.kind for entry in facts}
    variant = next((name for kind, name in VARIANTS.items() if kind in kinds), None)
    return (RULE.tell(history, Level.GOOD, Side.BOTH, facts, variant),) if variant else ()


INDICATOR = Indicator(CODE, DIMENSION, ("entries",), VERSION, DEFAULTS, look, tuple(VARIANTS))
