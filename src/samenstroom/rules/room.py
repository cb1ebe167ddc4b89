"""Her own room: what she has against what is asked, by plain adding up. No score, no order, no advice.

What was not filled in is left out and named, so that half a picture is never shown as a whole one.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

HALF = 50


@dataclass(frozen=True)
class Ask:
    """What one collaboration asks (hours a week) and brings (income a month). `is_running`: already being done."""

    key: str
    hours: Decimal | None
    income: Decimal | None
    is_running: bool


@dataclass(frozen=True)
class Sum:
    """Some amounts together against what there is, or what is needed; None when that is not known."""

    total: Decimal
    against: Decimal | None
    unknown: tuple[str, ...]

    @property
    def left(self) -> Decimal | None:
        """What remains: below zero when it is more than there is."""
        return None if self.against is None else self.against - self.total


@dataclass(frozen=True)
class Picture:
    """Hours against what she has, income against what she needs."""

    hours: Sum
    income: Sum


def picture(asks: Iterable[Ask], hours: Decimal | None, income: Decimal | None, yes: Collection[str] = ()) -> Picture:
    """Return what it comes to: what is running, and what she would say yes to (`yes`, by key)."""
    counted = [one for one in asks if one.is_running or one.key in yes]
    return Picture(
        hours=_sum(hours, [(one.key, one.hours) for one in counted]),
        income=_sum(income, [(one.key, one.income) for one in counted]),
    )


def _sum(against: Decimal | None, amounts: Iterable[tuple[str, Decimal | None]]) -> Sum:
    known = list(amounts)
    total = sum((amount for _key, amount in known if amount is not None), Decimal(0))
    return Sum(total, against, tuple(key for key, amount in known if amount is None))


def shares(asks: Iterable[Ask]) -> Mapping[str, int]:
    """Return the part of her income each brings, in whole per cents that add up to 100; only of what is known.

    What is lost by rounding down goes to the largest remainders, the first of equals.
    """
    amounts = {one.key: one.income for one in asks if one.income}
    total = sum(amounts.values(), Decimal(0))
    exact = {key: amount * 100 / total for key, amount in amounts.items()}
    found = {key: int(part) for key, part in exact.items()}
    missing = 100 - sum(found.values()) if found else 0
    for key in sorted(exact, key=lambda one: found[one] - exact[one])[:missing]:
        found[key] += 1
    return found


def leans_on(asks: Iterable[Ask]) -> tuple[str, int] | None:
    """Return the one that brings more than half of her income, with its part; None when there is none.

    With the income of only one filled in there is nothing to compare.
    """
    known = shares(asks)
    if len(known) < 2:
        return None
    return next(((key, part) for key, part in known.items() if part > HALF), None)
