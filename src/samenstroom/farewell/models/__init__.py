"""Saying goodbye and ending: one file per noun."""

from .accesses import AccessBack
from .contact import KeepInTouch, ReferenceYes
from .endings import Ending
from .farewells import Farewell
from .handover import HandoverItem, HandoverPlan
from .keeping import KeepTerm
from .last_days import LastDay
from .settlement import SettlementItem, SettlementTick
from .statements import ClosingStatement
from .successors import (
    HandoverRelease,
    Successor,
    SuccessorAnswer,
    SuccessorLook,
    SuccessorQuestion,
    SuccessorTick,
)
from .testimonials import Testimonial
from .thanks import ThankNote
from .work_in import WorkInSession

__all__ = [
    "AccessBack",
    "ClosingStatement",
    "Ending",
    "Farewell",
    "HandoverItem",
    "HandoverPlan",
    "HandoverRelease",
    "KeepInTouch",
    "KeepTerm",
    "LastDay",
    "ReferenceYes",
    "SettlementItem",
    "SettlementTick",
    "Successor",
    "SuccessorAnswer",
    "SuccessorLook",
    "SuccessorQuestion",
    "SuccessorTick",
    "Testimonial",
    "ThankNote",
    "WorkInSession",
]
