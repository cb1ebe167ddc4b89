"""Dependence: more than half of the income comes from one place.

Reason: structure predicts better than mood: what one cannot do without, one does not speak about. A notice for
herself; a concern when money is late from there as well, since then one blow hits everything. A talk does not
change it; other work does, and noting so begins anew.
"""

from dataclasses import dataclass

from samenstroom.rules.bills import bills_of
from samenstroom.rules.dimensions import Dimension
from samenstroom.rules.facts import History
from samenstroom.rules.findings import Finding, Side, swapped
from samenstroom.rules.indicators.indicator import Indicator
from samenstroom.rules.indicators.telling import Rule, entries_of, per_side
from samenstroom.rules.weighing import STANDING_WEEKS, level_of, weighed

CODE, VERSION = "dependence", 1
DIMENSION = Dimension.MONEY
RULE = Rule(CODE, VERSION, DIMENSION, ("dependency_cap", "renewal_date", "own_price"))


@dataclass(frozen=True)
class Defaults:
    """The fact itself counts once, a late bill of the other once more."""

    notice: float = 1
    concern: float = 2
    half_life_weeks: float = STANDING_WEEKS


DEFAULTS = Defaults()


def look(history: History, defaults: Defaults = DEFAULTS) -> tuple[Finding, ...]:
    """Return a finding about whoever noted it."""
    return per_side(lambda side: _finding(history, side, defaults))


def _finding(history: History, side: Side, defaults: Defaults) -> Finding | None:
    noted = weighed(history, ("one_client_most_income",), None, defaults.half_life_weeks)
    newest = tuple(fact for fact in noted if fact.entry.by == side)[-1:]
    if not newest:
        return None
    late = [bill for bill in bills_of(history) if bill.payer == swapped(side) and bill.is_open_late(history.today)]
    level = level_of(newest, defaults, more=float(bool(late)))
    if level is None:
        return None
    bills = (entry for bill in late for entry in bill.entries)
    return RULE.tell(history, level, side, (*bills, *entries_of(newest)), "late" if late else "income")


INDICATOR = Indicator(
    CODE,
    DIMENSION,
    ("entries", "payment_days"),
    VERSION,
    DEFAULTS,
    look,
    ("one_client_most_income", "invoice_sent", "invoice_overdue"),
)
