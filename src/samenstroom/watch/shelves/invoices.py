"""Invoices: what is open after its day asks attention of both, and every invoice is a fact for the rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samenstroom.collaborations.visits import Visit
from samenstroom.collaborations.wording import money
from samenstroom.contributions.queries.invoices import InvoiceView, invoices_by_table
from samenstroom.contributions.wording.invoices import invoice_state, invoice_title
from samenstroom.rules.entries import Entry
from samenstroom.rules.findings import Side
from samenstroom.rules.life_cycle import LIVE, Stage

from .shelf import Ask, Shelf, ShelfRow


def rows(visit: Visit, views: Sequence[InvoiceView]) -> Iterator[ShelfRow]:
    """The oldest that is open after its day, else how many are open, or the quiet offer."""
    counting = [one for one in views if one.counts]
    late, title = _oldest_late(counting), _("Rekeningen")
    both = _count(counting)
    if late:
        yield ShelfRow(title, _hint(visit, late), "invoice", _parts(late), _("Te laat"), "now", both=both)
    elif counting:
        yield ShelfRow(title, both, "invoices", both=both)
    elif Stage(visit.collaboration.stage) in LIVE:
        yield ShelfRow(title, _("Wat open staat en wat betaald is."), "invoices", is_offer=True)


def _count(views: Sequence[InvoiceView]) -> str:
    waiting = sum(one.is_open for one in views)
    if not waiting:
        return _("Alles is betaald.")
    return ngettext("%(n)s rekening open", "%(n)s rekeningen open", waiting) % {"n": waiting}


def _hint(visit: Visit, view: InvoiceView) -> str:
    return f"{invoice_title(visit, view)}. {invoice_state(view)}."


def _parts(view: InvoiceView) -> dict[str, str]:
    return {"invoice": view.invoice.public_id}


def _oldest_late(views: Sequence[InvoiceView]) -> InvoiceView | None:
    return max((one for one in views if one.is_overdue), key=lambda one: one.days_late, default=None)


def asks(visit: Visit, views: Sequence[InvoiceView]) -> Iterator[Ask]:
    """Who waits for money is offered a reminder, and rests for a week after one; who pays is told that it is open."""
    if not visit.speaks:
        return
    words: dict[str, Any] = {"name": visit.other_name}
    owed = _oldest_late([one for one in views if one.i_sent and not one.rests])
    if owed:
        title = _("Je rekening van %(amount)s staat nog open") % {"amount": money(owed.amount)}
        line = _("De laatste dag is voorbij. Een vriendelijke herinnering ligt klaar.") % words
        if owed.reminders:
            line = _("Je stuurde al een herinnering. De volgende ligt klaar.")
        yield Ask(70, "note", title, line, _("Bekijk de rekening"), "invoice", _parts(owed))
    owing = _oldest_late([one for one in views if not one.i_sent])
    if owing:
        words["amount"] = money(owing.amount)
        title = _("Er staat een rekening van %(name)s open") % words
        line = _("Het gaat om %(amount)s. De laatste dag is voorbij.") % words
        yield Ask(68, "note", title, line, _("Bekijk de rekening"), "invoice", _parts(owing))


def entries(visit: Visit, views: Sequence[InvoiceView]) -> Iterator[Entry]:
    """That it was sent and that it was paid, as when somebody notes it by hand; how many days late, when known."""
    for view in views:
        one = view.invoice
        if not view.counts or one.sender_id is None:
            continue
        sender, payer = (Side.SELF, Side.OTHER) if view.i_sent else (Side.OTHER, Side.SELF)
        amount, key = float(view.amount), f"invoice-{one.public_id}"
        sent: dict[str, object] = {"amount": amount, **({"due_on": one.due_on} if one.due_on else {})}
        yield Entry("invoice_sent", one.issued_on, by=_by(view.i_noted), about=sender, data=sent, key=key)
        if one.paid_on is None:
            continue
        told: dict[str, object] = {"amount": amount, **({"days": view.days_late} if one.due_on else {})}
        paid_by = one.paid_noted_by is not None and one.paid_noted_by.party_id == visit.party.pk
        yield Entry("invoice_paid", one.paid_on, by=_by(paid_by), about=payer, data=told, key=f"{key}-paid")


def _by(is_mine: bool) -> Side:
    return Side.SELF if is_mine else Side.OTHER


SHELF = Shelf("invoices", invoices_by_table, rows=rows, asks=asks, entries=entries)
