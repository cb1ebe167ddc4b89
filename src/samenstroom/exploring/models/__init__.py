"""What people explore before and beside the work: one file per noun."""

from .acquaintance import OwnAcquaintance
from .decisions import Decision, LookBack
from .feelings import Feeling
from .readiness import ReadinessAnswer
from .references import ReferenceRequest
from .room import Asked, OwnRoom
from .scans import Scan
from .trials import Trial

__all__ = [
    "Asked",
    "Decision",
    "Feeling",
    "LookBack",
    "OwnAcquaintance",
    "OwnRoom",
    "ReadinessAnswer",
    "ReferenceRequest",
    "Scan",
    "Trial",
]
