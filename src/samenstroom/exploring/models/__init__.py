"""What people explore before and beside the work: one file per noun."""

from .acquaintance import OwnAcquaintance
from .feelings import Feeling

__all__ = ["Feeling", "OwnAcquaintance"]
