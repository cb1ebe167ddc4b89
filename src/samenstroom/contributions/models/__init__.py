"""What each brings in, how it is divided, and what is paid: one file per noun."""

from .balance import OwnBalance
from .hours import AgreedContribution, Contribution
from .invoices import Invoice, InvoiceReminder

__all__ = [
    "AgreedContribution",
    "Contribution",
    "Invoice",
    "InvoiceReminder",
    "OwnBalance",
]
