"""Records of planning: one file per noun."""

from .start_lists import StartEntry
from .tasks import Task, TaskWord

__all__ = ["StartEntry", "Task", "TaskWord"]
