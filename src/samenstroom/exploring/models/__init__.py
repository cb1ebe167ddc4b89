"""What people explore before and beside the work: one file per noun."""

from .decisions import Decision, LookBack
from .feelings import Feeling
from .scans import Scan

__all__ = ["Decision", "Feeling", "LookBack", "Scan"]
