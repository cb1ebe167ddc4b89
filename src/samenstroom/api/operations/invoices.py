"""Invoices on the table, and how they stand today."""

from datetime import date
from typing import Literal

from django.http import HttpRequest

from samenstroom.api.access import visit_or_404
from samenstroom.api.paging import Cursor, Limit, Place, page_of
from samenstroom.api.shapes import Id, Listed, Out, TableId, Who
from samenstroom.contributions.queries.invoices import InvoiceView, invoices_of


class InvoiceOut(Out):
    """One invoice. `amount` is euro with VAT, as text. Without a last day it is never late."""

    id: Id
    number: str
    amount: str
    what: str
    sent_by: Who
    issued_on: date
    due_on: date | None
    paid_on: date | None
    state: Literal["open", "overdue", "paid", "withdrawn"]
    days_late: int


def invoices(request: HttpRequest, collaboration: TableId, limit: Limit, cursor: Cursor) -> Listed[InvoiceOut]:
    """All invoices that lie there for both, newest first."""
    visit = visit_or_404(request, collaboration)
    found = page_of(invoices_of(visit), _place, limit=limit, cursor=cursor)
    return Listed[InvoiceOut](items=[_told(one) for one in found[0]], next=found[1])


def _place(view: InvoiceView) -> Place:
    return Place(view.invoice.issued_on.isoformat(), view.invoice.public_id)


def _state(view: InvoiceView) -> Literal["open", "overdue", "paid", "withdrawn"]:
    if not view.counts:
        return "withdrawn"
    if view.invoice.paid_on:
        return "paid"
    return "overdue" if view.is_overdue else "open"


def _told(view: InvoiceView) -> InvoiceOut:
    content = view.invoice.content
    return InvoiceOut(
        id=view.invoice.public_id,
        number=str(content.get("number", "")),
        amount=str(view.amount),
        what=str(content.get("what", "")),
        sent_by="me" if view.i_sent else "other",
        issued_on=view.invoice.issued_on,
        due_on=view.invoice.due_on,
        paid_on=view.invoice.paid_on,
        state=_state(view),
        days_late=view.days_late,
    )
