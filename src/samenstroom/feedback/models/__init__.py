"""Records of feedback, decisions and appreciation: one file per noun."""

from .appreciations import Appreciation
from .decisions import Advice, DecisionWord, MadeDecision
from .feedback import Direction, Feedback, FeedbackAnswer, FeedbackDraft

__all__ = [
    "Advice",
    "Appreciation",
    "DecisionWord",
    "Direction",
    "Feedback",
    "FeedbackAnswer",
    "FeedbackDraft",
    "MadeDecision",
]
