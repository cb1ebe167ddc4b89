"""What people explore before and beside the work: one file per noun."""

from .decisions import Decision, LookBack
from .feelings import Feeling
from .references import ReferenceRequest
from .room import Asked, OwnRoom
from .scans import Scan
from .trials import Trial

__all__ = ["Asked", "Decision", "Feeling", "LookBack", "OwnRoom", "ReferenceRequest", "Scan", "Trial"]
