"""The bills of a collaboration, put together from what was noted: sent, open after the day, paid.

A payment closes the open bill of that amount, else the oldest. A bill is late when the agreed day has passed: the
day noted with it, else the day it was sent plus the agreed days to pay, else the day on which somebody noted that
it was still open. When none of these is known, it is not known to be late.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from samenstroom.rules.entries import Entry
from samenstroom.rules.facts import History
from samenstroom.rules.findings import Side, swapped

ORDER = {"invoice_sent": 0, "invoice_overdue": 1, "invoice_paid": 2}
"""Within one day a bill is sent before it is late, and late before it is paid."""


@dataclass(frozen=True)
class Bill:
    """One bill: its facts, who has to pay (None when that is not known), the day by which, and its payment."""

    entries: tuple[Entry, ...]
    payer: Side | None
    due_on: date | None
    paid: Entry | None = None

    @property
    def amount(self) -> float | None:
        """The amount that was noted with it, if any."""
        return next((found for one in self.entries if (found := one.number("amount")) is not None), None)

    @property
    def begun_on(self) -> date:
        """The day of its first fact."""
        return self.entries[0].on

    def days_late(self, today: date) -> int:
        """Return how many days it was, or is by now, late; 0 when in time, or when its day is not known."""
        if self.paid and (said := self.paid.number("days")) is not None:
            return max(int(said), 0)
        until = self.paid.on if self.paid else today
        return max((until - self.due_on).days, 0) if self.due_on else 0

    def is_open_late(self, today: date) -> bool:
        """Tell whether it is still open after the agreed day."""
        return self.paid is None and self.days_late(today) > 0


def bills_of(history: History) -> tuple[Bill, ...]:
    """Return all bills in the order in which they began."""
    return history.once("bills", _bills)


def _bills(history: History) -> tuple[Bill, ...]:
    entries = sorted(history.of(*ORDER), key=lambda one: (one.on, ORDER[one.kind]))
    bills: list[Bill] = []
    for entry in entries:
        at = _open_bill(bills, entry)
        if entry.kind == "invoice_sent" or at is None:
            bills.append(_new_bill(history, entry))
        elif entry.kind == "invoice_paid":
            bills[at] = replace(bills[at], paid=entry, entries=(*bills[at].entries, entry))
        else:
            due_on = _earliest(bills[at].due_on, _late_since(entry))
            bills[at] = replace(bills[at], due_on=due_on, entries=(*bills[at].entries, entry))
    return tuple(sorted(bills, key=lambda one: one.begun_on))


def _new_bill(history: History, entry: Entry) -> Bill:
    """Begin a bill with whatever was noted first: often it was never noted that it had been sent."""
    if entry.kind == "invoice_sent":
        payer = swapped(entry.about) if entry.about else None
        terms = history.payment_days
        by_terms = entry.on + timedelta(days=terms) if terms is not None else None
        return Bill((entry,), payer, entry.day("due_on") or by_terms)
    if entry.kind == "invoice_paid":
        return Bill((entry,), entry.about, None, paid=entry)
    return Bill((entry,), None, _late_since(entry))


def _open_bill(bills: list[Bill], entry: Entry) -> int | None:
    """Return the place of the open bill an entry belongs to: the one of that amount, else the oldest."""
    payer, amount = entry.about, entry.number("amount")
    fitting = [
        at for at, bill in enumerate(bills) if bill.paid is None and (payer is None or bill.payer in (None, payer))
    ]
    same = [at for at in fitting if amount is not None and bills[at].amount == amount]
    return next(iter(same or fitting), None)


def _late_since(entry: Entry) -> date:
    """Return the agreed day: so many days before it was noted as open; at least one, since it has passed."""
    return entry.on - timedelta(days=max(int(entry.number("days") or 1), 1))


def _earliest(one: date | None, other: date) -> date:
    return min(one, other) if one else other
