"""What people do when it no longer flows: one file per noun."""

from .talks import Talk

__all__ = ["Talk"]
