"""A wish to be erased, and a question to who runs this instance."""

from .questions import PrivacyQuestion
from .wishes import ErasureWish

__all__ = ["ErasureWish", "PrivacyQuestion"]
