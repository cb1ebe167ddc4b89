"""Contact changed: somebody else takes over on one side.

Reason: what was agreed lives in people; in the published cases a new contact person had another taste, and nobody
began anew. A change calls for a new kick-off: a notice. A concern when what comes back gets worse after it (work
redone, advice overruled, criticism without reasons, a doubt of one's own). That the answers of a check-in fell is
told by the rule about that. A kick-off or accepted goals end it, a talk nearly.
"""

from dataclasses import dataclass

from samenstroom.rules.dimensions import Dimension
from samenstroom.rules.facts import History
from samenstroom.rules.findings import Finding, Side
from samenstroom.rules.indicators.indicator import Indicator
from samenstroom.rules.indicators.telling import Rule, entries_of, per_side
from samenstroom.rules.weighing import Facts, level_of, weighed

CODE, VERSION = "contact_changed", 1
DIMENSION = Dimension.COMMUNICATION
WORSE = ("work_redone", "advice_overruled", "criticism_without_reasons", "report_missing", "feels_off")
RULE = Rule(CODE, VERSION, DIMENSION, ("kick_off", "acquaintance", "renegotiate"))


@dataclass(frozen=True)
class Defaults:
    """A change counts once; what got worse after it counts once more."""

    notice: float = 1
    concern: float = 2
    half_life_weeks: float = 12


DEFAULTS = Defaults()


def look(history: History, defaults: Defaults = DEFAULTS) -> tuple[Finding, ...]:
    """Return a finding for each side that got another contact person."""
    return per_side(lambda side: _finding(history, side, defaults))


def _finding(history: History, side: Side, defaults: Defaults) -> Finding | None:
    facts = weighed(history, ("contact_changed",), side, defaults.half_life_weeks)[-1:]
    worse = _worse_since(history, facts, defaults)
    level = level_of(facts, defaults, more=max((fact.firm for fact in worse), default=0))
    if level is None:
        return None
    return RULE.tell(history, level, side, entries_of(facts, worse), "worse" if worse else "changed")


def _worse_since(history: History, facts: Facts, defaults: Defaults) -> Facts:
    if not facts:
        return ()
    since = facts[0].entry.on
    return tuple(fact for fact in weighed(history, WORSE, None, defaults.half_life_weeks) if fact.entry.on > since)


INDICATOR = Indicator(CODE, DIMENSION, ("entries",), VERSION, DEFAULTS, look, ("contact_changed", *WORSE))
