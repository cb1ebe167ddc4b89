"""What people explore before and beside the work: one file per noun."""

from .feelings import Feeling

__all__ = ["Feeling"]
