"""Invoices in words, for who reads: how they stand, and what was read from a file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samenstroom import content
from samenstroom.collaborations.models import Seat
from samenstroom.collaborations.visits import Visit
from samenstroom.collaborations.wording import money
from samenstroom.contributions.models import InvoiceReminder
from samenstroom.contributions.queries.invoices import InvoiceView
from samenstroom.contributions.ubl import UblInvoice
from samenstroom.kit.dates import full_date
from samenstroom.kit.language import language

Row = dict[str, str]


def invoice_texts() -> Mapping[str, Any]:
    """Everything of `invoices.yaml` in the language of the moment."""
    return content.load("invoices", language())


def day_words(day: date) -> str:
    """`5 januari 2026`."""
    return full_date(day, language())


def days_words(days: int) -> str:
    """`12 dagen`."""
    return ngettext("%(n)s dag", "%(n)s dagen", days) % {"n": days}


@dataclass(frozen=True)
class InvoicePage:
    """One invoice for who looks."""

    public_id: str
    title: str
    state: str
    rows: tuple[Row, ...]
    reminders: tuple[str, ...]
    is_open: bool
    is_overdue: bool
    is_paid: bool
    is_gone: bool
    i_sent: bool
    can_take_back: bool


def invoice_page(visit: Visit, view: InvoiceView) -> InvoicePage:
    """Put one invoice in words."""
    one = view.invoice
    return InvoicePage(
        public_id=one.public_id,
        title=invoice_title(visit, view),
        state=invoice_state(view),
        rows=_rows(visit, view),
        reminders=tuple(_reminder(visit, reminder) for reminder in view.reminders),
        is_open=view.is_open,
        is_overdue=view.is_overdue,
        is_paid=view.counts and one.paid_on is not None,
        is_gone=not view.counts,
        i_sent=view.i_sent,
        can_take_back=view.counts and view.i_noted and visit.speaks,
    )


def invoice_title(visit: Visit, view: InvoiceView) -> str:
    """`€ 1.250 van jou aan Marleen`."""
    words = {"amount": money(view.amount), "name": visit.other_name}
    if view.i_sent:
        return _("%(amount)s van jou aan %(name)s") % words
    return _("%(amount)s van %(name)s aan jou") % words


def invoice_state(view: InvoiceView) -> str:
    """Due, overdue or paid, in words."""
    one = view.invoice
    if not view.counts:
        return _("Teruggenomen")
    if one.paid_on is not None:
        if view.days_late:
            words = {"day": day_words(one.paid_on), "days": days_words(view.days_late)}
            return _("Betaald op %(day)s, %(days)s na de laatste dag") % words
        return _("Betaald op %(day)s") % {"day": day_words(one.paid_on)}
    if one.due_on is None:
        return _("Open. Er is geen laatste dag afgesproken.")
    if view.is_overdue:
        return _("Open, %(days)s na de laatste dag") % {"days": days_words(view.days_late)}
    left = (one.due_on - view.today).days
    if left == 0:
        return _("Open. Vandaag is de laatste dag om te betalen.")
    return _("Open. Nog %(days)s om te betalen.") % {"days": days_words(left)}


def _rows(visit: Visit, view: InvoiceView) -> tuple[Row, ...]:
    one, told = view.invoice, view.invoice.content
    agreed = _("%(day)s, uit jullie overeenkomst")
    due = "" if one.due_on is None else day_words(one.due_on)
    if due and told.get("due_from") == "agreed":
        due = agreed % {"day": due}
    paid = "" if one.paid_on is None else day_words(one.paid_on)
    rows = (
        (_("Nummer"), str(told.get("number", ""))),
        (_("Waarvoor"), str(told.get("what", ""))),
        (_("Bedrag, met btw"), money(view.amount)),
        (_("Datum van de rekening"), day_words(one.issued_on)),
        (_("Laatste dag om te betalen"), due or _("Niet afgesproken. We zeggen dus niet dat het te laat is.")),
        (_("Betaald"), paid),
        (_("Betaling genoteerd door"), who(visit, one.paid_noted_by) if paid else ""),
        (_("Naam op de factuur"), str(told.get("seller", ""))),
        (_("Genoteerd door"), who(visit, one.noted_by)),
    )
    return tuple({"label": label, "text": text} for label, text in rows if text)


def who(visit: Visit, seat: Seat | None) -> str:
    """`Jij`, or a first name."""
    if seat is None:
        return _("Iemand")
    return _("Jij") if seat.party_id == visit.party.pk else seat.first_name


def _reminder(visit: Visit, one: InvoiceReminder) -> str:
    label = str(dict(InvoiceReminder.Tone.choices)[InvoiceReminder.Tone(one.tone)])
    words = {"letter": label, "who": who(visit, one.seat), "day": day_words(one.sent_on)}
    return _("%(letter)s, verstuurd op %(day)s door: %(who)s") % words


def read_rows(read: UblInvoice) -> tuple[Row, ...]:
    """What was read from a file, before it is kept."""
    total = money(read.total) if read.total != read.amount else ""
    rows = (
        (_("Van"), read.seller),
        (_("Aan"), read.buyer),
        (_("Nummer"), read.number),
        (_("Datum van de rekening"), day_words(read.issued_on)),
        (_("Laatste dag om te betalen"), day_words(read.due_on) if read.due_on else _("Staat er niet op")),
        (_("Nog te betalen"), money(read.amount)),
        (_("Totaal, met btw"), total),
        (_("Waarvoor"), ", ".join(read.items)),
    )
    return tuple({"label": label, "text": text} for label, text in rows if text)
