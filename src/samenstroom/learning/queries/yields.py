"""What each collaboration brought and asked of her: her invoices, her hours, her energy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from samenstroom.accounts.models import Person
from samenstroom.collaborations.visits import Visit
from samenstroom.contributions.queries.hours import Ledger, ledgers_by_table
from samenstroom.contributions.queries.invoices import InvoiceView, invoices_by_table
from samenstroom.exploring.models import Asked
from samenstroom.exploring.queries.room import asked_by_table
from samenstroom.rules.learning.yields import Yield

from .cases import Case, at_tables


@dataclass(frozen=True)
class Payments:
    """Of how many invoices of her side it is known how they were paid, and how many of those were late."""

    late: int
    known: int


@dataclass(frozen=True)
class Brought:
    """One collaboration: the sums, and what she said it does to her energy (1 to 5, None when she did not say).

    `is_rounded`: the sums are of an outline, and say about how much it was.
    """

    case: Case
    sums: Yield
    payments: Payments
    energy: int | None
    is_rounded: bool = False


def brought_by(person: Person, cases: Sequence[Case]) -> list[Brought]:
    """What each brought, newest collaboration first; collaborations without anything are left out. Eight queries."""
    here = at_tables(cases)
    visits = [visit for _case, visit in here]
    invoices, ledgers = invoices_by_table(person, visits), ledgers_by_table(person, visits)
    asked = asked_by_table(person, visits)
    found = [
        _brought(case, visit, invoices[key], ledgers[key], asked.get(key))
        for case, visit in here
        for key in (visit.collaboration.pk,)
    ]
    at = {one.case.key: one for one in found}
    every = [_with_outline(case, at.get(case.key)) for case in cases]
    return [one for one in every if not one.sums.is_empty or one.energy]


def _brought(case: Case, visit: Visit, invoices: Sequence[InvoiceView], ledger: Ledger, asked: Asked | None) -> Brought:
    mine = [one for one in invoices if one.i_sent and one.counts]
    hours = [one for one in ledger.entries if one.party_id == visit.party.pk and one.hours]
    sums = Yield(
        paid=sum((one.amount for one in mine if not one.is_open), Decimal()),
        waiting=sum((one.amount for one in mine if one.is_open), Decimal()),
        hours=sum((one.hours for one in hours), Decimal()),
        unseen=sum((one.hours for one in hours if one.work), Decimal()),
    )
    return Brought(case, sums, payments_of(invoices), asked.energy if asked else None)


def _with_outline(case: Case, found: Brought | None) -> Brought:
    """What is still there goes before what its outline holds."""
    now = found or Brought(case, Yield(), Payments(0, 0), None)
    kept = case.kept
    if kept is None:
        return now
    is_gone = now.sums.is_empty and not now.payments.known
    return Brought(
        case,
        kept.sums if is_gone else now.sums,
        Payments(*kept.payments) if is_gone else now.payments,
        now.energy or kept.energy,
        is_rounded=is_gone and not kept.sums.is_empty,
    )


def payments_of(invoices: Sequence[InvoiceView]) -> Payments:
    """Of invoices of her side with a last day: paid ones, and open ones that are late already."""
    known = [
        one
        for one in invoices
        if one.i_sent and one.counts and one.invoice.due_on and (not one.is_open or one.days_late)
    ]
    return Payments(sum(one.days_late > 0 for one in known), len(known))
