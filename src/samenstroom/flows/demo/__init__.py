"""Examples to look around in: ten stories or a practice of three years, told through the real actions, marked, and gone
again with one act."""

from .making import has_demo, make_demo, make_demo_practice
from .removing import remove_demo

__all__ = ["has_demo", "make_demo", "make_demo_practice", "remove_demo"]
