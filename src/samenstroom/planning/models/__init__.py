"""Records of planning: one file per noun."""

from .start_lists import StartEntry

__all__ = ["StartEntry"]
