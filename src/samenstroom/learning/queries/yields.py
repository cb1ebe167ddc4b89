"""What each collaboration brought and asked of her: her invoices, her hours, her energy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from samenstroom.accounts.models import Person
from samenstroom.contributions.queries.hours import Ledger, ledgers_by_table
from samenstroom.contributions.queries.invoices import InvoiceView, invoices_by_table
from samenstroom.exploring.models import Asked
from samenstroom.exploring.queries.room import asked_by_table
from samenstroom.rules.learning.yields import Yield

from .cases import Case


@dataclass(frozen=True)
class Payments:
    """Of how many invoices of her side it is known how they were paid, and how many of those were late."""

    late: int
    known: int


@dataclass(frozen=True)
class Brought:
    """One collaboration: the sums, and what she said it does to her energy (1 to 5, None when she did not say)."""

    case: Case
    sums: Yield
    payments: Payments
    energy: int | None


def brought_by(person: Person, cases: Sequence[Case]) -> list[Brought]:
    """What each brought, newest collaboration first; collaborations without anything are left out. Eight queries."""
    visits = [case.visit for case in cases]
    invoices, ledgers = invoices_by_table(person, visits), ledgers_by_table(person, visits)
    asked = asked_by_table(person, visits)
    found = [_brought(case, invoices[key], ledgers[key], asked.get(key)) for case, key in _keyed(cases)]
    return [one for one in found if not one.sums.is_empty or one.energy]


def _keyed(cases: Sequence[Case]) -> list[tuple[Case, int]]:
    return [(case, case.visit.collaboration.pk) for case in cases]


def _brought(case: Case, invoices: Sequence[InvoiceView], ledger: Ledger, asked: Asked | None) -> Brought:
    mine = [one for one in invoices if one.i_sent and one.counts]
    hours = [one for one in ledger.entries if one.party_id == case.visit.party.pk and one.hours]
    sums = Yield(
        paid=sum((one.amount for one in mine if not one.is_open), Decimal()),
        waiting=sum((one.amount for one in mine if one.is_open), Decimal()),
        hours=sum((one.hours for one in hours), Decimal()),
        unseen=sum((one.hours for one in hours if one.work), Decimal()),
    )
    return Brought(case, sums, payments_of(invoices), asked.energy if asked else None)


def payments_of(invoices: Sequence[InvoiceView]) -> Payments:
    """Of invoices of her side with a last day: paid ones, and open ones that are late already."""
    known = [
        one
        for one in invoices
        if one.i_sent and one.counts and one.invoice.due_on and (not one.is_open or one.days_late)
    ]
    return Payments(sum(one.days_late > 0 for one in known), len(known))
