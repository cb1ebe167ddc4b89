"""Invoices on the table: note one, read one from a file, note that it was paid, or that a reminder was sent."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from samenstroom.agreements.queries.in_force import in_force_at
from samenstroom.collaborations.actions import NotAllowedError
from samenstroom.collaborations.visits import Visit
from samenstroom.contributions.actions import invoices as actions
from samenstroom.contributions.forms.invoices import InvoiceForm, PaidForm, ReminderForm, UblForm
from samenstroom.contributions.queries.invoices import InvoiceView, invoices_of
from samenstroom.contributions.ubl import UblInvoice
from samenstroom.contributions.wording.invoices import invoice_page, invoice_texts, read_rows
from samenstroom.contributions.wording.overdue import costs_of, costs_words, letters, pause_words
from samenstroom.kit import clock
from samenstroom.kit.language import language
from samenstroom.kit.numbers import as_typed

from .access import invoice_or_404
from .heavy import TOO_MANY_REQUESTS, too_often
from .page import go, posted, show, too_late


def invoices(request: HttpRequest, visit: Visit) -> HttpResponse:
    """What is open first, then what was paid, newest first."""
    views = invoices_of(visit)
    return show(
        request, visit, "table/invoices/list.html", circle="shared", texts=invoice_texts(),
        open_pages=[invoice_page(visit, one) for one in views if one.is_open],
        done_pages=[invoice_page(visit, one) for one in views if not one.is_open],
    )  # fmt: skip


def note(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Type over what stands on an invoice; also what was read from a file is kept here."""
    if not visit.speaks:
        return go(request, "invoices", visit)
    held = in_force_at(visit)
    days = held.payment_days if held else None
    provider_is_other = held is not None and held.provider == visit.other_party.pk
    form = InvoiceForm(
        posted(request), visit=visit, payment_days=days, initial={"sender": "other" if provider_is_other else "me"}
    )
    if request.method == "POST" and form.is_valid():
        made, is_new = actions.note_invoice(seat=visit.seat, terms=form.terms(), payment_days=days, now=visit.now)
        said = (
            _("Bewaard. Jullie zien dit allebei.") if is_new else _("Deze rekening stond er al. Er is niets veranderd.")
        )
        messages.success(request, said)
        return go(request, "invoice", visit, invoice=made.public_id)
    status = 422 if form.is_bound else 200
    return show(request, visit, "table/invoices/note.html", circle="shared", status=status, form=form)


def bring(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Read an electronic invoice and show what was read; only then it is kept."""
    if not visit.speaks:
        return go(request, "invoices", visit)
    stopped = request.method == "POST" and too_often(request, visit.person, "file")
    form = UblForm() if stopped else UblForm(posted(request), request.FILES if request.method == "POST" else None)
    if request.method == "POST" and not stopped and form.is_valid() and form.read:
        held = in_force_at(visit)
        keep = InvoiceForm(
            visit=visit, payment_days=held.payment_days if held else None, initial=_read(visit, form.read)
        )
        return show(request, visit, "table/invoices/preview.html", circle="none", rows=read_rows(form.read), form=keep)
    return show(
        request, visit, "table/invoices/bring.html", circle="none", form=form, texts=invoice_texts(),
        status=TOO_MANY_REQUESTS if stopped else 422 if form.is_bound else 200,
    )  # fmt: skip


def _read(visit: Visit, read: UblInvoice) -> dict[str, Any]:
    """What was read, as the form takes it. Whose name the seller has says who sent it; else it is asked."""
    given = {"number": read.number, "issued_on": read.issued_on, "due_on": read.due_on, "seller": read.seller}
    sides = {"me": visit.my_name, "other": visit.other_name}
    found = [side for side, name in sides.items() if name.casefold() in read.seller.casefold().split()]
    sender = {"sender": found[0]} if len(found) == 1 else {}
    return {**given, **sender, "amount": as_typed(read.amount, language()), "what": ", ".join(read.items)[:200]}


def invoice(request: HttpRequest, visit: Visit, invoice: str) -> HttpResponse:
    """One invoice: how it stands, letters for who waits, and what paying late comes to."""
    view, do, today = invoice_or_404(visit, invoice), request.POST.get("do", ""), clock.day_of(visit.now)
    paid = PaidForm(request.POST if do == "paid" else None, today=today)
    remind = ReminderForm(
        request.POST if do == "remind" else None, today=today, issued_on=view.invoice.issued_on, tone=view.next_tone
    )
    if request.method == "POST" and not (paid.errors or remind.errors):
        try:
            _act(view, visit, do, paid, remind)
        except NotAllowedError:
            return too_late(request, "invoice", visit, invoice=invoice)
        messages.success(request, _("Bewaard."))
        return go(request, "invoice", visit, invoice=invoice)
    held = in_force_at(visit)
    found = costs_of(visit, view, held)
    pause, may_pause = pause_words(visit, view, held)
    return show(
        request, visit, "table/invoices/invoice.html", circle="shared",
        status=422 if paid.errors or remind.errors else 200, texts=invoice_texts(), page=invoice_page(visit, view),
        paid=paid, remind=remind, form=remind if remind.is_bound else paid,
        costs=costs_words(found, today) if found else None, pause=pause, may_pause=may_pause,
        letters=letters(visit, view, found) if view.is_overdue and view.i_sent else (),
    )  # fmt: skip


def _act(view: InvoiceView, visit: Visit, do: str, paid: PaidForm, remind: ReminderForm) -> None:
    who: dict[str, Any] = {"invoice": view.invoice, "seat": visit.seat, "now": visit.now}
    if do == "paid" and paid.is_valid():
        actions.pay_invoice(**who, **paid.cleaned_data)
    elif do == "remind" and remind.is_valid():
        actions.note_reminder(**who, **remind.cleaned_data)
    elif do == "reopen":
        actions.reopen_invoice(**who)
    elif do == "take_back":
        actions.take_back_invoice(**who)
    else:
        raise NotAllowedError
