"""One-sided terms: something in the agreement holds for one side alone, or weighs much more on one of them.

Own rule, no law (`rules/one_sided.py`): both may have wanted it so. It is asked once, as a notice that fades: one-sided
terms come back in published cases as the seed of distrust, long before anybody uses them. A talk or new terms end it.
"""

from dataclasses import dataclass

from samenstroom.rules.dimensions import Dimension
from samenstroom.rules.facts import History
from samenstroom.rules.findings import Finding, Side
from samenstroom.rules.indicators.indicator import Indicator
from samenstroom.rules.indicators.telling import Rule, entries_of
from samenstroom.rules.weighing import level_of, weighed

CODE, VERSION = "one_sided", 1
RULE = Rule(CODE, VERSION, Dimension.TRUST, ("renegotiate", "lawyer_check", "last_term_in_writing"))


@dataclass(frozen=True)
class Defaults:
    """Told once as a notice, never more."""

    notice: float = 1
    concern: float = 9
    half_life_weeks: float = 12


DEFAULTS = Defaults()


def look(history: History, defaults: Defaults = DEFAULTS) -> tuple[Finding, ...]:
    """Return at most one finding, about both."""
    facts = weighed(history, ("terms_one_sided",), None, defaults.half_life_weeks)[-1:]
    level = level_of(facts, defaults)
    return (RULE.tell(history, level, Side.BOTH, entries_of(facts), "told"),) if level else ()


INDICATOR = Indicator(CODE, Dimension.TRUST, ("entries",), VERSION, DEFAULTS, look, ("terms_one_sided",))
