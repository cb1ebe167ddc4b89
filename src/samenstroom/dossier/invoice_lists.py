"""Invoices: how their rows stand in a dossier."""

from __future__ import annotations

from collections.abc import Mapping

from samenstroom.collaborations.visits import Visit
from samenstroom.contributions.models import Invoice, InvoiceReminder
from samenstroom.contributions.queries.invoices import invoices_of
from samenstroom.contributions.wording.invoices import invoice_page

from .kept import Kept


def _invoices_read(visit: Visit) -> object:
    return [invoice_page(visit, one) for one in invoices_of(visit)]


INVOICES: Mapping[str, Kept] = {
    "invoices_kept": Kept(
        Invoice,
        ("content", "issued_on", "due_on", "noted_at", "paid_on", "withdrawn_at"),
        ("noted_at", "pk"),
        seats=("noted_by", "paid_noted_by"),
        parties=("sender",),
        inside={
            "reminders": Kept(
                InvoiceReminder,
                ("tone", "sent_on", "noted_at"),
                ("sent_on", "pk"),
                names={"seat": "by"},
                seats=("seat",),
                parent="invoice",
            ),
        },
        must_read=_invoices_read,
    ),
}
