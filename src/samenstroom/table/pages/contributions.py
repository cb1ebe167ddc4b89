"""Working: hours, balance, invoices."""

from __future__ import annotations

from samenstroom.table import balance, hours, hours_agreed, hours_import, invoices
from samenstroom.table.page import Pages

HOURS: Pages = (
    ("samenwerken/uren/", hours.hours, "hours"),
    ("samenwerken/uren/nieuw/", hours.add, "hours_add"),
    ("samenwerken/uren/inlezen/", hours_import.read_in, "hours_import"),
    ("samenwerken/uren/bevestigen/", hours.confirm, "hours_confirm"),
    ("samenwerken/uren/afspraak/", hours_agreed.propose, "hours_agreed"),
    ("samenwerken/uren/afspraak/<slug:agreed>/antwoord/", hours_agreed.answer, "hours_agreed_answer"),
    ("samenwerken/uren/regel/<slug:entry>/", hours.change, "hours_change"),
    ("samenwerken/uren/regel/<slug:entry>/antwoord/", hours.answer, "hours_answer"),
    ("samenwerken/balans/", balance.balance, "balance"),
    ("samenwerken/balans/<slug:exchange>/stoppen/", balance.stop, "balance_stop"),
    ("samenwerken/balans/<slug:exchange>/<int:number>/", balance.step, "balance_step"),
)

INVOICES: Pages = (
    ("samenwerken/rekeningen/", invoices.invoices, "invoices"),
    ("samenwerken/rekeningen/nieuw/", invoices.note, "invoice_new"),
    ("samenwerken/rekeningen/inlezen/", invoices.bring, "invoice_import"),
    ("samenwerken/rekeningen/<slug:invoice>/", invoices.invoice, "invoice"),
)

PAGES: Pages = (*HOURS, *INVOICES)
