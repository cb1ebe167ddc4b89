"""Entries of invoices."""

from __future__ import annotations

from collections.abc import Mapping

from tests.house.entries import Parts, at_first, own

INVOICES_TABLE: dict[str, tuple[Parts, Mapping[str, str] | None, bool]] = {
    "invoices": (at_first(), None, False),
    "invoice_new": (at_first(), {"amount": ""}, False),
    "invoice_import": (at_first(), {}, False),
    "invoice": (at_first(invoice=own("invoice")), {"do": "paid", "paid_on": ""}, False),
}
