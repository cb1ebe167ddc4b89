"""What is known about interest and collection costs in a country: facts from a file, never guesses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True)
class Rate:
    """The statutory rate of one half-year, in percent per year."""

    jurisdiction: str
    half_year: str
    since: date
    until: date
    percent: Decimal
    source: str
    certainty: str


@dataclass(frozen=True)
class Band:
    """A part of the principal, up to an amount (None: the rest), and the percentage over that part."""

    up_to: Decimal | None
    percent: Decimal


@dataclass(frozen=True)
class CostsLaw:
    """How collection costs are reckoned in one country."""

    fixed: Decimal
    scale: tuple[Band, ...]
    minimum: Decimal
    maximum: Decimal | None
    legal_basis: str
    sources: tuple[str, ...]
    certainty: str


@dataclass(frozen=True)
class InterestLaw:
    """How interest is reckoned in one country: added up each year or not, and over which year."""

    is_compound: bool
    counts_leap_years: bool
    legal_basis: str
    sources: tuple[str, ...]
    certainty: str


@dataclass(frozen=True)
class Rates:
    """Everything of one version of the file; `rates` per country, the oldest first, without gaps."""

    version: int
    compiled_on: date
    rates: Mapping[str, tuple[Rate, ...]]
    interest: Mapping[str, InterestLaw]
    costs: Mapping[str, CostsLaw]

    def on(self, jurisdiction: str, day: date) -> Rate | None:
        """The rate of that day; None before the first and after the last that is known."""
        known = self.rates.get(jurisdiction, ())
        return next((rate for rate in known if rate.since <= day <= rate.until), None)
