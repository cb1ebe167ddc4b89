"""What people do when it no longer flows: one file per noun."""

from .attempts import OwnAttempt, RepairAttempt
from .companions import Companion
from .pauses import Pause
from .talks import Talk

__all__ = ["Companion", "OwnAttempt", "Pause", "RepairAttempt", "Talk"]
