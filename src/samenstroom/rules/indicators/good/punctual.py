"""Punctual: bills are paid in time, again and again.

Reason: how somebody pays is a habit, and a good one is worth a word of thanks. Three bills in a row in time, the
newest within a quarter of a year, and none open after its day.
"""

from dataclasses import dataclass
from datetime import timedelta

from samenstroom.rules.bills import bills_of
from samenstroom.rules.dimensions import Dimension
from samenstroom.rules.facts import History
from samenstroom.rules.findings import Finding, Level, Side
from samenstroom.rules.indicators.indicator import Indicator
from samenstroom.rules.indicators.telling import Rule, per_side

CODE, VERSION = "punctual", 1
DIMENSION = Dimension.MONEY
RULE = Rule(CODE, VERSION, DIMENSION, ("say_thanks", "keep_going"), False)


@dataclass(frozen=True)
class Defaults:
    """Bills in time in a row, and within how many weeks the newest."""

    row: int = 3
    weeks: int = 13


DEFAULTS = Defaults()


def look(history: History, defaults: Defaults = DEFAULTS) -> tuple[Finding, ...]:
    """Return a good finding for each side that pays in time."""
    return per_side(lambda side: _finding(history, side, defaults))


def _finding(history: History, side: Side, defaults: Defaults) -> Finding | None:
    today = history.today
    bills = [bill for bill in bills_of(history) if bill.payer == side]
    newest = [bill for bill in bills if bill.paid][-defaults.row :]
    if len(newest) < defaults.row or any(bill.is_open_late(today) for bill in bills):
        return None
    paid = [bill.paid for bill in newest if bill.paid and bill.days_late(today) == 0]
    if len(paid) < defaults.row or today - paid[-1].on > timedelta(weeks=defaults.weeks):
        return None
    return RULE.tell(history, Level.GOOD, side, paid, "row")


INDICATOR = Indicator(CODE, DIMENSION, ("entries", "payment_days"), VERSION, DEFAULTS, look, ("invoice_paid",))
