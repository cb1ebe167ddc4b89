"""What each brings in, how it is divided, and what is paid: one file per noun."""

from .balance import OwnBalance
from .hours import AgreedContribution, Contribution

__all__ = ["AgreedContribution", "Contribution", "OwnBalance"]
