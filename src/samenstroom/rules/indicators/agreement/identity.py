"""Identity: it is not known who the other is, or somebody stands in between.

Reason: in the published cases where everything was lost, the name "would follow later", or the real client stayed
out of sight. Before the work begins it is a notice, with a word already given (a deal by word, a yes out of need) a
concern. Once work begins while the identity is not known it is an alarm at the first fact: nothing can be claimed
from nobody. Talking is not enough here: verify, and get something in advance. Somebody in between is often quite
normal: it weighs half. Having checked ends it (halves it for somebody in between), a signed agreement halves it, a no
ends it.
"""

from dataclasses import dataclass

from samenstroom.rules.dimensions import Dimension
from samenstroom.rules.facts import History
from samenstroom.rules.findings import Finding, Level, Side
from samenstroom.rules.indicators.indicator import Indicator
from samenstroom.rules.indicators.telling import Rule, entries_of
from samenstroom.rules.weighing import level_of, points, weighed

CODE, VERSION = "identity", 2
DIMENSION = Dimension.TRUST
KINDS = ("identity_unchecked", "party_in_between")
WORD = ("deal_spoken", "motive_need", "paid_in_promises")
WORK = ("work_started", "work_delivered", "hours_given")
RULE = Rule(CODE, VERSION, DIMENSION, ("verify_identity", "references", "deposit", "put_in_writing"), False)
AT_WORK = Rule(CODE, VERSION, DIMENSION, ("verify_identity", "deposit", "pause_work", "secure"), False)


@dataclass(frozen=True)
class Defaults:
    """An identity that was not checked counts once, a party in between half; a word given counts once more."""

    notice: float = 1
    concern: float = 2
    in_between: float = 0.5
    half_life_weeks: float = 26


DEFAULTS = Defaults()


def look(history: History, defaults: Defaults = DEFAULTS) -> tuple[Finding, ...]:
    """Return at most one finding, about both: often nobody hides, it was just never asked."""
    each = {"party_in_between": defaults.in_between}
    facts = weighed(history, KINDS, None, defaults.half_life_weeks, each)
    level = level_of(facts, defaults)
    if level is None:
        return ()
    words = weighed(history, WORD, None, defaults.half_life_weeks)
    work = weighed(history, WORK, None, defaults.half_life_weeks)
    unchecked = [fact for fact in facts if fact.entry.kind == "identity_unchecked"]
    if work and points(unchecked) >= defaults.notice / 2:
        level = Level.ALARM
    elif words:
        level = level_of(facts, defaults, more=1) or level
    variant = "unchecked" if unchecked else "in_between"
    rule = AT_WORK if level == Level.ALARM else RULE
    shown = entries_of(facts, words, work[:1])
    return (rule.tell(history, level, Side.BOTH, shown, "at_work" if level == Level.ALARM else variant),)


INDICATOR = Indicator(CODE, DIMENSION, ("entries",), VERSION, DEFAULTS, look, (*KINDS, *WORD, *WORK))
