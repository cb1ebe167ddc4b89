"""Invoices as one visit may see them, with how they stand today."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from samenstroom.accounts.models import Person
from samenstroom.collaborations.visibility import shared_rows
from samenstroom.collaborations.visits import Visit
from samenstroom.contributions.models import Invoice, InvoiceReminder
from samenstroom.kit import clock

REST_DAYS = 7
"""How long nothing is asked after a reminder was sent."""


@dataclass(frozen=True)
class InvoiceView:
    """One invoice as this visit sees it on a day."""

    invoice: Invoice
    i_sent: bool
    i_noted: bool
    reminders: tuple[InvoiceReminder, ...]
    today: date

    @property
    def amount(self) -> Decimal:
        """What is to be paid, VAT included."""
        return Decimal(self.invoice.content["amount"])

    @property
    def counts(self) -> bool:
        """Whether it was not taken back."""
        return self.invoice.withdrawn_at is None

    @property
    def is_open(self) -> bool:
        """It counts and was not paid."""
        return self.counts and self.invoice.paid_on is None

    @property
    def days_late(self) -> int:
        """How many days it was, or is by now, late; 0 in time, and when its last day is not known."""
        until = self.invoice.paid_on or self.today
        return max((until - self.invoice.due_on).days, 0) if self.invoice.due_on else 0

    @property
    def is_overdue(self) -> bool:
        """Open after its last day."""
        return self.is_open and self.days_late > 0

    @property
    def last_reminder(self) -> InvoiceReminder | None:
        """The newest one that was noted."""
        return self.reminders[-1] if self.reminders else None

    @property
    def next_tone(self) -> str:
        """Which letter comes now: friendly, firm, and then the last."""
        sent = {one.tone for one in self.reminders}
        return next((tone for tone in InvoiceReminder.Tone.values if tone not in sent), InvoiceReminder.Tone.LAST.value)

    @property
    def rests(self) -> bool:
        """A reminder was sent this week: now it is the turn of who pays."""
        last = self.last_reminder
        return last is not None and (self.today - last.sent_on).days < REST_DAYS


def invoices_by_table(person: Person, visits: Sequence[Visit]) -> dict[int, list[InvoiceView]]:
    """Collaboration id -> its invoices, newest first; two queries for any number of tables."""
    tables = {visit.collaboration.pk: visit for visit in visits}
    rows = shared_rows(Invoice.objects.filter(collaboration__in=tables), seen_by=person)
    found: dict[int, list[InvoiceView]] = {key: [] for key in tables}
    rows = rows.select_related("noted_by", "paid_noted_by").prefetch_related("reminders__seat")
    for one in rows.order_by("-issued_on", "-pk"):
        visit = tables[one.collaboration_id]
        reminders = sorted(one.reminders.all(), key=lambda reminder: (reminder.sent_on, reminder.pk))
        found[one.collaboration_id].append(
            InvoiceView(
                invoice=one,
                i_sent=one.sender_id == visit.party.pk,
                i_noted=one.noted_by is not None and one.noted_by.party_id == visit.party.pk,
                reminders=tuple(reminders),
                today=clock.day_of(visit.now),
            )
        )
    return found


def invoices_of(visit: Visit) -> list[InvoiceView]:
    """All invoices at this table, newest first."""
    return invoices_by_table(visit.person, [visit])[visit.collaboration.pk]


def invoice_by_id(visit: Visit, public_id: str) -> InvoiceView | None:
    """One invoice of this table."""
    return next((view for view in invoices_of(visit) if view.invoice.public_id == public_id), None)
