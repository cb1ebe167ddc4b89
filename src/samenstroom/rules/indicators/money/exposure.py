"""Exposure: the work goes on while a bill is open after its day, so more and more can be lost.

Reason: in the published cases people kept working for weeks on an open bill, because the contact was friendly:
mood green, money red. Nobody does anything wrong by working on; it is told so that she can choose. Counted are the
facts of work by whoever is waiting for money, since the bill became late. New terms, a talk, or a payment lower or
end it.
"""

from dataclasses import dataclass

from samenstroom.rules.bills import Bill, bills_of
from samenstroom.rules.dimensions import Dimension
from samenstroom.rules.facts import History
from samenstroom.rules.findings import Finding, Side, swapped
from samenstroom.rules.indicators.indicator import Indicator
from samenstroom.rules.indicators.telling import Rule, entries_of, per_side
from samenstroom.rules.weighing import level_of, weighed

CODE, VERSION = "exposure", 1
DIMENSION = Dimension.MONEY
WORK = ("work_delivered", "hours_given")
RULE = Rule(CODE, VERSION, DIMENSION, ("pause_work", "payment_terms", "deposit"))


@dataclass(frozen=True)
class Defaults:
    """Facts of work since the bill became late; a second open bill counts as one more."""

    notice: float = 1
    concern: float = 2
    half_life_weeks: float = 12


DEFAULTS = Defaults()


def look(history: History, defaults: Defaults = DEFAULTS) -> tuple[Finding, ...]:
    """Return a finding for each side that works on while the other has a bill open."""
    late = tuple(bill for bill in bills_of(history) if bill.is_open_late(history.today))
    return per_side(lambda side: _finding(history, late, side, defaults)) if late else ()


def _finding(history: History, late: tuple[Bill, ...], side: Side, defaults: Defaults) -> Finding | None:
    """Return the finding about whoever works on: the side that is waiting for money."""
    waiting = tuple(bill for bill in late if bill.payer in (None, swapped(side)) and bill.due_on)
    if not waiting:
        return None
    since = min(bill.due_on for bill in waiting if bill.due_on)
    facts = weighed(history, WORK, side, defaults.half_life_weeks)
    work = tuple(fact for fact in facts if fact.entry.on > since)
    level = level_of(work, defaults, more=len(waiting) - 1)
    if level is None:
        return None
    bills = (entry for bill in waiting for entry in bill.entries)
    variant = "bills" if len(waiting) > 1 else "bill"
    return RULE.tell(history, level, side, (*bills, *entries_of(work)), variant, since=work[0].entry.on)


INDICATOR = Indicator(
    CODE,
    DIMENSION,
    ("entries", "payment_days"),
    VERSION,
    DEFAULTS,
    look,
    ("invoice_sent", "invoice_overdue", *WORK),
)
