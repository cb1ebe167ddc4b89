"""Saying goodbye and ending: one file per noun."""

from .endings import Ending
from .farewells import Farewell

__all__ = ["Ending", "Farewell"]
