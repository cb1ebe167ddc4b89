"""What people explore before and beside the work: one file per noun."""

from .feelings import Feeling
from .scans import Scan

__all__ = ["Feeling", "Scan"]
