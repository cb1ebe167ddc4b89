"""Saying goodbye and ending: one file per noun."""

from .endings import Ending
from .handover import HandoverItem, HandoverPlan
from .successors import (
    HandoverRelease,
    Successor,
    SuccessorAnswer,
    SuccessorLook,
    SuccessorQuestion,
    SuccessorTick,
)
from .work_in import WorkInSession

__all__ = [
    "Ending",
    "HandoverItem",
    "HandoverPlan",
    "HandoverRelease",
    "Successor",
    "SuccessorAnswer",
    "SuccessorLook",
    "SuccessorQuestion",
    "SuccessorTick",
    "WorkInSession",
]
