"""Motives: why she says yes, noted before the start, and whether it shows later.

Reason: fear of finding no clients, choosing for the money, flattered to be wanted, flattered by a big name: the
essays name them as the first red flags. A motive is no fault and is for her alone. One is a notice; two, or one
with a doubt of her own or a price below her own, a concern, and so is one that shows in the facts later (a late
bill, a boundary of hours, extra work, a rule dropped): then the first feeling told something. A no ends it.
"""

from dataclasses import dataclass

from samenstroom.rules.dimensions import Dimension
from samenstroom.rules.facts import History
from samenstroom.rules.findings import Finding, Side
from samenstroom.rules.indicators.indicator import Indicator
from samenstroom.rules.indicators.telling import Rule, entries_of, per_side
from samenstroom.rules.weighing import HALF_LIFE_WEEKS, STANDING_WEEKS, Facts, level_of, weighed

CODE, VERSION = "motive", 1
KINDS = ("motive_need", "motive_flattered")
DOUBT = ("feels_off", "rate_below_own", "own_rule_dropped", "predecessors_failed")
SHOWS = ("invoice_overdue", "paid_in_promises", "contact_out_of_hours", "extra_work_asked", "exception_asked")
NEED = Rule(CODE, VERSION, Dimension.MONEY, ("gut_check", "own_price", "trial_project", "good_no"))
FLATTERED = Rule(CODE, VERSION, Dimension.VALUES, ("gut_check", "acquaintance", "good_no", "own_price"))


@dataclass(frozen=True)
class Defaults:
    """Motives count once; a doubt beside it, or what shows later, counts once more."""

    notice: float = 1
    concern: float = 2
    half_life_weeks: float = STANDING_WEEKS


DEFAULTS = Defaults()


def look(history: History, defaults: Defaults = DEFAULTS) -> tuple[Finding, ...]:
    """Return a finding about each side that noted a motive."""
    return per_side(lambda side: _finding(history, side, defaults))


def _finding(history: History, side: Side, defaults: Defaults) -> Finding | None:
    facts = weighed(history, KINDS, side, defaults.half_life_weeks)
    if not facts:
        return None
    doubt = weighed(history, DOUBT, side, defaults.half_life_weeks)
    shows = _shows(history, side, facts)
    beside = max((fact.firm for fact in (*doubt, *shows)), default=0)
    level = level_of(facts, defaults, more=beside)
    if level is None:
        return None
    needs = any(fact.entry.kind == "motive_need" for fact in facts)
    variant = "shows" if shows else "need" if needs else "flattered"
    rule = NEED if needs else FLATTERED
    return rule.tell(history, level, side, entries_of(facts, doubt, shows), variant, since=facts[0].entry.on)


def _shows(history: History, side: Side, facts: Facts) -> Facts:
    """Return what others did since that belongs to the motive: nothing that she did herself."""
    since = facts[0].entry.on
    later = weighed(history, SHOWS, None, HALF_LIFE_WEEKS)
    return tuple(fact for fact in later if fact.entry.on > since and fact.entry.about != side)


INDICATOR = Indicator(CODE, None, ("entries",), VERSION, DEFAULTS, look, (*KINDS, *DOUBT, *SHOWS))
