"""What people do when it no longer flows: one file per noun."""

from .attempts import OwnAttempt, RepairAttempt
from .pauses import Pause
from .priorities import PriorityChange
from .talks import Talk

__all__ = ["OwnAttempt", "Pause", "PriorityChange", "RepairAttempt", "Talk"]
