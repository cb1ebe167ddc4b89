"""Below rate: working under one's own price, or for a promise instead of pay.

Reason: half the rate for a promise of volume, shares or a network recurs through the published cases, and in one
survey 55 % of freelancers had worked unpaid at some time. A price below one's own is a choice: a notice, once. A
promise instead of payment is a notice as well; a second one, or both together, a concern, and so is a promise while
a bill is open after its day, and a price below one's own after haggling (a red flag of the first acquaintance). Being
paid, or agreeing anew, ends it.
"""

from dataclasses import dataclass

from samenstroom.rules.bills import bills_of
from samenstroom.rules.dimensions import Dimension
from samenstroom.rules.facts import History
from samenstroom.rules.findings import Finding, Side, swapped
from samenstroom.rules.indicators.indicator import Indicator
from samenstroom.rules.indicators.telling import Rule, entries_of, per_side
from samenstroom.rules.weighing import HALF_LIFE_WEEKS, STANDING_WEEKS, level_of, weighed

CODE, VERSION = "below_rate", 2
DIMENSION = Dimension.MONEY
PROMISED = Rule(CODE, VERSION, DIMENSION, ("put_in_writing", "deposit", "own_price", "payment_terms"))
PRICED = Rule(CODE, VERSION, DIMENSION, ("own_price", "gut_check", "good_no", "trial_project"))


@dataclass(frozen=True)
class Defaults:
    """Facts counted together: a price below one's own, promises instead of pay, and one more for an open bill
    or for haggling."""

    notice: float = 1
    concern: float = 2
    half_life_weeks: float = STANDING_WEEKS


DEFAULTS = Defaults()


def look(history: History, defaults: Defaults = DEFAULTS) -> tuple[Finding, ...]:
    """Return a finding about each side that works for less or for a promise."""
    return per_side(lambda side: _finding(history, side, defaults))


def _finding(history: History, side: Side, defaults: Defaults) -> Finding | None:
    """Return the finding about whoever works for it: promises come from the other side."""
    priced = weighed(history, ("rate_below_own",), side, defaults.half_life_weeks)
    promised = weighed(history, ("paid_in_promises",), swapped(side), defaults.half_life_weeks)
    open_late = [
        bill
        for bill in (bills_of(history) if promised else ())
        if bill.payer == swapped(side) and bill.is_open_late(history.today)
    ]
    haggled = weighed(history, ("haggled",), swapped(side), HALF_LIFE_WEEKS) if priced else ()
    pressed = max((fact.firm for fact in haggled), default=0)
    level = level_of((*priced, *promised), defaults, more=max(float(bool(open_late)), pressed))
    if level is None:
        return None
    variant = "both" if priced and promised else "promise" if promised else "price"
    bills = (entry for bill in open_late for entry in bill.entries)
    rule = PROMISED if promised else PRICED
    return rule.tell(history, level, side, (*bills, *entries_of(priced, promised, haggled)), variant)


INDICATOR = Indicator(
    CODE,
    DIMENSION,
    ("entries", "payment_days"),
    VERSION,
    DEFAULTS,
    look,
    ("rate_below_own", "paid_in_promises", "haggled", "invoice_sent", "invoice_overdue"),
)
