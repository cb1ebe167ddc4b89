"""Records of learning: one file per noun."""

from .mentors import MentorLook, MentorNote, MentorShare, Mentorship

__all__ = ["MentorLook", "MentorNote", "MentorShare", "Mentorship"]
