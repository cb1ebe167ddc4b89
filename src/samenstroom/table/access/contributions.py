"""What pages of the table fetch of hours and invoices."""

from __future__ import annotations

from django.http import Http404

from samenstroom.collaborations.visits import Visit
from samenstroom.contributions.models import AgreedContribution, Contribution
from samenstroom.contributions.queries.balance import balance_by_id
from samenstroom.contributions.queries.hours import agreed_by_id
from samenstroom.contributions.queries.hours import entry_by_id as contribution_by_id
from samenstroom.contributions.queries.invoices import InvoiceView, invoice_by_id
from samenstroom.exchanges.queries import ExchangeView


def balance_or_404(visit: Visit, public_id: str) -> ExchangeView:
    """One look at the balance of this table."""
    found = balance_by_id(visit, public_id)
    if found is None:
        raise Http404
    return found


def contribution_or_404(visit: Visit, public_id: str) -> Contribution:
    """What one side brought in, of this table."""
    found = contribution_by_id(visit, public_id)
    if found is None:
        raise Http404
    return found


def agreed_contribution_if_there(visit: Visit, public_id: str) -> AgreedContribution | None:
    """What one side brings in, as it lies or counts at this table; None also when it was never there."""
    return agreed_by_id(visit, public_id)


def invoice_or_404(visit: Visit, public_id: str) -> InvoiceView:
    """An invoice that lies on this table."""
    found = invoice_by_id(visit, public_id)
    if found is None:
        raise Http404
    return found
