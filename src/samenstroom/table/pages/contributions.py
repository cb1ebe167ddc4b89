"""Working: hours, balance, invoices."""

from __future__ import annotations

from samenstroom.table import invoices
from samenstroom.table.page import Pages

PAGES: Pages = (
    ("samenwerken/rekeningen/", invoices.invoices, "invoices"),
    ("samenwerken/rekeningen/nieuw/", invoices.note, "invoice_new"),
    ("samenwerken/rekeningen/inlezen/", invoices.bring, "invoice_import"),
    ("samenwerken/rekeningen/<slug:invoice>/", invoices.invoice, "invoice"),
)
