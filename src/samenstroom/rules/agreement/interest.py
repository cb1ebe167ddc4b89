"""Interest on what is paid late between businesses, and collection costs: a line per stretch with one rate.

Every line is rounded to the cent, half a cent up, and the total is the sum of the lines, so that it can be added up on
paper. Days for which no rate is known get a line without an amount: nothing is ever guessed.
"""

from __future__ import annotations

from calendar import isleap
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

from samenstroom.rules.agreement.rates import CostsLaw, InterestLaw, Rate

CENT = Decimal("0.01")
DAY = timedelta(days=1)


@dataclass(frozen=True)
class InterestLine:
    """One stretch within a half-year. `percent` and `amount` are None when no rate is known for it.

    `rate` is the statutory rate with its source; None for a rate of the agreement.
    """

    since: date
    until: date
    base: Decimal
    percent: Decimal | None
    amount: Decimal | None
    rate: Rate | None = None

    @property
    def days(self) -> int:
        """The first and the last day included."""
        return (self.until - self.since).days + 1

    @property
    def half_year(self) -> str:
        """As in `2026-H1`."""
        return f"{self.since.year}-H{1 if self.since.month < 7 else 2}"


@dataclass(frozen=True)
class Interest:
    """All lines, the oldest first, and what they come to."""

    lines: tuple[InterestLine, ...]

    @property
    def total(self) -> Decimal:
        """The sum of what is known."""
        return sum((line.amount for line in self.lines if line.amount is not None), Decimal("0.00"))

    @property
    def unknown(self) -> tuple[InterestLine, ...]:
        """The stretches without a known rate; while there are any, the total is not all of it."""
        return tuple(line for line in self.lines if line.amount is None)

    @property
    def is_complete(self) -> bool:
        """Whether a rate is known for every day."""
        return not self.unknown


def interest(
    principal: Decimal,
    *,
    late_from: date,
    until: date,
    law: InterestLaw,
    rates: Sequence[Rate],
    contract_percent: Decimal | None = None,
) -> Interest:
    """The interest from the first day after the last day for payment up to and including `until`.

    Statutory interest in a country that adds it up does so after each full year. A rate from the agreement
    (`contract_percent`) is reckoned simply: adding up has to be agreed, and is not asked.
    """
    is_compound = law.is_compound and contract_percent is None
    cuts = _cuts(late_from, until, rates, full_years=is_compound)
    full_years = {_years_after(late_from, years) for years in range(1, until.year - late_from.year + 1)}
    lines: list[InterestLine] = []
    base, grown = principal, Decimal()
    for since, following in pairwise(cuts):
        if is_compound and since in full_years:
            base, grown = base + grown, Decimal()
        rate = None if contract_percent is not None else _known(rates, since)
        percent = contract_percent if rate is None else rate.percent
        amount = None
        if percent is not None:
            in_year = 366 if law.counts_leap_years and isleap(since.year) else 365
            amount = cents(base * percent * (following - since).days / (100 * in_year))
            grown += amount
        lines.append(InterestLine(since, following - DAY, base, percent, amount, rate))
    return Interest(tuple(lines))


def collection_costs(principal: Decimal, law: CostsLaw) -> Decimal:
    """The costs the law gives on this principal without interest; at least, and at most, what it says."""
    if principal <= 0:
        return Decimal("0.00")
    total, reached = Decimal(), Decimal()
    for band in law.scale:
        top = principal if band.up_to is None else min(principal, band.up_to)
        total += max(top - reached, Decimal()) * band.percent / 100
        reached = max(reached, top)
    found = max(total, law.minimum, law.fixed)
    return cents(found if law.maximum is None else min(found, law.maximum))


def cents(amount: Decimal) -> Decimal:
    """Rounded to the cent, half a cent up."""
    return amount.quantize(CENT, ROUND_HALF_UP)


def _known(rates: Sequence[Rate], day: date) -> Rate | None:
    return next((rate for rate in rates if rate.since <= day <= rate.until), None)


def _cuts(since: date, until: date, rates: Sequence[Rate], *, full_years: bool) -> list[date]:
    """The days on which a line begins, and the day after the last: half-years, first rate, full years of being late."""
    if until < since:
        return []
    end = until + DAY
    days = {date(year, month, 1) for year in range(since.year, end.year + 1) for month in (1, 7)}
    days |= {rate.since for rate in rates}
    if full_years:
        days |= {_years_after(since, years) for years in range(1, end.year - since.year + 1)}
    return [since, *sorted(day for day in days if since < day < end), end]


def _years_after(day: date, years: int) -> date:
    """The same day so many years on; after 29 February the first of March."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)
