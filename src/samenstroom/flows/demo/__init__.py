"""Examples to look around in: ten stories told through the real actions, marked, and gone again with one act."""

from .making import has_demo, make_demo
from .removing import remove_demo

__all__ = ["has_demo", "make_demo", "remove_demo"]
