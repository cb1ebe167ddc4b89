"""Models of the calendar of one person; only here they are brought together, because Django looks here."""

from .feeds import CalendarFeed

__all__ = ["CalendarFeed"]
