"""What people learn from a collaboration: one file per noun."""

from .lessons import Lesson
from .mentors import MentorLook, MentorNote, MentorShare, Mentorship
from .outlines import Outline
from .retrospectives import Retrospective

__all__ = [
    "Lesson",
    "MentorLook",
    "MentorNote",
    "MentorShare",
    "Mentorship",
    "Outline",
    "Retrospective",
]
