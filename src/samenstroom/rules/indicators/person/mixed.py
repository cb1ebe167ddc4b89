"""Mixed: friend, family or love and business in one.

Reason: the most frequent thing in the published cases, and among the healthy ones as well: so it is a notice and
never more by itself. It becomes a concern only beside something that strains it (effort or say that does not feel
equal, roles left open, a complaint kept inside, a talk that turned personal). The hat talk fits best: as what do we
speak now? A talk halves it.
"""

from dataclasses import dataclass

from samenstroom.rules.dimensions import Dimension
from samenstroom.rules.facts import History
from samenstroom.rules.findings import Finding, Side
from samenstroom.rules.indicators.indicator import Indicator
from samenstroom.rules.indicators.telling import Rule, entries_of
from samenstroom.rules.weighing import HALF_LIFE_WEEKS, STANDING_WEEKS, level_of, weighed

CODE, VERSION = "mixed", 1
DIMENSION = Dimension.PERSONAL
STRAIN = (
    "effort_felt_unequal",
    "say_felt_unequal",
    "roles_left_open",
    "complaint_kept_inside",
    "talk_turned_personal",
)
RULE = Rule(CODE, VERSION, DIMENSION, ("hat_talk", "put_in_writing", "roles_in_writing"))


@dataclass(frozen=True)
class Defaults:
    """The fact counts once; the heaviest thing that strains it once more."""

    notice: float = 1
    concern: float = 2
    half_life_weeks: float = STANDING_WEEKS


DEFAULTS = Defaults()


def look(history: History, defaults: Defaults = DEFAULTS) -> tuple[Finding, ...]:
    """Return at most one finding, about both."""
    facts = weighed(history, ("friend_or_family",), None, defaults.half_life_weeks)[-1:]
    strain = weighed(history, STRAIN, None, HALF_LIFE_WEEKS)
    level = level_of(facts, defaults, more=max((fact.firm for fact in strain), default=0))
    if level is None:
        return ()
    variant = "strained" if strain else "mixed"
    since = facts[0].entry.on
    return (RULE.tell(history, level, Side.BOTH, entries_of(facts, strain), variant, since=since),)


INDICATOR = Indicator(CODE, DIMENSION, ("entries",), VERSION, DEFAULTS, look, ("friend_or_family", *STRAIN))
