"""Records of contributions: one file per noun."""

from .invoices import Invoice, InvoiceReminder

__all__ = ["Invoice", "InvoiceReminder"]
