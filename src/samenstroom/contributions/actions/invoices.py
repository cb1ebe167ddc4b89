"""Invoices on the table: note one, note that it was paid, note a reminder that somebody sent herself, take it back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from django.db import transaction

from samenstroom.collaborations.actions import NotAllowedError, write_line
from samenstroom.collaborations.models import Collaboration, Party, Seat
from samenstroom.contributions.models import Invoice, InvoiceReminder


@dataclass(frozen=True)
class InvoiceTerms:
    """What stands on an invoice. Without a last day the agreed days to pay make one; else there is none."""

    sender: Party
    number: str
    amount: Decimal
    what: str
    issued_on: date
    due_on: date | None
    seller: str = ""

    def due(self, payment_days: int | None) -> tuple[date | None, str]:
        """The last day for payment, and where it comes from."""
        if self.due_on is not None:
            return self.due_on, "given"
        if payment_days is None:
            return None, ""
        return self.issued_on + timedelta(days=payment_days), "agreed"


@transaction.atomic
def note_invoice(*, seat: Seat, terms: InvoiceTerms, payment_days: int | None, now: datetime) -> tuple[Invoice, bool]:
    """The invoice lies there for both; True when it is new. History: that an invoice was noted.

    The same number of the same sender is the same invoice and changes nothing; without a number the same day and
    amount are. Refuses who only reads along.
    """
    _speaks(seat)
    Collaboration.objects.select_for_update().get(pk=seat.collaboration_id)
    for one in Invoice.objects.filter(collaboration=seat.collaboration, sender=terms.sender, withdrawn_at=None):
        if _is_same(one, terms):
            return one, False
    due_on, due_from = terms.due(payment_days)
    made = Invoice.objects.create(
        collaboration=seat.collaboration,
        sender=terms.sender,
        noted_by=seat,
        content={
            "number": terms.number,
            "amount": str(terms.amount.quantize(Decimal("0.01"))),
            "what": terms.what,
            "seller": terms.seller,
            "due_from": due_from,
        },
        issued_on=terms.issued_on,
        due_on=due_on,
        noted_at=now,
    )
    write_line(seat=seat, kind="invoice_noted", now=now)
    return made, True


@transaction.atomic
def pay_invoice(*, invoice: Invoice, seat: Seat, paid_on: date, now: datetime) -> None:
    """It is paid in full, on this day. History: that it was noted as paid. Either side may note it; once.

    Refuses who only reads along, and an invoice that was taken back.
    """
    held = _held(invoice, seat)
    if held.paid_on is None:
        held.paid_on, held.paid_noted_by = paid_on, seat
        held.save(update_fields=["paid_on", "paid_noted_by"])
        write_line(seat=seat, kind="invoice_settled", now=now)


@transaction.atomic
def reopen_invoice(*, invoice: Invoice, seat: Seat, now: datetime) -> None:
    """It is not paid after all. History: that it is open again; once. Either side; the same refusals."""
    held = _held(invoice, seat)
    if held.paid_on is not None:
        held.paid_on, held.paid_noted_by = None, None
        held.save(update_fields=["paid_on", "paid_noted_by"])
        write_line(seat=seat, kind="invoice_reopened", now=now)


@transaction.atomic
def note_reminder(*, invoice: Invoice, seat: Seat, tone: str, sent_on: date, now: datetime) -> None:
    """That she sent a reminder herself. History: that a reminder was sent. The same letter on one day is one.

    Nothing is sent by this. Refuses the side that pays, who only reads along, and what is paid or taken back.
    """
    held = _held(invoice, seat)
    if held.sender_id != seat.party_id or held.paid_on is not None:
        raise NotAllowedError
    told = {"seat": seat, "noted_at": now, "collaboration": held.collaboration}
    _one, is_new = InvoiceReminder.objects.get_or_create(invoice=held, tone=tone, sent_on=sent_on, defaults=told)
    if is_new:
        write_line(seat=seat, kind="invoice_reminded", now=now, happened_on=sent_on)


@transaction.atomic
def take_back_invoice(*, invoice: Invoice, seat: Seat, now: datetime) -> None:
    """It counts no more; that it was noted stays readable. History: that it was taken back; once.

    Only the side that noted it; refuses who only reads along.
    """
    _speaks(seat)
    held = Invoice.objects.select_for_update(of=("self",)).select_related("noted_by").get(pk=invoice.pk)
    if held.collaboration_id != seat.collaboration_id or held.noted_by is None:
        raise NotAllowedError
    if held.noted_by.party_id != seat.party_id:
        raise NotAllowedError
    if Invoice.objects.filter(pk=held.pk, withdrawn_at=None).update(withdrawn_at=now):
        write_line(seat=seat, kind="invoice_taken_back", now=now)


def _is_same(one: Invoice, terms: InvoiceTerms) -> bool:
    number = str(one.content.get("number", ""))
    if terms.number or number:
        return number.casefold() == terms.number.casefold()
    return one.issued_on == terms.issued_on and Decimal(one.content["amount"]) == terms.amount


def _speaks(seat: Seat) -> None:
    if seat.party.speaker_id != seat.pk:
        raise NotAllowedError


def _held(invoice: Invoice, seat: Seat) -> Invoice:
    _speaks(seat)
    held = Invoice.objects.select_for_update(of=("self",)).get(pk=invoice.pk)
    if held.collaboration_id != seat.collaboration_id or held.withdrawn_at:
        raise NotAllowedError
    return held
