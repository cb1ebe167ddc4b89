"""What people explore before and beside the work: one file per noun."""

from .feelings import Feeling
from .references import ReferenceRequest
from .room import Asked, OwnRoom
from .trials import Trial

__all__ = ["Asked", "Feeling", "OwnRoom", "ReferenceRequest", "Trial"]
