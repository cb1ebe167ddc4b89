"""Records of connections."""

from .connections import Answered, Connection, DayOfUse

__all__ = ["Answered", "Connection", "DayOfUse"]
