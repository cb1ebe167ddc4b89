"""What people explore before and beside the work: one file per noun."""

from .feelings import Feeling
from .readiness import ReadinessAnswer

__all__ = ["Feeling", "ReadinessAnswer"]
