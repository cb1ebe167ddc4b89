"""Saying goodbye and ending: one file per noun."""

from .endings import Ending

__all__ = ["Ending"]
