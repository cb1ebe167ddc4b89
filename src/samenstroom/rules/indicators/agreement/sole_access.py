"""Sole access: one person alone holds access or knowledge.

Reason: in several published endings the domain, the accounts or the only knowledge sat with one person, and the
quarrel was about that. It is a frailty, no fault: a notice. A concern when the end is in sight, or when that person
does not answer. Handing over ends it; talking about it does not.
"""

from dataclasses import dataclass

from samenstroom.rules.dimensions import Dimension
from samenstroom.rules.facts import History
from samenstroom.rules.findings import Finding, Side
from samenstroom.rules.indicators.indicator import Indicator
from samenstroom.rules.indicators.telling import Rule, entries_of, per_side
from samenstroom.rules.weighing import HALF_LIFE_WEEKS, STANDING_WEEKS, level_of, weighed

CODE, VERSION = "sole_access", 1
DIMENSION = Dimension.TRUST
ENDING = ("wants_to_stop", "ended_unconfirmed")
RULE = Rule(CODE, VERSION, DIMENSION, ("access_register", "backup_person", "hand_over"))


@dataclass(frozen=True)
class Defaults:
    """The fact counts once; an end in sight, or no answer from who holds it, once more."""

    notice: float = 1
    concern: float = 2
    half_life_weeks: float = STANDING_WEEKS


DEFAULTS = Defaults()


def look(history: History, defaults: Defaults = DEFAULTS) -> tuple[Finding, ...]:
    """Return a finding about each side that alone holds something."""
    return per_side(lambda side: _finding(history, side, defaults))


def _finding(history: History, side: Side, defaults: Defaults) -> Finding | None:
    facts = weighed(history, ("access_one_person",), side, defaults.half_life_weeks)
    ending = weighed(history, ENDING, None, HALF_LIFE_WEEKS)
    silent = weighed(history, ("message_unanswered",), side, HALF_LIFE_WEEKS)
    level = level_of(facts, defaults, more=max((fact.weight for fact in (*ending, *silent)), default=0))
    if level is None:
        return None
    variant = "ending" if ending else "silent" if silent else "alone"
    return RULE.tell(history, level, side, entries_of(facts, ending, silent), variant)


INDICATOR = Indicator(
    CODE,
    DIMENSION,
    ("entries",),
    VERSION,
    DEFAULTS,
    look,
    ("access_one_person", *ENDING, "message_unanswered"),
)
