"""An invoice that is open, one that was paid late, and a reminder: the same in every world."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from samenstroom.contributions.actions.invoices import InvoiceTerms, note_invoice, note_reminder, pay_invoice
from samenstroom.kit import tokens

if TYPE_CHECKING:
    from tests.worlds import World


def invoices(world: World) -> None:
    """What both see."""
    noor = world.visit(world.noor, world.first)
    before = noor.now - timedelta(days=2)
    with tokens.seeded(280):
        paid = InvoiceTerms(noor.party, "2026-1", Decimal("450"), "Nieuwsbrief", date(2026, 4, 1), date(2026, 4, 15))
        done, _new = note_invoice(seat=noor.seat, terms=paid, payment_days=None, now=before)
        pay_invoice(invoice=done, seat=noor.seat, paid_on=date(2026, 4, 14), now=before)
        waits = InvoiceTerms(noor.party, "2026-2", Decimal("450"), "", date(2026, 4, 20), date(2026, 5, 4))
        made, _new = note_invoice(seat=noor.seat, terms=waits, payment_days=None, now=before)
        note_reminder(invoice=made, seat=noor.seat, tone="friendly", sent_on=date(2026, 5, 6), now=before)
    world.own["invoice"] = made.public_id
