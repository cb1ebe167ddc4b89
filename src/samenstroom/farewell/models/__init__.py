"""Saying goodbye and ending: one file per noun."""

from .accesses import AccessBack
from .contact import KeepInTouch, ReferenceYes
from .endings import Ending
from .farewells import Farewell
from .keeping import KeepTerm
from .last_days import LastDay
from .settlement import SettlementItem, SettlementTick
from .statements import ClosingStatement
from .testimonials import Testimonial
from .thanks import ThankNote

__all__ = [
    "AccessBack",
    "ClosingStatement",
    "Ending",
    "Farewell",
    "KeepInTouch",
    "KeepTerm",
    "LastDay",
    "ReferenceYes",
    "SettlementItem",
    "SettlementTick",
    "Testimonial",
    "ThankNote",
]
