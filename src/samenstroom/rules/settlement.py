"""Which invoices are still open, by what both wrote down."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Bill:
    """An invoice that was sent, or a payment: a key of the caller's, the day, and the amount as text ("" unknown)."""

    key: str
    day: date
    amount: str


def open_bills(sent: Sequence[Bill], paid: Sequence[Bill]) -> list[Bill]:
    """Return the invoices without a payment, oldest first.

    A payment goes to the oldest open invoice of the same amount. One without an amount, or with an amount that fits
    none, goes to the oldest invoice whose amount is not known, or else, when it has no amount itself, to the oldest.
    """
    rest = sorted(sent, key=lambda one: one.day)
    for payment in sorted(paid, key=lambda one: one.day):
        found = _fits(rest, payment)
        if found:
            rest.remove(found)
    return rest


def _fits(rest: Sequence[Bill], payment: Bill) -> Bill | None:
    before = [one for one in rest if one.day <= payment.day]
    same = next((one for one in before if payment.amount and one.amount == payment.amount), None)
    unknown = next((one for one in before if not one.amount), None)
    anything = next(iter(before), None) if not payment.amount else None
    return same or unknown or anything
