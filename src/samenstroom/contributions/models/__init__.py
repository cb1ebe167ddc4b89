"""What each brings in, how it is divided, and what is paid: one file per noun."""

from .hours import AgreedContribution, Contribution

__all__ = ["AgreedContribution", "Contribution"]
