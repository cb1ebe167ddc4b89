"""It got personal: reproaches in a talk, or messages that are dreaded.

Reason: reproach and avoidance are what the end looks like in the published cases, and both come before somebody
says so. Nobody is named: a quarrel has two sides, and dread is felt, not done. One is a notice, two close together
a concern, three an alarm. A third person helps more than one more talk; contact restored, a compliment or a repair
let it fall.
"""

from dataclasses import dataclass

from samenstroom.rules.dimensions import Dimension
from samenstroom.rules.facts import History
from samenstroom.rules.findings import Finding, Side
from samenstroom.rules.indicators.indicator import Indicator
from samenstroom.rules.indicators.telling import Rule, entries_of
from samenstroom.rules.weighing import level_of, weighed

CODE, VERSION = "got_personal", 1
DIMENSION = Dimension.PERSONAL
KINDS = ("talk_turned_personal", "messages_dreaded")
RULE = Rule(CODE, VERSION, DIMENSION, ("informal_contact", "speak_out", "mediator"))


@dataclass(frozen=True)
class Defaults:
    """Talks that turned personal, and messages that were dreaded."""

    notice: float = 1
    concern: float = 2
    alarm: float = 3
    half_life_weeks: float = 12


DEFAULTS = Defaults()


def look(history: History, defaults: Defaults = DEFAULTS) -> tuple[Finding, ...]:
    """Return at most one finding, about both."""
    facts = weighed(history, KINDS, None, defaults.half_life_weeks)
    level = level_of(facts, defaults)
    if level is None:
        return ()
    kinds = {fact.entry.kind for fact in facts}
    variant = "both" if len(kinds) > 1 else "dread" if "messages_dreaded" in kinds else "reproach"
    return (RULE.tell(history, level, Side.BOTH, entries_of(facts), variant),)


INDICATOR = Indicator(CODE, DIMENSION, ("entries",), VERSION, DEFAULTS, look, KINDS)
