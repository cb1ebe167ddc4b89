"""What people learn from a collaboration: one file per noun."""

from .lessons import Lesson
from .retrospectives import Retrospective

__all__ = ["Lesson", "Retrospective"]
